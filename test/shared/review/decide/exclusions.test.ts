// Whatever becomes of what people left out after it was decided on: once nothing is open, the curated set leaves out just what was
// decided, for the reason that whoever was taken gives now.
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Annotations, setFromJson, setToJson } from "../../../../shared/model/annotation-set.ts";
import type { Decision } from "../../../../shared/model/decision.ts";
import type { Exclusion } from "../../../../shared/model/exclusion.ts";
import { selectorOf } from "../../../../shared/model/selector.ts";
import { records } from "../../../../shared/model/table.ts";
import {
  decideExclusions,
  type ExclusionQuestion,
  exclusionQuestions,
  openExclusions,
} from "../../../../shared/review/decide/exclusions.ts";
import { markedArticle } from "../../../helpers/marked-article.ts";
import { stateAfter } from "../../../helpers/outcome.ts";
import { runs } from "../../../helpers/tier.ts";
import { deciderOf, reviewOf, type UnderReview } from "./reviews.ts";

const { text, annotations } = markedArticle("Advertisement. Orban said it was over. Read more here.");

type Left = Record<string, readonly [start: number, end: number, reason: string]>;

const exclusionsOf = (left: Left): Exclusion[] =>
  Object.entries(left).map(([id, [start, end, reason]]) => ({
    id,
    segment: selectorOf(text.text, { start, end }),
    reason,
  }));

/** What each person leaves out, by id. */
const review = (...people: readonly Left[]): UnderReview =>
  reviewOf(
    text,
    people.map((left) => ({
      ...annotations,
      set: setFromJson({ ...setToJson(annotations.set), exclusions: exclusionsOf(left) }),
    })),
  );

const decider = deciderOf(text);

function decided(under: UnderReview, state: Annotations, question: ExclusionQuestion, taken: number | null) {
  const context = decider(state);
  const verdicts = [{ question, taken }];
  return stateAfter(context, decideExclusions.run(context, { review: under.review, verdicts }));
}

function allDecided(under: UnderReview, state: Annotations, taken: number | null): Annotations {
  let now = state;
  for (let turn = 0; turn < 20; turn += 1) {
    const [open] = openExclusions(under.review, now.set);
    if (!open) return now;
    now = decided(under, now, open, taken !== null && open.members[taken] ? taken : null);
  }
  throw new RangeError("It never ends.");
}

const leftOut = ({ set }: Annotations): string[] =>
  [...records(set.exclusions)]
    .map(({ segment: { start, end }, reason }) => `${start} ${end} ${reason}`)
    .sort();

it.each([
  ["edges, under the same id", { e: [0, 20, "ad"] }],
  ["edges, made anew", { f: [0, 20, "ad"] }],
  ["reason", { e: [0, 14, "boilerplate"] }],
] as const)(
  "what was left out is asked about again after a change of its %s, and goes when that is decided",
  (_, now) => {
    const before = review({ e: [0, 14, "ad"] }, {});
    const state = allDecided(before, before.start, 0);
    expect(leftOut(state)).toEqual(["0 14 ad"]);
    const after = review(now, {});
    const wanted = Object.values(now).map((one) => one.join(" "));
    expect(openExclusions(after.review, state.set).length).toBeGreaterThan(0);
    const [question] = openExclusions(after.review, state.set).filter(({ members }) => members[0]);
    if (!question) throw new RangeError("It is asked about.");
    const taken = decided(after, state, question, 0);
    expect(leftOut(taken)).toEqual(wanted);
    expect(openExclusions(after.review, taken.set)).toEqual([]);
    expect(leftOut(decided(after, state, question, null))).toEqual([]);
  },
);

it("what moved to where somebody else's was decided on is asked about, and leaves nothing where it stood", () => {
  const before = review({ a: [5, 19, "ad"] }, { b: [15, 20, ""] });
  const state = [0, 1].reduce((now, taken) => {
    const question = openExclusions(before.review, now.set).find(({ members }) => members[taken]);
    if (!question) throw new RangeError("It is asked about.");
    return decided(before, now, question, taken);
  }, before.start);
  expect(leftOut(state)).toEqual(["15 20 ", "5 19 ad"]);
  const after = review({}, { b: [5, 19, "ad"] });
  expect(openExclusions(after.review, state.set)).toHaveLength(1);
  expect(leftOut(allDecided(after, state, 1))).toEqual(["5 19 ad"]);
});

it("what nobody leaves out any more is asked about until it is kept in", () => {
  const before = review({ e: [0, 14, "ad"] }, {});
  const state = allDecided(before, before.start, 0);
  const after = review({}, {});
  const [left, ...more] = openExclusions(after.review, state.set);
  expect([left?.place, left?.members, left?.isUnanimous, more]).toEqual([
    { start: 0, end: 14 },
    [null, null],
    false,
    [],
  ]);
  const now = allDecided(after, state, null);
  expect([leftOut(now), now.set.decisions.size]).toEqual([[], 0]);
});

it("what somebody left out who is not compared now stays as it was decided", () => {
  const all = review({}, {}, { e: [0, 14, "ad"] });
  const state = allDecided(all, all.start, 2);
  const two = review({}, {});
  expect(exclusionQuestions(two.review, state.set)).toEqual([]);
});

it("of two machines' decisions on one the later counts, in whatever order they lie, and is open where the set says something else", () => {
  const under = review({ e: [0, 14, "ad"] }, { f: [0, 14, "boilerplate"] });
  const [question] = openExclusions(under.review, under.start.set);
  if (!question) throw new RangeError("It is asked about.");
  const first = decided(under, under.start, question, 0);
  const second = decided(under, under.start, question, 1);
  const decisions = [first, second].flatMap(({ set }) => setToJson(set).decisions ?? []);
  const merged = (order: readonly Decision[], from: Annotations) =>
    exclusionQuestions(under.review, setFromJson({ ...setToJson(from.set), decisions: order })).map(
      (one) => one.decision?.taken ?? null,
    );
  for (const order of [decisions, [...decisions].reverse()]) {
    expect(merged(order, second)).toEqual(["annb"]);
    expect(merged(order, first)).toEqual([null]);
  }
});

it("nothing is left behind by any history of leaving out and deciding", () => {
  const one = fc.record({
    id: fc.constantFrom("e", "f", "g"),
    start: fc.constantFrom(0, 5, 15),
    length: fc.constantFrom(5, 14),
    reason: fc.constantFrom("", "ad"),
  });
  const person = (prefix: string) =>
    fc
      .uniqueArray(one, { maxLength: 3, selector: ({ id }) => id })
      .map(
        (all): Left =>
          Object.fromEntries(
            all.map(({ id, start, length, reason }) => [`${prefix}${id}`, [start, start + length, reason]]),
          ),
      );
  const turn = fc.record({
    ann: person("a"),
    bea: person("b"),
    acts: fc.array(fc.tuple(fc.nat(5), fc.constantFrom(0, 1, null)), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(
      fc.array(turn, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(0, 1, null),
      (turns, last) => {
        let state: Annotations | null = null;
        let under: UnderReview | null = null;
        for (const { ann, bea, acts } of turns) {
          under = review(ann, bea);
          state ??= under.start;
          for (const [at, taken] of acts) {
            const questions = exclusionQuestions(under.review, state.set);
            const question = questions[at % Math.max(1, questions.length)];
            if (question)
              state = decided(
                under,
                state,
                question,
                taken !== null && question.members[taken] ? taken : null,
              );
          }
        }
        if (!under || !state) return;
        const { review: compared } = under;
        state = allDecided(under, state, last);
        const wanted = exclusionQuestions(compared, state.set).flatMap(({ place, members, decision }) => {
          const at = decision?.how === "nothing" ? -1 : compared.annotators.indexOf(decision?.taken ?? "");
          return members[at] ? [`${place.start} ${place.end} ${members[at].reason}`] : [];
        });
        expect(leftOut(state)).toEqual(wanted.sort());
      },
    ),
    { numRuns: runs(200) },
  );
});
