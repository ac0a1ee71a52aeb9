// What was decided between several annotators stands when two of them are said to be one person.
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Annotations, setToJson } from "../../../../shared/model/annotation-set.ts";
import { has, records } from "../../../../shared/model/table.ts";
import type { Review } from "../../../../shared/review/decide/review.ts";
import { countedSets } from "../../../../shared/review/one-person.ts";
import { questionsOf } from "../../../../shared/review/questions.ts";
import { runs } from "../../../helpers/tier.ts";
import { nothing, twoSides } from "../two-sides.ts";
import { allDecided, questionsIn, reviewOf, type UnderReview } from "./reviews.ts";

const sides = ["ours", "theirs", "base", "nothing"] as const;
const numbers = fc.array(fc.nat(4), { minLength: 1, maxLength: 9 });

/** The same once the second of three counts as the first: what the window compares then. */
function countedOnce({ text, review }: UnderReview): {
  readonly review: Review;
  readonly kept: readonly number[];
} {
  const [first = "", second = ""] = review.annotators;
  const sets = review.annotators.map((annotatorId, at) => {
    const { set = nothing.set } = review.sets[at] ?? {};
    return { at, set: { ...setToJson(set), annotatorId } };
  });
  const { counted, passedOver } = countedSets(sets, (id) => (id === second ? first : id));
  const kept = counted.map(({ at }) => at);
  const compared = kept.flatMap((at) => review.sets[at] ?? []);
  return {
    kept,
    review: {
      ...reviewOf(text, compared as readonly Annotations[]).review,
      annotators: counted.map(({ set }) => (set.annotatorId === second ? first : set.annotatorId)),
      sources: counted.map(({ set }) => set.annotatorId),
      beside: new Set(passedOver.flatMap(({ set }) => set.spans.map(({ id }) => id))),
    },
  };
}

it("decisions that name either of them stand on every question that is still the same to those who are left", () => {
  let stood = 0;
  fc.assert(
    fc.property(
      twoSides,
      fc.array(fc.constantFrom(...sides), { minLength: 3, maxLength: 3 }),
      numbers,
      (two, who, turns) => {
        const under = reviewOf(
          two.text,
          who.map((side) => (side === "nothing" ? nothing : two[side])),
        );
        const curated = allDecided(under, turns);
        const { review, kept } = countedOnce(under);
        const keyOf = (kind: string, members: readonly (string | null)[]): string =>
          `${kind} ${members.join()}`;
        const keyAt = (of: Review, number: number): string => {
          const { kind = "", members = [] } = of.comparison.groups[number] ?? {};
          return keyOf(kind, of === review ? members : kept.map((at) => members[at] ?? null));
        };
        // Sets that grew from one another have one id for different things: nothing tells then whose a parent is.
        const isDoubtful = (number: number): boolean => {
          const { members = [] } = under.review.comparison.groups[number] ?? {};
          const left = kept.map((at) => members[at]);
          return members.some(
            (id) => id !== null && !left.includes(id) && review.sets.some(({ set }) => has(set.spans, id)),
          );
        };
        // By each group, as those who are left have it, what it was a part of.
        const wasIn = new Map(
          questionsIn(under, curated).flatMap(({ group, parts }) =>
            parts.map((part) => {
              const question = isDoubtful(part.group) ? "" : keyAt(under.review, group);
              return [keyAt(under.review, part.group), question] as const;
            }),
          ),
        );
        for (const { group: main, state, parts } of questionsOf(review, curated.set)) {
          const question = keyAt(review, main);
          if (!parts.every(({ group }) => wasIn.get(keyAt(review, group)) === question)) continue;
          stood += 1;
          expect(state).toBe("decided");
        }
      },
    ),
    { numRuns: runs(100) },
  );
  expect(stood).toBeGreaterThan(0);
});

it("counting apart again changes nothing of what was decided while they counted as one", () => {
  fc.assert(
    fc.property(twoSides, numbers, ({ text, ours, theirs }, turns) => {
      const under = reviewOf(text, [nothing, ours, theirs]);
      const { review } = countedOnce(under);
      const curated = allDecided({ ...under, review }, turns);
      expect(new Set(questionsOf(under.review, curated.set).map(({ state }) => state))).toEqual(
        new Set(questionsOf(review, curated.set).map(({ state }) => state)),
      );
      expect(
        [...records(curated.set.decisions)].flatMap(({ members }) =>
          members.map(({ annotator }) => annotator),
        ),
      ).not.toContain(review.annotators[0]);
    }),
    { numRuns: runs(50) },
  );
});
