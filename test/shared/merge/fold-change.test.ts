// A change folded into a state that it was not made on: what either side added or changed is there, and once is as good as twice.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldChange, mergeSets, type Removed } from "../../../shared/merge/merge-sets.ts";
import { type Annotations, referencesOf, setToJson } from "../../../shared/model/annotation-set.ts";
import { applyChange, removed, updated } from "../../../shared/model/change.ts";
import { changeBetween, changeInValue } from "../../../shared/model/difference.ts";
import { placedKinds } from "../../../shared/model/orphan.ts";
import { recordKinds } from "../../../shared/model/record-kinds.ts";
import { get, has, records, type Table } from "../../../shared/model/table.ts";
import { markedArticle } from "../../helpers/marked-article.ts";
import { runs } from "../../helpers/tier.ts";
import { lawsOf, twoSides } from "../review/two-sides.ts";

type AnyTable = Table<{ readonly id: string }>;
const tableIn = (state: Annotations, kind: (typeof recordKinds)[number]): AnyTable =>
  (kind === "entities" ? state.entities : state.set[kind]) as AnyTable;

describe("folding a change into another state", () => {
  it("loses nothing that either side has added or changed", () => {
    fc.assert(
      fc.property(twoSides, ({ base, ours, theirs }) => {
        const { annotations } = foldChange(ours, changeBetween(base, theirs));
        for (const side of [ours, theirs])
          for (const kind of recordKinds)
            for (const record of records(tableIn(side, kind))) {
              const before = get(tableIn(base, kind), record.id);
              if (before === record) continue;
              // What waits on one side and was put back on the other is in its place, and there alone.
              const kinds = kind === "orphans" ? [kind, ...placedKinds] : [kind];
              const there = kinds.filter((one) => has(tableIn(annotations, one), record.id));
              expect(there, `${kind} ${record.id}`).toHaveLength(1);
            }
      }),
      { numRuns: runs(80) },
    );
  });

  it("takes what only they changed, and keeps what only we changed", () => {
    fc.assert(
      fc.property(twoSides, ({ base, ours, theirs }) => {
        const into = (state: Annotations) =>
          setToJson(foldChange(state, changeBetween(base, theirs)).annotations.set);
        expect(into(base)).toEqual(setToJson(theirs.set));
        expect(setToJson(foldChange(ours, {}).annotations.set)).toEqual(setToJson(ours.set));
      }),
      { numRuns: runs(80) },
    );
  });

  it("leaves no card without its spans", () => {
    fc.assert(
      fc.property(twoSides, ({ base, ours, theirs }) => {
        const removed = new Map();
        // The removals of our own side are part of the same fold, as where two journals are read.
        const mine = foldChange(base, changeBetween(base, ours), removed).annotations;
        const { set } = foldChange(mine, changeBetween(base, theirs), removed).annotations;
        // Whom a claim is about may be gone.
        for (const { about: _, ...card } of records(set.attributions))
          for (const id of referencesOf(card))
            expect(has(set.spans, id) || has(set.attributions, id), `${card.id} refers to ${id}`).toBe(true);
      }),
      { numRuns: runs(80) },
    );
  });

  it("changes nothing more when done twice, and lists no new conflict for what is in", () => {
    fc.assert(
      fc.property(twoSides, ({ base, ours, theirs }) => {
        const change = changeBetween(base, theirs);
        const once = foldChange(ours, change).annotations;
        const twice = foldChange(once, change).annotations;
        expect(setToJson(twice.set).spans.map(({ id }) => id)).toEqual(
          setToJson(once.set).spans.map(({ id }) => id),
        );
      }),
      { numRuns: runs(80) },
    );
  });

  it("is what merging with the version that it leads to gives, where no law speaks against that", () => {
    let compared = 0;
    fc.assert(
      fc.property(twoSides, (sides) => {
        const { base, ours, theirs } = sides;
        const { merged, conflicts, madeTwice } = mergeSets(base, ours, theirs, lawsOf(sides));
        if (madeTwice.size > 0 || conflicts.some(({ why }) => why === "breaks")) return;
        compared += 1;
        // As journals are: what our side removed is known to the change of the other.
        const removedRecords: Removed = new Map();
        const state = foldChange(base, changeInValue(base, ours), removedRecords).annotations;
        const folded = foldChange(state, changeInValue(base, theirs), removedRecords);
        expect(setToJson(folded.annotations.set)).toEqual(setToJson(merged.set));
        const said = (all: typeof conflicts) => all.map(({ kind, id, why }) => `${kind} ${id} ${why}`).sort();
        expect(said(folded.conflicts)).toEqual(said(conflicts));
      }),
      { numRuns: runs(80) },
    );
    expect(compared).toBeGreaterThan(0);
  });

  it("brings back what it names, also where it says the same of it as before, and tells it", () => {
    const { annotations: base, card } = markedArticle(
      "{o:speaker|Orban} {s:cue|said} {c:claim|it was over}.",
      {
        cards: { k: { voice: ["o"], cue: "s", claim: "c" } },
      },
    );
    const gone = applyChange(base, { attributions: removed(card("k")) });
    const { annotations, conflicts } = foldChange(gone, {
      attributions: updated(card("k"), { ...card("k") }),
    });
    expect(setToJson(annotations.set)).toEqual(setToJson(base.set));
    expect(conflicts.map(({ id, why }) => [id, why])).toEqual([["k", "removed-and-changed"]]);
  });
});
