// Strips have every word that somebody else says, once for each stretch, whichever strips are asked for.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MissingFact } from "../../../shared/insight/missing-fact.ts";
import { insightReport } from "../../../shared/insight/report.ts";
import { articlesIn, defaultScope, indexedProject } from "../../../shared/insight/scope.ts";
import {
  type ArticleStrip,
  articleStrips,
  type StripOrder,
  stripOrders,
} from "../../../shared/insight/strips.ts";
import { finish } from "../../../shared/model/work.ts";
import {
  plantedArticles,
  plantedEntities,
  plantedProject,
  randomPlanted,
} from "../../helpers/planted-statements.ts";
import { runs } from "../../helpers/tier.ts";

type Bundle = ReturnType<typeof plantedProject>;

function strips(bundle: Bundle, order: StripOrder = "project", from = 0, count = 500) {
  const found = articleStrips(indexedProject(bundle), { scope: defaultScope, order, from, count });
  if (!found.ok) throw new Error("There are strips.");
  return found;
}

const planted = plantedProject(plantedArticles, plantedEntities);

const share = ({ words, wordsInClaims }: ArticleStrip): number => wordsInClaims / Math.max(1, words);

describe("strips", () => {
  it("that lack something are those of which it is not known, in their order, and as many are told", () => {
    fc.assert(
      fc.property(randomPlanted, fc.constantFrom(...stripOrders), (bundle, order) => {
        const all = strips(bundle, order).strips;
        const without = (lacks: MissingFact) => {
          const asked = { scope: defaultScope, order, lacks, from: 0, count: 500 };
          const found = articleStrips(indexedProject(bundle), asked);
          if (!found.ok) throw new Error("There are strips.");
          expect(found.total).toBe(found.strips.length);
          return found.strips.map(({ article }) => article);
        };
        const those = (isLacking: (strip: ArticleStrip) => boolean) =>
          all.filter(isLacking).map(({ article }) => article);
        expect(without("publisher")).toEqual(those(({ publisher }) => publisher === null));
        expect(without("date")).toEqual(those(({ date }) => date === null));
        expect(without("month")).toEqual(those(({ date }) => !/^\d{4}-\d{2}/u.test(date ?? "")));
      }),
      { numRuns: runs(50) },
    );
  });

  it("have the words that the attributed share counts, and each stretch is that of its card", () => {
    fc.assert(
      fc.property(randomPlanted, (bundle) => {
        const { strips: all, total } = strips(bundle);
        const report = finish(
          insightReport(indexedProject(bundle), {
            ...{ measures: ["attributed-share"], by: [], scope: defaultScope, seed: 1 },
          }),
        );
        const whole = report.ok ? report.measures[0]?.groups[0] : undefined;
        expect(all.reduce((sum, { words }) => sum + words, 0)).toBe(whole?.denominator);
        expect(all.reduce((sum, { wordsInClaims }) => sum + wordsInClaims, 0)).toBe(whole?.numerator);
        const scoped = articlesIn(indexedProject(bundle), defaultScope);
        const articles = scoped.ok ? scoped.articles : [];
        expect(total).toBe(articles.length);
        for (const [at, { article, segments, words }] of all.entries()) {
          const statements = articles[at]?.statements ?? [];
          expect(article).toBe(articles[at]?.id);
          expect(segments).toHaveLength(statements.flatMap(({ claimWords }) => claimWords).length);
          for (const { card, words: range, names } of segments) {
            const statement = statements.find((one) => one.card === card);
            expect(statement?.claimWords).toContainEqual(range);
            expect(names).toEqual(statement?.voices.map(({ entity }) => entity?.name ?? null));
            expect(range.start).toBeGreaterThanOrEqual(0);
            expect(range.end).toBeLessThanOrEqual(words);
          }
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it("are the same whether they are asked for together or in parts, in each order", () => {
    fc.assert(
      fc.property(
        randomPlanted,
        fc.constantFrom(...stripOrders),
        fc.integer({ min: 1, max: 4 }),
        (bundle, order, size) => {
          const whole = strips(bundle, order).strips;
          const parts = Array.from({ length: Math.ceil(whole.length / size) }, (_, at) =>
            strips(bundle, order, at * size, size),
          );
          expect(parts.flatMap((part) => part.strips)).toEqual(whole);
          for (const [at, one] of whole.entries()) {
            const next = whole[at + 1];
            if (!next) continue;
            if (order === "date") expect((one.date ?? "") >= (next.date ?? "")).toBe(true);
            if (order === "share") expect(share(one)).toBeGreaterThanOrEqual(share(next));
          }
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it("give a colour to those who say the most, merged ones once", () => {
    const { voices, strips: all } = strips(planted);
    expect(voices.map(({ name }) => name)).toContain("Ana Ruiz");
    expect(voices.map(({ name }) => name)).not.toContain("The mayor");
    expect(voices).toHaveLength(5);
    for (const [at, { words }] of voices.entries())
      expect(words).toBeLessThanOrEqual(voices[at - 1]?.words ?? Infinity);
    for (const { segments } of all)
      for (const { voices: places, names } of segments)
        for (const [at, place] of places.entries())
          if (place !== null) expect(voices[place]?.name).toBe(names[at]);
  });
});
