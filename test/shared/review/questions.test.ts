// What is asked of somebody who decides: one question an attribution, settled by one decision, and nothing left over.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Annotations, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { spansOf } from "../../../shared/model/attribution.ts";
import { applyChange, invertChange } from "../../../shared/model/change.ts";
import { records } from "../../../shared/model/table.ts";
import { finish } from "../../../shared/model/work.ts";
import { compareSets } from "../../../shared/review/compare.ts";
import { supportersOf } from "../../../shared/review/comparison.ts";
import { alikeTo } from "../../../shared/review/decide/alike.ts";
import { decideConflict, decidePhrase, reopenConflict } from "../../../shared/review/decide/index.ts";
import { aspects } from "../../../shared/review/difference.ts";
import { groupKey } from "../../../shared/review/list-differences.ts";
import {
  auditSample,
  decidedAlone,
  questionsOf,
  queueOf,
  supportedBy,
} from "../../../shared/review/questions.ts";
import { cardUnitsOf, spanUnitsOf } from "../../../shared/review/review-unit.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { markedArticle } from "../../helpers/marked-article.ts";
import { stateAfter } from "../../helpers/outcome.ts";
import { runs } from "../../helpers/tier.ts";
import {
  after,
  allDecided,
  decided,
  deciderOf,
  questionsIn,
  randomReview,
  reviewOf,
  sampleReview,
  settling,
} from "./decide/reviews.ts";

const under = fc.oneof(
  randomReview,
  fc.constantFrom(sampleReview(["Ann", "Bea"]), sampleReview(["Ann", "Bea", "Cem"], 1)),
);
const numbers = fc.array(fc.nat(4), { minLength: 1, maxLength: 9 });

describe("the questions of a comparison", () => {
  it("hold every span and card once, and are no more than the attributions and the spans outside of them", () => {
    fc.assert(
      fc.property(under, (one) => {
        const questions = questionsIn(one, one.start);
        const parts = questions.flatMap((question) => question.parts.map(({ group }) => group));
        expect(parts.sort((a, b) => a - b)).toEqual(one.review.comparison.groups.map((_, at) => at));
        const involved = one.review.sets.map(({ set }) => {
          const cards = [...records(set.attributions)];
          const held = new Set(cards.flatMap(spansOf));
          return cards.length + [...records(set.spans)].filter(({ id }) => !held.has(id)).length;
        });
        expect(questions.length).toBeLessThanOrEqual(involved.reduce((sum, count) => sum + count, 0));
        expect(questions.every(({ state }) => state === "open")).toBe(true);
      }),
      { numRuns: runs(30) },
    );
  });

  it("are all settled once each was decided, whatever was chosen, and no law is broken", () => {
    fc.assert(
      fc.property(under, numbers, (one, choices) => {
        const state = allDecided(one, choices);
        const questions = questionsIn(one, state);
        expect(questions.flatMap(({ parts }) => parts).filter((part) => part.state !== "decided")).toEqual(
          [],
        );
        // One decision a question, none of them on a part.
        expect(state.set.decisions.size).toBeLessThanOrEqual(questions.length);
      }),
      { numRuns: runs(30) },
    );
  });

  it.each([0, 1])("all decided for annotator %i give their set", (member) => {
    fc.assert(
      fc.property(under, (one) => {
        const state = allDecided(one, [member]);
        const theirs = one.review.sets[member];
        if (!theirs) throw new RangeError("No such set.");
        // Of two cards in the same place nobody could say which is which.
        const keys = [...cardUnitsOf(theirs.set), ...spanUnitsOf(theirs.set)].map(
          ({ kind, key }) => `${kind} ${key}`,
        );
        fc.pre(new Set(keys).size === keys.length);
        const compared = finish(
          compareSets([theirs, state], { article: one.text, tagset: newsAttribution, policies: [] }),
        );
        expect(compared.groups.filter(({ differences }) => differences.length > 0)).toEqual([]);
        expect([state.set.spans.size, state.set.attributions.size]).toEqual([
          theirs.set.spans.size,
          theirs.set.attributions.size,
        ]);
      }),
      { numRuns: runs(30) },
    );
  });

  it("are decided one at a time: others stay decided, and undo takes back just that one", () => {
    fc.assert(
      fc.property(under, numbers, fc.nat(99), (one, choices, which) => {
        const decider = deciderOf(one.text);
        let state = one.start;
        const told = (from: Annotations) =>
          questionsIn(one, from).map(({ group, state: is, parts }) => ({ group, is, parts: parts.length }));
        for (const [turn, number] of choices.entries()) {
          const questions = questionsIn(one, state);
          const question = questions[(which + turn * 7) % Math.max(1, questions.length)];
          const choice = settling[number];
          if (!question || !choice) return;
          const before = told(state);
          const outcome = decided(one, decider, state, question, choice);
          if ("refusal" in outcome) throw new RangeError(outcome.refusal);
          const next = after(state, outcome);
          const now = new Map(told(next).map((each) => [each.group, each]));
          expect(now.get(question.group)?.is).toBe("decided");
          for (const { group, is } of before)
            if (is === "decided" && group !== question.group) expect(now.get(group)?.is).toBe("decided");
          const back = applyChange(next, invertChange(outcome.change));
          expect(told(back)).toEqual(before);
          expect(setToJson(back.set)).toEqual(setToJson(state.set));
          state = next;
        }
      }),
      { numRuns: runs(30) },
    );
  });

  it("are the same whatever the order of the annotators", () => {
    fc.assert(
      fc.property(under, ({ text, review }) => {
        const asked = (order: readonly number[]) => {
          const other = reviewOf(
            text,
            order.flatMap((at) => review.sets[at] ?? []),
          );
          const keyOf = (number: number): string => {
            const group = other.review.comparison.groups[number];
            return group ? groupKey(group) : "";
          };
          return questionsIn(other, other.start)
            .map(({ group, parts, differs }) => [
              keyOf(group),
              differs?.aspect ?? "",
              ...parts
                .map((part) => `${keyOf(part.group)} ${part.asked.map(({ aspect }) => aspect).join()}`)
                .sort(),
            ])
            .sort();
        };
        const order = review.sets.map((_, at) => at);
        expect(asked([...order].reverse())).toEqual(asked(order));
      }),
      { numRuns: runs(40) },
    );
  });
});

const said = "{o:speaker|Viktor Orban} {s:cue|said} {c:claim|it was over}. {x:speaker|Kyiv} left.";
const card = { cards: { k: { voice: ["o"], cue: "s", claim: "c" } } };
const ours = markedArticle(said, card);
const theirs = markedArticle(
  "Viktor {p:source|Orban} {t:cue|said} {d:claim|it was} over. {y:speaker|Kyiv} left.",
  { cards: { l: { voice: ["p"], cue: "t", claim: "d" } } },
);
const both = reviewOf(ours.text, [ours.annotations, theirs.annotations]);

describe("a question about a card", () => {
  const [conflict] = questionsIn(both, both.start).filter(({ differs }) => differs !== null);
  if (!conflict) throw new RangeError("They differ.");
  const decider = deciderOf(both.text);
  const run = (state: Annotations, args: Omit<Parameters<typeof decideConflict.run>[1], "review">) => {
    const context = decider(state);
    return stateAfter(context, decideConflict.run(context, { review: both.review, ...args }));
  };

  it("asks once for all that differs in it, and not for what all have alike", () => {
    expect(conflict.parts).toHaveLength(4);
    expect(conflict.parts.map(({ asked }) => asked.map(({ aspect }) => aspect))).toEqual([
      [],
      ["edges", "type"],
      [],
      ["edges"],
    ]);
    expect(questionsIn(both, both.start).filter(({ differs }) => differs !== null)).toHaveLength(1);
  });

  it("is partly decided by a part, which keeps its own decision when the rest is decided", () => {
    const voice = conflict.parts[1]?.group ?? -1;
    const partly = run(both.start, { group: voice, choice: { how: "take", member: 1 } });
    expect(questionsIn(both, partly).find(({ group }) => group === conflict.group)?.state).toBe("partly");
    const whole = run(partly, { group: conflict.group, choice: { how: "take", member: 0 } });
    const words = [...records(whole.set.spans)].map(({ type, segments }) => `${type} ${segments[0]?.quote}`);
    expect(words.sort()).toEqual(["claim it was over", "cue said", "source Orban"]);
    expect(questionsIn(both, whole).find(({ group }) => group === conflict.group)?.state).toBe("decided");
    const nothing = run(partly, {
      group: conflict.group,
      choice: { how: "nothing" },
      reopened: decidedAlone(
        questionsIn(both, partly).find(({ group }) => group === conflict.group) ?? conflict,
      ),
    });
    expect([nothing.set.spans.size, nothing.set.decisions.size]).toEqual([0, 1]);
  });

  it("takes the words of all of its spans together, or only those that they share", () => {
    const quotes = (how: "union" | "intersection"): string[] => {
      const { set } = run(both.start, { group: conflict.group, choice: { how } });
      return [...records(set.spans)].map(({ segments }) => segments[0]?.quote ?? "").sort();
    };
    expect(quotes("union")).toEqual(["Viktor Orban", "it was over", "said"]);
    expect(quotes("intersection")).toEqual(["Orban", "it was", "said"]);
  });

  it("is partly open again when somebody marks more of it later", () => {
    const state = run(both.start, { group: conflict.group, choice: { how: "take", member: 0 } });
    const more = markedArticle(
      "{o:speaker|Viktor Orban} {s:cue|said} {c:claim|it was over}. {v:speaker|Kyiv} left.",
      { cards: { k: { voice: ["o", "v"], cue: "s", claim: "c" } } },
    );
    const later = reviewOf(ours.text, [more.annotations, theirs.annotations]);
    const question = questionsOf(later.review, state.set).find(({ parts }) => parts.length > 1);
    expect(question?.state).toBe("partly");
    expect(question?.parts.filter((part) => part.state === "open")).toHaveLength(1);
  });

  it("is taken back with all of its parts", () => {
    const voice = conflict.parts[1]?.group ?? -1;
    const partly = run(both.start, { group: voice, choice: { how: "take", member: 1 } });
    const whole = run(partly, { group: conflict.group, choice: { how: "take", member: 0 } });
    const context = decider(whole);
    const question = questionsIn(both, whole).find(({ group }) => group === conflict.group) ?? conflict;
    const back = stateAfter(
      context,
      reopenConflict.run(context, {
        review: both.review,
        group: conflict.group,
        reopened: decidedAlone(question),
      }),
    );
    expect([back.set.spans.size, back.set.attributions.size, back.set.decisions.size]).toEqual([0, 0, 0]);
  });
});

describe("what follows from another", () => {
  it("is not asked: nesting in a card that somebody lacks, and the kind that edges make", () => {
    const text = "{a:speaker|Ann} {b:cue|said} {c:claim|that {d:speaker|Bob} {e:cue|knew} {f:claim|all}}.";
    const outer = { voice: ["a"], cue: "b", claim: "c" };
    const inner = { voice: ["d"], cue: "e", claim: "f" };
    const one = markedArticle(text, { cards: { k: outer, l: { ...inner, within: "k" } } });
    const other = markedArticle(text, { cards: { l: inner } });
    const nested = reviewOf(one.text, [
      one.annotations,
      { ...other.annotations, set: setFromJson(setToJson(other.set)) },
    ]);
    const asked = questionsIn(nested, nested.start).filter(({ differs }) => differs !== null);
    expect(asked.map(({ differs }) => differs?.aspect)).toEqual(["missing"]);
    // Taken from who could not say so, it lies within the other all the same, once that is there.
    const state = allDecided(nested, [1]);
    expect([...records(state.set.attributions)].map(({ within }) => within)).toEqual([null]);
    const decider = deciderOf(nested.text);
    const first = asked[0];
    if (!first) throw new RangeError("They differ.");
    const context = decider(state);
    const there = stateAfter(
      context,
      decideConflict.run(context, {
        review: nested.review,
        group: first.group,
        choice: { how: "take", member: 0 },
      }),
    );
    expect([...records(there.set.attributions)].filter(({ within }) => within !== null)).toHaveLength(1);
  });
});

const several = (...marked: readonly string[]) => {
  const articles = marked.map((one) => markedArticle(one));
  return reviewOf(
    articles[0]?.text ?? articleTextOf(""),
    articles.map(({ annotations }) => annotations),
  );
};

describe("the queue of conflicts", () => {
  it("holds every question once, the smallest difference first and then in reading order", () => {
    fc.assert(
      fc.property(randomReview, ({ review, start }) => {
        const { conflicts, agreed } = queueOf(review, start.set);
        const numbers = [...conflicts, ...agreed].map(({ group }) => group).sort((a, b) => a - b);
        expect(numbers).toEqual(questionsOf(review, start.set).map(({ group }) => group));
        const ranks = conflicts.map(({ differs, group }) => [
          aspects.indexOf(differs?.aspect ?? "missing"),
          group,
        ]);
        expect(ranks).toEqual([...ranks].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
        expect([...conflicts, ...agreed].every(({ state }) => state === "open")).toBe(true);
      }),
      { numRuns: runs(40) },
    );
  });

  it("tells what is open, decided and unsure, in an order that deciding does not change", () => {
    const { review, start, text } = sampleReview(["Ann", "Bea"]);
    const decider = deciderOf(text);
    const before = queueOf(review, start.set).conflicts;
    const [first, second] = before;
    if (!first || !second) throw new RangeError("The sample has two conflicts.");
    const unsure = stateAfter(
      decider(start),
      decideConflict.run(decider(start), { review, group: first.group, choice: { how: "unsure" } }),
    );
    const after = stateAfter(
      decider(unsure),
      decideConflict.run(decider(unsure), { review, group: second.group, choice: { how: "nothing" } }),
    );
    const { conflicts } = queueOf(review, after.set);
    expect(conflicts.map(({ group }) => group)).toEqual(before.map(({ group }) => group));
    expect(conflicts.slice(0, 3).map(({ state }) => state)).toEqual(["unsure", "decided", "open"]);
  });

  it("opens a conflict again when a colleague’s mark has become another one, and says what was decided", () => {
    const first = several("{o:speaker|Orban} spoke.", "{p:source|Orban} spoke.");
    const decider = deciderOf(first.text);
    const decided = stateAfter(
      decider(first.start),
      decideConflict.run(decider(first.start), {
        review: first.review,
        group: 0,
        choice: { how: "take", member: 1 },
      }),
    );
    const second = several("{o:speaker|Orban} spoke.", "{q:cue|Orban} spoke.");
    const [conflict] = queueOf(second.review, decided.set).conflicts;
    expect([conflict?.state, conflict?.decision?.how]).toEqual(["open", "take"]);
    const again = decideConflict.run(decider(decided), {
      review: second.review,
      group: 0,
      choice: { how: "take", member: 0 },
    });
    const after = stateAfter(decider(decided), again);
    expect([after.set.decisions.size, after.set.spans.size]).toEqual([1, 1]);
  });
});

describe("accepting together", () => {
  const under = several(
    "{a:speaker|Orban} {b:cue|said} {c:claim|so}. {d:cue|Then} he went.",
    "{e:speaker|Orban} {f:cue|said} {g:claim|so}. {h:source|Then} he went.",
    "{i:speaker|Orban} said {j:claim|so}. {k:cue|Then} he went.",
  );
  const { review, start } = under;
  const queue = queueOf(review, start.set);
  const words = (groups: readonly { group: number }[]): string[] =>
    groups.map(({ group }) => {
      const { place } = review.comparison.groups[group] ?? {};
      return place ? under.text.text.slice(place.start, place.end) : "";
    });

  it("takes what so many have alike, who have it", () => {
    expect(words(supportedBy(review, queue, 3))).toEqual(["Orban", "so"]);
    expect(words(supportedBy(review, queue, 2))).toEqual(["Orban", "said", "so", "Then"]);
    expect(review.comparison.groups.map(supportersOf)).toEqual([
      [0, 1, 2],
      [0, 1],
      [0, 1, 2],
      [0, 2],
    ]);
  });

  it("leaves a share for somebody to look at, the same for the same seed", () => {
    const all = supportedBy(review, queue, 2);
    expect(auditSample(review, all, 0.5, "seed")).toHaveLength(2);
    expect(auditSample(review, all, 0.1, "seed")).toHaveLength(1);
    expect([auditSample(review, all, 0, "seed"), auditSample(review, all, 9, "seed")]).toEqual([[], all]);
    expect(auditSample(review, all, 0.5, "seed")).toEqual(
      auditSample(review, [...all].reverse(), 0.5, "seed"),
    );
    const seeds = Array.from({ length: 20 }, (_, seed) =>
      words(auditSample(review, all, 0.3, String(seed))).join(),
    );
    expect(new Set(seeds).size).toBeGreaterThan(2);
  });
});

describe("a phrase", () => {
  it("is found wherever the same people have it in the same ways, and decided as one step", () => {
    const { review, start, text } = several(
      "{a:speaker|Kyiv} said. {b:speaker|Kyiv} went. {c:speaker|kyiv} left. {d:speaker|Moscow} too.",
      "{e:source|Kyiv} said. {f:source|Kyiv} went. {g:source|kyiv} left. {h:source|Moscow} too.",
    );
    const queue = queueOf(review, start.set);
    const alike = alikeTo(review, queue, 0);
    expect(alike).toEqual([1, 2]);
    const context = deciderOf(text)(start);
    const outcome = decidePhrase.run(context, {
      review,
      groups: [0, ...alike],
      choice: { how: "take", member: 1 },
    });
    if ("refusal" in outcome) throw new Error(outcome.refusal);
    const after = applyChange(start, outcome.change);
    expect([after.set.spans.size, after.set.decisions.size]).toEqual([3, 3]);
    expect(alikeTo(review, queueOf(review, after.set), 0)).toEqual([]);
  });
});
