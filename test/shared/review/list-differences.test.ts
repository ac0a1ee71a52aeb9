// The list of differences: what it is asked for it shows, nothing else, in a steady order; and its counts add up.
import fc from "fast-check";
import { expect, test } from "vitest";
import { emptySet, setFromJson } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { finish } from "../../../shared/model/work.ts";
import { compareSets } from "../../../shared/review/compare.ts";
import { type ComparedGroup, isAgreed } from "../../../shared/review/comparison.ts";
import { aspects, bySize, type Difference } from "../../../shared/review/difference.ts";
import { edgePolicies } from "../../../shared/review/edge-policies.ts";
import {
  type DifferenceQuery,
  differenceSorts,
  everyDifference,
  fieldsIn,
  groupKey,
  type ListedOf,
  listDifferences,
  questionCounts,
  shownGroups,
  standsApart,
} from "../../../shared/review/list-differences.ts";
import { type Question, questionStates, questionsOf } from "../../../shared/review/questions.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { severalAnnotators } from "../../helpers/several-annotators.ts";

const { articles, annotators, entities } = severalAnnotators(["Ana", "Ben", "Cem", "Dora"]);
const [first] = articles;
if (!first) throw new Error("The sample has an article.");
const registry = tableOf(entities);
const sets = (order: readonly number[]) =>
  order.flatMap((at) => {
    const set = first.sets[at];
    return set ? [{ set: setFromJson(set), entities: registry }] : [];
  });
const compared = (order: readonly number[]) =>
  finish(
    compareSets(sets(order), {
      article: articleTextOf(first.article.text),
      tagset: newsAttribution,
      policies: edgePolicies,
    }),
  );
const comparison = compared([0, 1, 2, 3]);
const ids = annotators.map(({ id }) => id);
const nothing = emptySet({ articleId: first.article.id, annotatorId: "curation", textHash: "" });
const listedOf = (order: readonly number[]): ListedOf => {
  const found = compared(order);
  const review = { annotators: order.map((at) => ids[at] ?? ""), sets: sets(order), comparison: found };
  const questions = questionsOf(review, nothing).map((question, at) => ({
    ...question,
    state: questionStates[at % questionStates.length] ?? "open",
  }));
  return { comparison: found, annotators: review.annotators, questions };
};
const all = listedOf([0, 1, 2, 3]);
const groupsOf = ({ parts }: Question): readonly ComparedGroup[] =>
  parts.flatMap(({ group }) => comparison.groups[group] ?? []);
const keys = comparison.groups.map(groupKey);

const query: fc.Arbitrary<DifferenceQuery> = fc.record({
  shown: fc.constantFrom(...shownGroups),
  of: fc.constantFrom("span", "card", null),
  aspects: fc.subarray([...aspects], { maxLength: 3 }),
  field: fc.constantFrom(...fieldsIn(comparison), null),
  annotator: fc.constantFrom(...ids, "gone", null),
  state: fc.constantFrom(...questionStates, null),
  groups: fc.option(fc.subarray(keys)),
  sort: fc.constantFrom(...differenceSorts),
});

test("whatever is asked for, what is listed is so, and nothing that is so is missing", () => {
  fc.assert(
    fc.property(query, (asked) => {
      const differencesOf = (question: Question, at: number): readonly Difference[] =>
        (asked.shown === "lenient" ? question.parts[at]?.asked : groupsOf(question)[at]?.differences) ?? [];
      const isPartWanted = (question: Question, at: number): boolean => {
        const group = groupsOf(question)[at];
        const differences = differencesOf(question, at);
        return (
          group !== undefined &&
          (asked.of === null ||
            (group.kind === asked.of && (differences.length > 0 || ["same", "all"].includes(asked.shown)))) &&
          (asked.aspects.length === 0 || differences.some(({ aspect }) => asked.aspects.includes(aspect))) &&
          (asked.field === null || differences.some(({ field }) => field === asked.field)) &&
          (asked.annotator === null ||
            asked.annotator === "gone" ||
            differences.some((one) => standsApart(one, ids.indexOf(asked.annotator ?? "")))) &&
          (asked.groups?.includes(groupKey(group)) ?? true)
        );
      };
      const fits = (question: Question): boolean => {
        const isSame = groupsOf(question).every((group) => isAgreed(group, "strict"));
        const isAlike = question.differs === null;
        return (
          {
            all: true,
            same: isSame,
            strict: !isSame,
            passed: isAlike && !isSame,
            lenient: !isAlike,
          }[asked.shown] &&
          (asked.state === null || question.state === asked.state) &&
          question.parts.some((_, at) => isPartWanted(question, at))
        );
      };
      const listed = listDifferences(all, asked);
      expect(listed.map(({ question }) => question.group).sort((a, b) => a - b)).toEqual(
        all.questions.filter(fits).map(({ group }) => group),
      );
      for (const { group, question, key, keys: parts, differing } of listed) {
        expect([comparison.groups[question.group], groupKey(group)]).toEqual([group, key]);
        expect(parts).toEqual(groupsOf(question).map(groupKey));
        expect(differing).toEqual(
          question.parts.flatMap((part, at) => (differencesOf(question, at).length > 0 ? [part.group] : [])),
        );
      }
    }),
  );
});

test("by place it goes down the text; by size the smallest comes first, each at its place", () => {
  const numbersOf = (asked: DifferenceQuery) =>
    listDifferences(all, asked).map(({ question }) => question.group);
  expect(numbersOf(everyDifference)).toEqual(numbersOf(everyDifference).toSorted((a, b) => a - b));
  const sized = listDifferences(all, { ...everyDifference, sort: "size" }).map(({ question }) => question);
  for (const [at, one] of sized.entries()) {
    const next = sized[at + 1];
    if (!next?.differs || !one.differs) continue;
    expect(bySize(one.differs, next.differs) || one.group - next.group).toBeLessThan(0);
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

test("the counts add up to all, strict ones are lenient ones too, and the list shows as many", () => {
  const listed = listedOf([0, 1]);
  const counts = questionCounts(listed.comparison, listed.questions);
  expect(counts.strict).toBeLessThan(counts.lenient);
  expect(counts.lenient).toBeLessThan(counts.all);
  const count = (asked: Partial<DifferenceQuery>) =>
    listDifferences(listed, { ...everyDifference, ...asked }).length;
  expect(count({})).toBe(counts.all - counts.lenient);
  expect(count({ shown: "same" })).toBe(counts.strict);
  expect(count({ shown: "same" }) + count({ shown: "passed" })).toBe(counts.lenient);
  expect(count({ shown: "all" })).toBe(counts.all);
  // What is asked once would be asked once a span and a card.
  expect(counts.parts).toBeGreaterThan(counts.all - counts.lenient);
});
