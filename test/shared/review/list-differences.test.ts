// The list of differences: what it is asked for it shows, nothing else, in a steady order; and its counts add up.
import fc from "fast-check";
import { expect, test } from "vitest";
import { setFromJson } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { compareSets } from "../../../shared/review/compare.ts";
import { type ComparedGroup, isAgreed } from "../../../shared/review/comparison.ts";
import { aspects, bySize } from "../../../shared/review/difference.ts";
import {
  comparisonCounts,
  type DifferenceQuery,
  differenceSorts,
  everyDifference,
  fieldsIn,
  groupKey,
  type ListedOf,
  listDifferences,
  shownGroups,
  standsApart,
} from "../../../shared/review/list-differences.ts";
import { edgePolicies } from "../../../shared/review/policies/index.ts";
import { finish } from "../../../shared/review/work.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { severalAnnotators } from "../../helpers/several-annotators.ts";

const { articles, annotators, entities } = severalAnnotators(["Ana", "Ben", "Cem", "Dora"]);
const [first] = articles;
if (!first) throw new Error("The sample has an article.");
const registry = tableOf(entities);
const compared = (order: readonly number[]) =>
  finish(
    compareSets(
      order.flatMap((at) => {
        const set = first.sets[at];
        return set ? [{ set: setFromJson(set), entities: registry }] : [];
      }),
      { article: articleTextOf(first.article.text), tagset: newsAttribution, policies: edgePolicies },
    ),
  );
const comparison = compared([0, 1, 2, 3]);
const ids = annotators.map(({ id }) => id);
const states = ["open", "decided", "unsure"] as const;
const all: ListedOf = {
  comparison,
  annotators: ids,
  stateOf: (group) => states[comparison.groups.indexOf(group) % 3] ?? "open",
};
const keys = comparison.groups.map(groupKey);

const query: fc.Arbitrary<DifferenceQuery> = fc.record({
  shown: fc.constantFrom(...shownGroups),
  of: fc.constantFrom("span", "card", null),
  aspects: fc.subarray([...aspects], { maxLength: 3 }),
  field: fc.constantFrom(...fieldsIn(comparison), null),
  annotator: fc.constantFrom(...ids, "gone", null),
  state: fc.constantFrom(...states, null),
  groups: fc.option(fc.subarray(keys)),
  sort: fc.constantFrom(...differenceSorts),
});

test("whatever is asked for, what is listed is so, and nothing that is so is missing", () => {
  fc.assert(
    fc.property(query, (asked) => {
      const fits = (group: ComparedGroup): boolean =>
        (asked.of === null || group.kind === asked.of) &&
        {
          all: true,
          same: isAgreed(group, "strict"),
          strict: !isAgreed(group, "strict"),
          passed: isAgreed(group, "lenient") && !isAgreed(group, "strict"),
          lenient: !isAgreed(group, "lenient"),
        }[asked.shown] &&
        (asked.aspects.length === 0 ||
          group.differences.some(({ aspect }) => asked.aspects.includes(aspect))) &&
        (asked.field === null || group.differences.some(({ field }) => field === asked.field)) &&
        (asked.annotator === null ||
          asked.annotator === "gone" ||
          group.differences.some((one) => standsApart(one, ids.indexOf(asked.annotator ?? "")))) &&
        (asked.state === null || all.stateOf(group) === asked.state) &&
        (asked.groups?.includes(groupKey(group)) ?? true);
      const listed = listDifferences(all, asked);
      expect(listed.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
        comparison.groups.flatMap((group, number) => (fits(group) ? [number] : [])),
      );
      for (const { group, number, key, state } of listed)
        expect([comparison.groups[number], groupKey(group), all.stateOf(group)]).toEqual([group, key, state]);
    }),
  );
});

test("by place it goes down the text; by size the smallest comes first, each at its place", () => {
  expect(listDifferences(all, everyDifference).map(({ number }) => number)).toEqual(
    listDifferences(all, everyDifference)
      .map(({ number }) => number)
      .toSorted((a, b) => a - b),
  );
  const sized = listDifferences(all, { ...everyDifference, sort: "size" });
  for (const [at, { group, number }] of sized.entries()) {
    const next = sized[at + 1];
    const [one, other] = [group.differences[0], next?.group.differences[0]];
    if (!next || !one || !other) continue;
    expect(bySize(one, other) || number - next.number).toBeLessThan(0);
  }
});

test("a group has the same key whatever the order of the annotators, and no other group has it", () => {
  expect(new Set(keys).size).toBe(keys.length);
  expect(compared([2, 0, 3, 1]).groups.map(groupKey).sort()).toEqual([...keys].sort());
});

test("who says other than most stands apart; where no view is that of most, everybody does", () => {
  const apart = (classes: readonly (number | null)[]) =>
    classes.flatMap((_, at) =>
      standsApart({ aspect: "type", classes, said: [], isPassed: false }, at) ? [at] : [],
    );
  expect(apart([0, 0, 1])).toEqual([2]);
  expect(apart([0, 1])).toEqual([0, 1]);
  expect(apart([0, 0, 1, 1, null])).toEqual([0, 1, 2, 3]);
  expect(apart([null, 0, 0])).toEqual([]);
});

test("the counts of spans and of cards add up to all, strict ones are lenient ones too", () => {
  const two = compared([0, 1]);
  const listed = { ...all, comparison: two, annotators: ids.slice(0, 2) };
  const [both, spans, cards] = [null, "span" as const, "card" as const].map((of) =>
    comparisonCounts(two, of),
  );
  for (const count of ["all", "strict", "lenient"] as const)
    expect(both?.[count]).toBe((spans?.[count] ?? 0) + (cards?.[count] ?? 0));
  expect(both?.strict).toBeLessThan(both?.lenient ?? 0);
  expect(both?.lenient).toBeLessThan(both?.all ?? 0);
  const count = (asked: Partial<DifferenceQuery>) =>
    listDifferences(listed, { ...everyDifference, ...asked }).length;
  expect(count({ shown: "same" })).toBe(both?.strict);
  expect(count({ shown: "same" }) + count({ shown: "passed" })).toBe(both?.lenient);
  for (const aspect of aspects)
    expect(count({ shown: "strict", aspects: [aspect] })).toBeGreaterThanOrEqual(both?.byAspect[aspect] ?? 0);
});
