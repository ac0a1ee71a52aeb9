// Sums over drawn articles are those of the samples that other intervals draw, however large the numbers are.
import fc from "fast-check";
import { expect, test } from "vitest";
import { intervalOverParts, percentiles } from "../../../shared/agreement/bootstrap.ts";
import { draws, drawsByArticle, sumsInDraws } from "../../../shared/insight/draws.ts";
import { intervalOverArticles } from "../../../shared/insight/interval.ts";
import { ratioMeasure, sumIn } from "../../../shared/insight/measure.ts";
import { message } from "../../../shared/words/message.ts";
import { runs } from "../../helpers/tier.ts";

/** Numbers that fit into a byte often or seldom, into half a number, and into neither; and those below 0. */
const amounts = fc.array(
  fc.oneof(
    fc.nat({ max: 3 }),
    fc.nat({ max: 300 }),
    fc.nat({ max: 200_000 }),
    fc.integer({ min: -9, max: 0 }),
  ),
  { minLength: 5, maxLength: 400 },
);

test("sums of articles in draws are those of the articles that each draw draws, in any order", () => {
  fc.assert(
    fc.property(amounts, fc.nat(), (all, seed) => {
      const expected: number[] = [];
      intervalOverParts(
        (sample) => {
          expected.push(sumIn(all, sample));
          return 0;
        },
        all.length,
        { seed, draws, share: 0.95 },
      );
      const by = drawsByArticle(all.length, seed);
      const sums = sumsInDraws(by);
      for (let article = all.length - 1; article >= 0; article -= 1) sums.add(article, all[article] ?? 0);
      expect([...sums.whole()]).toEqual(expected);
      const more = sumsInDraws(by, sums.whole());
      more.add(0, 7);
      more.add(0, -7);
      expect([...more.whole()]).toEqual(expected);
    }),
    { numRuns: runs(20) },
  );
});

test("an interval is the same whether it is summed article by article or draw by draw", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 60 })), { minLength: 5, maxLength: 60 }),
      (pairs) => {
        const { count: countOf } = ratioMeasure({
          ...{ id: "test", unit: "article", formula: "", source: "" },
          ...{ name: message("insight.statements"), about: message("insight.statements") },
          ...{ levels: [], heedsDuplicates: false },
          tally: ({ length, words }) => ({ numerator: length, denominator: words, n: 1, unknown: 0 }),
          behind: () => ({ numerator: [], denominator: null, unknown: [] }),
        });
        const articles = pairs.map(([length, words], at) => ({
          ...{ id: `a${at}`, title: "", publisher: null, date: null, authors: [], tags: [], annotatorId: "" },
          ...{ length, words, statements: [] },
        }));
        const selection = {
          bySource: false,
          hasVoice: () => true,
          hasStatement: () => true,
          hasStatementOfAnyKind: () => true,
        };
        const count = countOf(
          articles,
          { ...selection, knowledgeOf: () => "known", pair: null },
          { weights: "full", distancing: new Set(), scope: articles },
        );
        const drawn = intervalOverArticles((sample) => count(sample), articles.length, 3);
        expect(intervalOverArticles(count, articles.length, 3)).toEqual(drawn);
      },
    ),
    { numRuns: runs(20) },
  );
});

test("percentiles are those of the sorted values", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1, maxLength: 300 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, share) => {
        const sorted = [...values].sort((one, other) => one - other);
        const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
        expect(percentiles(values, share)).toEqual([at((1 - share) / 2), at(1 - (1 - share) / 2)]);
      },
    ),
    { numRuns: runs(100) },
  );
});
