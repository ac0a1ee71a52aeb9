import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { applyChange } from "../../../shared/model/change.ts";
import { supportersOf } from "../../../shared/review/comparison.ts";
import { alikeTo } from "../../../shared/review/decide/alike.ts";
import { decideConflict, decidePhrase } from "../../../shared/review/decide/index.ts";
import { aspects } from "../../../shared/review/difference.ts";
import { questionsOf } from "../../../shared/review/questions.ts";
import { auditSample, queueOf, supportedBy } from "../../../shared/review/queue.ts";
import { markedArticle } from "../../helpers/marked-article.ts";
import { stateAfter } from "../../helpers/outcome.ts";
import { runs } from "../../helpers/tier.ts";
import { deciderOf, randomReview, reviewOf, sampleReview } from "./decide/reviews.ts";

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
