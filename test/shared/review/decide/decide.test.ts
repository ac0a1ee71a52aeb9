import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../../shared/commands/command.ts";
import { type Annotations, setToJson } from "../../../../shared/model/annotation-set.ts";
import { applyChange, invertChange, misfits } from "../../../../shared/model/change.ts";
import { deepFreeze } from "../../../../shared/model/freeze.ts";
import { violations, violationsOf } from "../../../../shared/model/invariants.ts";
import { records } from "../../../../shared/model/table.ts";
import { finish } from "../../../../shared/model/work.ts";
import { compareSets } from "../../../../shared/review/compare.ts";
import { decideExclusions } from "../../../../shared/review/decide/exclusions.ts";
import {
  acceptTogether,
  decideConflict,
  decidePhrase,
  reopenConflict,
} from "../../../../shared/review/decide/index.ts";
import { queueOf } from "../../../../shared/review/questions.ts";
import { cardUnitsOf, spanUnitsOf } from "../../../../shared/review/review-unit.ts";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";
import { isKey } from "../../../../shared/words/keys.ts";
import { runs } from "../../../helpers/tier.ts";
import { choices, deciderOf, randomReview, sampleReview, type UnderReview } from "./reviews.ts";

const numRuns = runs(30);

interface Act {
  readonly group: number;
  /** By number; the last takes the decision back. */
  readonly choice: number;
}

const act: fc.Arbitrary<Act> = fc.record({ group: fc.nat(200), choice: fc.nat(choices.length) });

function acted(
  { review }: UnderReview,
  decider: ReturnType<typeof deciderOf>,
  from: Annotations,
  { group, choice }: Act,
): Outcome {
  const number = group % Math.max(1, review.comparison.groups.length);
  const chosen = choices[choice];
  const context = decider(from);
  return chosen
    ? decideConflict.run(context, { review, group: number, choice: chosen })
    : reopenConflict.run(context, { review, group: number });
}

const lawsIn = ({ text, start }: UnderReview) => ({
  text: text.text,
  articleId: start.set.articleId,
  tagset: newsAttribution,
});

/** The set under ids that tell what is what, without times: what two ways must have in common. */
function content(state: Annotations): unknown {
  const { spans, attributions, decisions = [] } = setToJson(state.set);
  const parentsOf = (record: { provenance: { origin: { by: string } } }): string =>
    JSON.stringify((record.provenance.origin as { parents?: readonly string[] }).parents ?? []);
  const names = new Map([...spans, ...attributions].map((record) => [record.id, parentsOf(record)]));
  const named = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? id));
  const sorted = <T>(all: readonly T[]): T[] =>
    [...all].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return {
    spans: sorted(spans.map(({ provenance: _p, id, ...span }) => ({ ...span, id: named(id) }))),
    cards: sorted(
      attributions.map(({ provenance: _p, ...card }) => ({
        ...card,
        id: named(card.id),
        voice: card.voice.map(named).sort(),
        cue: named(card.cue),
        claim: named(card.claim),
        via: sorted(card.via.map((via) => ({ ...via, span: named(via.span) }))),
        within: named(card.within),
      })),
    ),
    decisions: sorted(
      decisions.map(({ id: _id, provenance: _p, made, ...decision }) => ({
        ...decision,
        made: made.map(named).sort(),
      })),
    ),
  };
}

const step = (state: Annotations, outcome: Outcome): Annotations =>
  "refusal" in outcome ? state : deepFreeze(applyChange(state, deepFreeze(outcome.change)));

describe("deciding", () => {
  it("can be taken back, fits what it was made on, and never breaks a law", () => {
    fc.assert(
      fc.property(randomReview, fc.array(act, { maxLength: 20, size: "max" }), (under, acts) => {
        const decider = deciderOf(under.text);
        let state = under.start;
        for (const one of acts) {
          const outcome = acted(under, decider, state, one);
          if ("refusal" in outcome) continue;
          expect(misfits(state, outcome.change)).toEqual([]);
          const after = step(state, outcome);
          const errors = violations(after, lawsIn(under)).filter(({ severity }) => severity === "error");
          expect(errors).toEqual([]);
          expect(
            violationsOf(after, outcome.change, lawsIn(under)).filter(({ severity }) => severity === "error"),
          ).toEqual([]);
          expect(setToJson(applyChange(after, invertChange(outcome.change)).set)).toEqual(
            setToJson(state.set),
          );
          state = after;
        }
      }),
      { numRuns },
    );
  });

  it.each([0, 1])("everything as annotator %i has it gives a set that compares equal to theirs", (member) => {
    const check = (under: UnderReview, shuffle: readonly number[]): void => {
      const decider = deciderOf(under.text);
      const { review } = under;
      const order = review.comparison.groups.map((_, at) => at);
      order.sort((a, b) => (shuffle[a % 7] ?? 0) - (shuffle[b % 7] ?? 0) || a - b);
      let state = under.start;
      for (const group of order)
        state = step(
          state,
          decideConflict.run(decider(state), { review, group, choice: { how: "take", member } }),
        );
      const theirs = review.sets[member];
      if (!theirs) throw new RangeError("No such set.");
      // Of two cards in the same place nobody could say which is which.
      const keys = [...cardUnitsOf(theirs.set), ...spanUnitsOf(theirs.set)].map(
        ({ kind, key }) => `${kind} ${key}`,
      );
      fc.pre(new Set(keys).size === keys.length);
      const compared = finish(
        compareSets([theirs, state], { article: under.text, tagset: newsAttribution, policies: [] }),
      );
      expect(compared.groups.filter(({ differences }) => differences.length > 0)).toEqual([]);
      expect([state.set.spans.size, state.set.attributions.size]).toEqual([
        theirs.set.spans.size,
        theirs.set.attributions.size,
      ]);
    };
    check(sampleReview(["Ann", "Bea"]), [0]);
    check(sampleReview(["Ann", "Bea"], 1), [3, 1, 2, 0, 5, 4, 6]);
    fc.assert(fc.property(randomReview, fc.array(fc.nat(9), { minLength: 7, maxLength: 7 }), check), {
      numRuns,
    });
  });

  it("does not depend on the order in which different things were decided", () => {
    fc.assert(
      fc.property(
        randomReview,
        fc.uniqueArray(act, { maxLength: 12, selector: ({ group }) => group }),
        fc.array(fc.nat(9), { minLength: 12, maxLength: 12 }),
        (under, acts, shuffle) => {
          // What is made by hand is made on what stands at that moment.
          const count = Math.max(1, under.review.comparison.groups.length);
          const plain = acts.filter(
            ({ group, choice }, at) =>
              choices[choice]?.how !== "edit" &&
              acts.findIndex((one) => one.group % count === group % count) === at,
          );
          const run = (all: readonly Act[]): Annotations => {
            const decider = deciderOf(under.text);
            return all.reduce((state, one) => step(state, acted(under, decider, state, one)), under.start);
          };
          const other = plain
            .map((one, at) => ({ one, key: shuffle[at] ?? 0 }))
            .sort((a, b) => a.key - b.key);
          expect(content(run(other.map(({ one }) => one)))).toEqual(content(run(plain)));
        },
      ),
      { numRuns: runs(80) },
    );
  });

  it("again replaces what was decided", () => {
    fc.assert(
      fc.property(
        randomReview,
        fc.array(act, { minLength: 1, maxLength: 10 }),
        fc.nat(choices.length),
        (under, acts, first) => {
          const count = Math.max(1, under.review.comparison.groups.length);
          const last = acts.at(-1);
          if (!last || acts.slice(0, -1).some(({ group }) => group % count === last.group % count)) return;
          if ([...acts.map(({ choice }) => choice), first].some((choice) => choices[choice]?.how === "edit"))
            return;
          const run = (all: readonly Act[]): { state: Annotations; refused: boolean } => {
            const decider = deciderOf(under.text);
            let refused = false;
            let state = under.start;
            for (const one of all) {
              const outcome = acted(under, decider, state, one);
              refused = "refusal" in outcome;
              state = step(state, outcome);
            }
            return { state, refused };
          };
          const once = run(acts);
          const isRefusal = once.refused && choices[last.choice] !== undefined;
          if (isRefusal) return;
          const twice = run([...acts.slice(0, -1), { ...last, choice: first }, last]);
          expect(content(twice.state)).toEqual(content(once.state));
        },
      ),
      { numRuns: runs(80) },
    );
  });

  it("keeps who decided, on what, how and why, and the parents of what it made", () => {
    const under = sampleReview(["Ann", "Bea", "Cem"]);
    const { review } = under;
    const [conflict] = queueOf(review, under.start.set)
      .conflicts.flatMap(({ parts }) => parts)
      .filter(({ group }) => review.comparison.groups[group]?.kind === "span");
    if (!conflict) throw new RangeError("The sample has no conflict.");
    const group = review.comparison.groups[conflict.group];
    const member = group?.members.findIndex((id) => id !== null) ?? 0;
    const outcome = decideConflict.run(deciderOf(under.text)(under.start), {
      review,
      group: conflict.group,
      choice: { how: "take", member },
      reason: " the style book ",
    });
    const after = step(under.start, outcome);
    const [decision] = records(after.set.decisions);
    const [span] = records(after.set.spans);
    expect(decision).toMatchObject({
      about: "span",
      how: "take",
      taken: review.annotators[member],
      reason: "the style book",
      made: [span?.id],
      members: review.annotators.map((annotator, at) => ({ annotator, unit: group?.members[at] })),
    });
    expect(decision?.provenance.annotator).toBe("decider");
    expect(span?.provenance.origin).toEqual({
      by: "curated",
      parents: group?.members.filter((id) => id !== null),
    });
  });

  it("has words for the history", () => {
    const commands = [decideConflict, reopenConflict, acceptTogether, decidePhrase, decideExclusions];
    expect(commands.map(({ id }) => isKey(`history.did-${id}`))).toEqual(commands.map(() => true));
  });

  it("accepts many together as one step", () => {
    const under = sampleReview(["Ann", "Bea"]);
    const { agreed } = queueOf(under.review, under.start.set);
    const outcome = acceptTogether.run(deciderOf(under.text)(under.start), {
      review: under.review,
      accepted: agreed.map(({ group }) => ({ group, member: 0 })),
    });
    const after = step(under.start, outcome);
    expect(after.set.decisions.size).toBe(agreed.length);
    expect(queueOf(under.review, after.set).agreed.map(({ state }) => state)).toEqual(
      agreed.map(() => "decided"),
    );
  });
});
