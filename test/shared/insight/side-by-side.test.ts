// Two scopes side by side: worked out by hand, and laws.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { insightReport } from "../../../shared/insight/report.ts";
import { defaultScope, type InsightScope, indexedProject } from "../../../shared/insight/scope.ts";
import { type SideQuery, sideBySide, sideRows, sidesCounted } from "../../../shared/insight/side-by-side.ts";
import { finish } from "../../../shared/model/work.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { wholeSampleBundle } from "../../helpers/bundles.ts";
import {
  plantedArticles,
  plantedEntities,
  plantedProject,
  planter,
  randomPlanted,
} from "../../helpers/planted-statements.ts";
import { secondReader, withSecondReader } from "../../helpers/second-reader.ts";
import { runs } from "../../helpers/tier.ts";

const planted = plantedProject(plantedArticles, plantedEntities);
const words = createWords(localeFor("en", []));

const outlet = (name: string): InsightScope => ({
  ...defaultScope,
  filter: { ...defaultScope.filter, publishers: [name] },
});

const of = (id: string): InsightScope => ({ ...defaultScope, sets: { of: "person", id } });

function compared(bundle: ExportBundle, asked: Partial<SideQuery> & Pick<SideQuery, "one" | "other">) {
  const project = indexedProject(bundle);
  const report = finish(sideBySide([project, project], { measures: [], by: [], seed: 1, ...asked }));
  if (!report.ok) throw new Error(words.tell(report.problem));
  return report;
}

const harbour = { one: outlet("Harbour Post"), other: outlet("Delta") };

describe("side by side", () => {
  it("says each figure of both scopes, and the difference", () => {
    const report = compared(planted, { measures: ["anonymity-articles"], ...harbour });
    const shared = { denominator: 3, n: 3 };
    expect(report).toMatchObject({
      figures: [
        {
          ...{ id: "anonymity-articles", by: {}, difference: 0.666666666667, low: null, high: null },
          one: { numerator: 2, unknown: 0, ...shared },
          // The man in A6 may be unnamed.
          other: { value: 0, numerator: 0, unknown: 1, ...shared },
        },
      ],
      ...{ one: { articles: 3 }, other: { articles: 3 }, inBoth: 0, isPaired: false },
    });
  });

  it("lists what lies furthest apart first, with the groups that either side has", () => {
    const { figures } = compared(planted, { measures: ["source-mix", "no-comment"], ...harbour });
    const rows = figures.map(({ id, by, one, other }) => [
      id,
      by.class ?? "",
      one.numerator,
      other.numerator,
    ]);
    // Of Harbour Post’s five appearances three are by persons, of Delta’s five (a man unknown among them) three.
    expect(rows).toEqual([
      ["no-comment", "", 0, 1],
      ["source-mix", "anonymous", 1, 0],
      ["source-mix", "described", 1, 0],
      ["source-mix", "document", 0, 1],
      ["source-mix", "named person", 3, 3],
    ]);
  });

  it("draws the same articles for two annotators, so that what both read alike cannot lie apart", () => {
    const both = withSecondReader(wholeSampleBundle(), (set) => set);
    const [person] = both.annotators;
    const sides = { one: of(person?.id ?? ""), other: of(secondReader.id) };
    const { figures, isPaired, inBoth } = compared(both, sides);
    expect([isPaired, inBoth]).toEqual([true, both.articles.length]);
    const known = figures.filter(({ difference }) => difference !== null);
    expect(known.length).toBeGreaterThan(30);
    for (const { difference, low, high } of known) {
      expect(difference).toBe(0);
      if (low !== null) expect([low, high]).toEqual([0, 0]);
    }
  });

  it("has, in random projects, the figures of each scope, and changes its sign with its sides", () => {
    for (const bundle of fc.sample(randomPlanted, { seed: 6, numRuns: runs(10) })) {
      const there = compared(bundle, harbour).figures;
      const back = compared(bundle, { one: harbour.other, other: harbour.one }).figures;
      const keyOf = ({ id, by }: (typeof there)[number]): string => JSON.stringify([id, by]);
      const byKey = new Map(back.map((one) => [keyOf(one), one]));
      for (const figure of there) {
        const mirrored = byKey.get(keyOf(figure));
        expect([mirrored?.one, mirrored?.other]).toEqual([figure.other, figure.one]);
        expect(-(mirrored?.difference ?? 0) + 0).toBe((figure.difference ?? 0) + 0);
      }
      const report = finish(
        insightReport(indexedProject(bundle), { measures: [], by: [], scope: harbour.one, seed: 1 }),
      );
      if (!report.ok) throw new Error(words.tell(report.problem));
      for (const { id, groups } of report.measures)
        for (const { by, value, numerator, denominator, n, unknown } of groups)
          expect(there.find((one) => keyOf(one) === JSON.stringify([id, by]))?.one).toMatchObject({
            ...{ value, numerator, denominator, n, unknown },
          });
    }
  });

  it("tells what each side leaves out, as the figures of its scope do", () => {
    const twice = withSecondReader(planted, (set) => (set.articleId === "A5" ? null : set));
    const alone = { measures: ["no-comment"], one: outlet("Delta"), other: of(secondReader.id) };
    const report = compared(twice, { ...alone, one: { ...of(planter), filter: outlet("Delta").filter } });
    expect(report).toMatchObject({
      one: { articles: 3, leftOut: 0, excludedCards: 1 },
      other: { articles: 5, leftOut: 1, excludedCards: 1 },
    });
    expect(words.tell(sidesCounted(report))).toBe(
      "3 articles against 5 articles (1 left out); intervals draw from each side’s articles separately; 2 are on both sides. Not counted, because they are in stretches left out of the analysis: 1 card against 1 card.",
    );
    const pair = compared(twice, { measures: ["no-comment"], one: of(planter), other: of(secondReader.id) });
    const side = { articles: 5, leftOut: 1, excludedCards: 1 };
    expect(pair).toMatchObject({ one: side, other: side });
  });

  it("says how many articles of a side are curated only in part", () => {
    const curation = { id: "curation", name: "Curation", kind: "curation" as const };
    const articles = planted.articles.map((one, at) => {
      const [own] = one.sets;
      const curated = { ...own, annotatorId: curation.id, attributions: [], spans: [], progress: [] };
      return at === 0 ? { ...one, sets: [...one.sets, curated as never] } : one;
    });
    const begun = { ...planted, annotators: [...planted.annotators, curation], articles };
    const report = compared(begun, { measures: ["no-comment"], one: defaultScope, other: of(planter) });
    expect(report).toMatchObject({ one: { curatedInPart: 1 }, other: { curatedInPart: 0 } });
    expect(words.tell(sidesCounted(report))).toContain("Curated only in part: 1 article against 0 articles.");
  });

  it("leaves out, in random projects, what the figures of each scope leave out", () => {
    let excluded = 0;
    for (const bundle of fc.sample(randomPlanted, { seed: 7, numRuns: runs(20) })) {
      const asked = { measures: ["no-comment"], by: [], seed: 1 };
      const sides = compared(bundle, { ...asked, ...harbour });
      for (const [side, scope] of [
        [sides.one, harbour.one],
        [sides.other, harbour.other],
      ] as const) {
        const report = finish(insightReport(indexedProject(bundle), { ...asked, scope }));
        if (!report.ok) throw new Error(words.tell(report.problem));
        expect(report.measures[0]?.scope).toMatchObject(side);
        excluded += side.excludedCards;
      }
    }
    expect(excluded).toBeGreaterThan(0);
  });

  it("is refused for groups of whole articles and for one person twice, and is a table", () => {
    const project = indexedProject(planted);
    const problemOf = (asked: Partial<SideQuery>): string => {
      const query = { measures: [], by: [], seed: 1, ...harbour, ...asked };
      const report = finish(sideBySide([project, project], query));
      return report.ok ? "" : words.tell(report.problem);
    };
    expect(problemOf({ by: ["month"] })).toMatch(/^Side by side takes no groups of whole articles/u);
    expect(problemOf({ measures: ["together"] })).toMatch(/^Side by side takes no groups of whole articles/u);
    expect(problemOf({ one: of(planter), other: of(secondReader.id) })).toMatch(
      /^No article was annotated by all of these: Anna Lind, second\./u,
    );
    const { figures } = compared(planted, { measures: ["no-comment"], ...harbour });
    const sides = (name: string) =>
      ["value", "numerator", "denominator", "n", "unknown"].map((one) => `${one} ${name}`);
    expect(sideRows(figures, ["A", "B"])).toEqual([
      ["measure", "unit", "difference", "low", "high", ...sides("A"), ...sides("B")],
      ["no-comment", "article", -0.333333333333, null, null, 0, 0, 3, 3, 0, 0.333333333333, 1, 3, 3, 0],
    ]);
  });
});
