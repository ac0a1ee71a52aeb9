import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reassigned } from "../../../shared/model/assignment.ts";
import { articleStates, workStates } from "../../../shared/model/progress.ts";
import {
  type AssignedSet,
  drawAssignments,
  isTurnOf,
  progressOf,
} from "../../../shared/review/assignments.ts";

const ids = (count: number, letter: string) => Array.from({ length: count }, (_, at) => `${letter}${at}`);
const set = (
  article: string,
  annotator: string,
  state: AssignedSet["state"],
  isCuration = false,
): AssignedSet => ({
  article,
  annotator,
  isCuration,
  state,
});

describe("progress", () => {
  const people = ["ana", "ben"];
  const states = (sets: readonly AssignedSet[], assignments = [{ article: "a", annotator: "ana" }]) => {
    const { articles } = progressOf({ articles: ["a"], people, assignments, sets });
    return articles.map(({ state, work }) => [
      state,
      ...work.map((one) => `${one.annotator} ${one.state}`),
    ])[0];
  };

  it("goes from assigned over the annotators' own states to review and curation", () => {
    expect(states([])).toEqual(["assigned", "ana assigned"]);
    expect(states([set("a", "ana", "in-progress")])).toEqual(["in-progress", "ana in-progress"]);
    expect(states([set("a", "ana", "done")])).toEqual(["done", "ana done"]);
    const curated = (state: AssignedSet["state"]) =>
      states([set("a", "ana", "done"), set("a", "cur", state, true)]);
    expect(curated("in-progress")).toEqual(["in-review", "ana in-review"]);
    expect(curated("done")).toEqual(["curated", "ana curated"]);
  });

  it("tells of those who annotate without having been asked, and of nobody else", () => {
    expect(states([set("a", "ben", "in-progress"), set("a", "ana", "done")])).toEqual([
      "in-progress",
      "ana done",
      "ben in-progress",
    ]);
    expect(states([set("a", "ben", "new")], [])).toEqual([null]);
  });

  it("that calls for somebody comes first, and whoever is not done stays so while others curate", () => {
    expect(states([set("a", "ana", "needs-discussion"), set("a", "ben", "done")])?.[0]).toBe(
      "needs-discussion",
    );
    expect(states([set("a", "ana", "in-progress"), set("a", "cur", "done", true)])).toEqual([
      "curated",
      "ana in-progress",
    ]);
  });

  it("counts every piece of work once, a person and an article", () => {
    const pair = fc.record({
      article: fc.constantFrom(...ids(4, "a")),
      annotator: fc.constantFrom(...ids(3, "p"), "gone"),
    });
    const sets = fc.array(
      fc
        .tuple(pair, fc.constantFrom(...articleStates), fc.boolean())
        .map(([of, state, isCuration]) => ({ ...of, state, isCuration })),
    );
    fc.assert(
      fc.property(fc.array(pair), sets, (assignments, found) => {
        const all = { articles: ids(4, "a"), people: ids(3, "p"), assignments, sets: found };
        const { articles, people: told, totals } = progressOf(all);
        for (const state of workStates) {
          const work = articles.flatMap((one) => one.work).filter((one) => one.state === state).length;
          expect(told.reduce((sum, one) => sum + one.totals[state], 0)).toBe(work);
          expect(totals[state]).toBe(articles.filter((one) => one.state === state).length);
        }
      }),
    );
  });
});

describe("assigning", () => {
  it("names each pair once, keeps who assigned it first, and releasing takes it back", () => {
    const one = { article: "a", annotator: "ana", at: "1", by: "ben" };
    expect(reassigned([one], [{ ...one, at: "2" }], [])).toEqual([one]);
    expect(reassigned([], [one], [])).toEqual([one]);
    expect(reassigned([one], [], [{ article: "a", annotator: "ana" }])).toEqual([]);
  });

  it("makes the assigned articles one's turn; to whom nothing is assigned, all are", () => {
    const assignments = [{ article: "a", annotator: "ana" }];
    expect(["a", "b"].map(isTurnOf("ana", assignments))).toEqual([true, false]);
    expect(["a", "b"].map(isTurnOf("ben", assignments))).toEqual([true, true]);
  });
});

describe("a draw", () => {
  const options = fc.record({
    articles: fc.nat({ max: 30 }).map((count) => ids(count, "a")),
    people: fc.integer({ min: 1, max: 6 }).map((count) => ids(count, "p")),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    times: fc.integer({ min: 1, max: 4 }),
    others: fc.boolean(),
    seed: fc.string(),
  });

  it("gives each sampled article to as many people as wanted, the others to one, nobody twice", () => {
    fc.assert(
      fc.property(options, (of) => {
        const { sampled, pairs } = drawAssignments({ ...of, existing: [] });
        expect(sampled.length).toBe(Math.max(0, Math.ceil(of.share * of.articles.length - 1e-9)));
        for (const article of of.articles) {
          const own = pairs.filter((pair) => pair.article === article).map(({ annotator }) => annotator);
          const wanted = sampled.includes(article) ? Math.min(of.times, of.people.length) : of.others ? 1 : 0;
          expect(own.length).toBe(wanted);
          expect(new Set(own).size).toBe(own.length);
        }
      }),
    );
  });

  it("spreads the work: nobody has two more than another", () => {
    fc.assert(
      fc.property(options, (of) => {
        const { pairs } = drawAssignments({ ...of, existing: [] });
        const loads = of.people.map((id) => pairs.filter(({ annotator }) => annotator === id).length);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is the same for the same seed in any order, and adds nothing to what it gave", () => {
    fc.assert(
      fc.property(options, (of) => {
        const once = drawAssignments({ ...of, existing: [] });
        const turned = { ...of, articles: of.articles.toReversed(), people: of.people.toReversed() };
        expect(drawAssignments({ ...turned, existing: [] })).toEqual(once);
        expect(drawAssignments({ ...of, existing: once.pairs })).toEqual({
          sampled: once.sampled,
          pairs: [],
        });
      }),
    );
  });

  it("draws others with another seed", () => {
    const draw = (seed: string) =>
      drawAssignments({
        articles: ids(40, "a"),
        people: ids(4, "p"),
        share: 0.2,
        times: 2,
        others: false,
        seed,
        existing: [],
      });
    expect(draw("one").sampled).not.toEqual(draw("two").sampled);
    expect(draw("one").sampled).toHaveLength(8);
  });
});
