// What is drawn of a comparison: each annotator's marks and what they lack, in columns and in lanes.
import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutOf } from "../../../../renderer/editor/layout.ts";
import {
  below,
  comparedText,
  groupOf,
  laneClasses,
  laneStretches,
  laneStyles,
  without,
} from "../../../../renderer/panels/review-compare/compared-text.ts";
import { quoteParts } from "../../../../renderer/panels/review-compare/said-words.ts";
import { decidedLane, isDecided } from "../../../../renderer/panels/review-compare/text-section.tsx";
import { setFromJson } from "../../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../../shared/model/article-text.ts";
import { joinRanges, type Range } from "../../../../shared/model/range.ts";
import type { Span } from "../../../../shared/model/span.ts";
import { records, tableOf } from "../../../../shared/model/table.ts";
import { finish } from "../../../../shared/model/work.ts";
import { compareSets } from "../../../../shared/review/compare.ts";
import { isAgreed } from "../../../../shared/review/comparison.ts";
import { newsAttribution as tagset } from "../../../../shared/tagsets/news-attribution.ts";
import { severalAnnotators } from "../../../helpers/several-annotators.ts";

const { articles, annotators, entities } = severalAnnotators(["Ana", "Ben", "Cem"]);
const [first] = articles;
if (!first) throw new Error("The sample has an article.");
const text = articleTextOf(first.article.text);
const registry = tableOf(entities);
const sets = first.sets.map((set) => ({ set: setFromJson(set), entities: registry }));
const review = {
  annotators: annotators.map(({ id }) => id),
  sets,
  comparison: finish(compareSets(sets, { article: text, tagset, policies: [] })),
};
const { paragraphs } = layoutOf(text);
const compared = comparedText(review, paragraphs, tagset);

const cover = (ranges: readonly Range[]): string => {
  const covered = new Set<number>();
  for (const { start, end } of ranges) for (let at = start; at < end; at += 1) covered.add(at);
  return [...covered].sort((a, b) => a - b).join();
};
const inText = (ranges: readonly Range[]): string =>
  cover(
    paragraphs.flatMap(({ start, end }) =>
      ranges.map((range) => ({ start: Math.max(start, range.start), end: Math.min(end, range.end) })),
    ),
  );

test("each annotator’s spans are drawn where they are, and what others have there as ghosts", () => {
  for (const [column, { set }] of sets.entries()) {
    const pieces = paragraphs.flatMap((_, at) => compared.piecesOf(at, column));
    for (const [number, group] of review.comparison.groups.entries()) {
      if (group.kind === "card") continue;
      const segmentsOf = (at: number): Range[] =>
        [...records(sets[at]?.set.spans ?? set.spans)]
          .filter(({ id }) => id === group.members[at])
          .flatMap(({ segments }) => segments);
      const own = pieces.filter(({ id, ghost }) => groupOf(id) === number && !ghost);
      const ghosts = pieces.filter(({ id, ghost }) => groupOf(id) === number && ghost);
      expect(cover(own)).toBe(inText(segmentsOf(column)));
      const all = joinRanges(sets.flatMap((_, at) => segmentsOf(at)));
      expect(cover([...own, ...ghosts])).toBe(inText(all));
      expect(compared.isQuiet(number)).toBe(isAgreed(group, "lenient"));
    }
  }
});

test("what is decided so far lies in a lane of its own, tied to the groups that it was made of", () => {
  const [number, group] =
    [...review.comparison.groups.entries()].find(([, one]) => one.kind === "span") ?? [];
  const [own] = [...records(sets[0]?.set.spans ?? tableOf<Span>())].filter(({ id }) =>
    group?.members.includes(id),
  );
  if (!own || number === undefined) throw new Error("The first annotator has a span.");
  const origin = { by: "curated" as const, parents: [own.id] };
  const curated = { ...own, id: "c1", provenance: { ...own.provenance, origin } };
  const byHand = { ...own, id: "c2", provenance: { ...own.provenance, origin: { by: "human" as const } } };
  const lane = decidedLane(review, tableOf([curated, byHand]), paragraphs, tagset);
  const pieces = paragraphs.flatMap((_, at) => lane(at));
  expect(pieces.map(({ id }) => groupOf(id)).sort()).toEqual([number, Number.NaN]);
  expect(cover(pieces)).toBe(inText(own.segments));
  expect(pieces.every(({ id }) => isDecided(id))).toBe(true);
  expect(paragraphs.flatMap((_, at) => compared.piecesOf(at, 0)).some(({ id }) => isDecided(id))).toBe(false);
  expect(laneStyles([0, "decided"])).toContain("var(--person-decided)");
});

test("every difference is named at the paragraph that it begins in, once", () => {
  const named = paragraphs.flatMap((_, at) => compared.differencesIn(at));
  expect(named.sort((a, b) => a - b)).toEqual(
    review.comparison.groups.flatMap((group, number) =>
      isAgreed(group, "lenient") || group.place === null ? [] : [number],
    ),
  );
});

test("what lies in none of others is left over, to the character", () => {
  const ranges = fc
    .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 8 })), { maxLength: 5 })
    .map((list) => joinRanges(list.map(([start, length]) => ({ start, end: start + length }))));
  fc.assert(
    fc.property(ranges, ranges, (some, taken) => {
      const left = without(some, taken);
      expect(cover([...left, ...taken])).toBe(cover([...some, ...taken]));
      expect(cover(left).length === 0 || cover(without(left, taken)) === cover(left)).toBe(true);
      for (const { start, end } of left) expect(start).toBeLessThan(end);
    }),
  );
});

test("a stretch of one text says which lanes it lies in, and quietly what all have alike", () => {
  for (const [at] of paragraphs.entries()) {
    const lanes = sets.map((_, column) => compared.piecesOf(at, column));
    const stretches = laneStretches(lanes);
    for (const [number, stretch] of stretches.entries()) {
      const next = stretches[number + 1];
      expect(next === undefined || stretch.end <= next.start).toBe(true);
      const classes = laneClasses(stretch, tagset, (id) => compared.isQuiet(groupOf(id))).split(" ");
      for (const { lane, type, id } of stretch.layers) {
        const form = tagset.spanTypes[type]?.form;
        expect(classes).toContain(`lane${lane}-${form}${compared.isQuiet(groupOf(id)) ? "-quiet" : ""}`);
      }
    }
    expect(cover(stretches)).toBe(cover(lanes.flat().filter(({ ghost }) => !ghost)));
  }
});

test("lanes are as many as the annotators, each in their colour, and room is made for all", () => {
  const sheet = laneStyles([4, 0, 8]);
  for (const [lane, colour] of [4, 0, 8].entries())
    expect(sheet).toMatch(new RegExp(`lane${lane}-underline\\{--line-${lane}:[^}]*--person-${colour}\\)`));
  expect(sheet).toContain(`--lanes-below:${below(3)}px`);
  expect(sheet).not.toContain("lane3-");
});

test("a quote tells apart what not everybody has", () => {
  const words = "He said that it was over, they say.";
  const range = (quote: string): Range => {
    const start = words.indexOf(quote);
    return { start, end: start + quote.length };
  };
  const [short, long] = [[range("it was over")], [range("that it was over,")]];
  expect(quoteParts(words, long, [short, long])).toEqual([
    { text: "He said ", how: "around" },
    { text: "that ", how: "apart" },
    { text: "it was over", how: "shared" },
    { text: ",", how: "apart" },
    { text: " they say.", how: "around" },
  ]);
  expect(quoteParts(words, short, [short, long]).map(({ how }) => how)).toEqual([
    "around",
    "shared",
    "around",
  ]);
  expect(quoteParts(words, [], [[], long])).toEqual([]);
});
