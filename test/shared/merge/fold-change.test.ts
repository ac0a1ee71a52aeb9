// A change folded into a state that it was not made on: what either side added or changed is there, and once is as good as twice.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sidesOfConflict } from "../../../shared/merge/conflict-markers.ts";
import { foldChange } from "../../../shared/merge/fold-change.ts";
import { mergeRecords } from "../../../shared/merge/merge-records.ts";
import { type Annotations, referencesOf, setToJson } from "../../../shared/model/annotation-set.ts";
import { recordKinds } from "../../../shared/model/change.ts";
import { changeBetween } from "../../../shared/model/difference.ts";
import { placedKinds } from "../../../shared/model/orphan.ts";
import { get, has, records, type Table } from "../../../shared/model/table.ts";
import { runs } from "../../helpers/tier.ts";
import { twoSides } from "../review/two-sides.ts";

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
        for (const card of records(set.attributions))
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
});

describe("merging lists of records", () => {
  const record = fc.record({ id: fc.constantFrom("a", "b", "c", "d"), x: fc.nat(2), y: fc.nat(2) });
  const list = fc.uniqueArray(record, { selector: ({ id }) => id });

  it("is a union by id in which no change of either side is lost unsaid", () => {
    fc.assert(
      fc.property(list, list, list, (base, ours, theirs) => {
        const { records: merged, conflicts } = mergeRecords(base, ours, theirs);
        const find = (all: readonly { id: string; x: number; y: number }[], id: string) =>
          all.find((one) => one.id === id);
        for (const id of ["a", "b", "c", "d"]) {
          const [from, mine, other, now] = [base, ours, theirs, merged].map((all) => find(all, id));
          const isSaid = conflicts.some((one) => one.id === id);
          for (const field of ["x", "y"] as const) {
            if (mine && from && other && mine[field] !== from[field] && other[field] === from[field])
              expect(now?.[field]).toBe(mine[field]);
            if (mine && from && other && other[field] !== from[field] && mine[field] === from[field])
              expect(now?.[field]).toBe(other[field]);
            if (mine && other && mine[field] !== other[field] && now?.[field] !== other[field])
              expect(isSaid || from?.[field] === other[field]).toBe(true);
          }
          if ((mine && !from) || (other && !from)) expect(now).toBeDefined();
          if (!mine && !other) expect(now).toBeUndefined();
        }
        expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
      }),
    );
  });
});

describe("a text with the marks of a version control conflict", () => {
  const line = fc.stringMatching(/^[a-z {}"]{0,12}$/);
  const part = fc.oneof(
    fc.record({ both: line }),
    fc.record({
      ours: fc.array(line, { maxLength: 3 }),
      theirs: fc.array(line, { maxLength: 3 }),
      hasBase: fc.boolean(),
    }),
  );

  it("gives both sides whole", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        const lines = parts.flatMap((one) =>
          "both" in one
            ? [one.both]
            : [
                "<<<<<<< HEAD",
                ...one.ours,
                ...(one.hasBase ? ["||||||| base", "old"] : []),
                "=======",
                ...one.theirs,
                ">>>>>>> theirs",
              ],
        );
        const side = (which: "ours" | "theirs") =>
          parts.flatMap((one) => ("both" in one ? [one.both] : one[which])).join("\n");
        const isMarked = parts.some((one) => !("both" in one));
        expect(sidesOfConflict(lines.join("\n"))).toEqual(isMarked ? [side("ours"), side("theirs")] : null);
      }),
    );
  });

  it("is no conflict where the marks do not go together", () => {
    for (const text of [
      "<<<<<<< HEAD\na\n",
      "a\n=======\nb\n",
      "<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> c\n",
      "",
    ])
      expect(sidesOfConflict(text)).toBe(null);
  });
});
