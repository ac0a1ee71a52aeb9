// The one merge, of any records: nothing that either side did is lost unsaid, whoever has the last word.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { merge, mergeRecords } from "../../../shared/merge/merge.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { get, has, records, type Table, tableOf, withRecords } from "../../../shared/model/table.ts";

const ids = ["a", "b", "c", "d"] as const;
const record = fc.record({ id: fc.constantFrom(...ids), x: fc.nat(2), y: fc.nat(2) });
const list = fc.uniqueArray(record, { selector: ({ id }) => id });
type Known = { readonly id: string; readonly x: number; readonly y: number };
const table = list.map((all): Table<Known> => tableOf(all));
const known = fc.option(table);
const policy = fc.record({ removals: fc.constantFrom("both" as const, "ours" as const, "none" as const) });

const mergedTable = (ours: Table<Known>, { outcomes }: ReturnType<typeof merge<Known>>): Table<Known> =>
  withRecords(
    ours,
    outcomes.flatMap(({ to }) => to ?? []),
    outcomes.flatMap(({ id, to }) => (to ? [] : [id])),
  );
const byId = (all: Table<Known>): readonly Known[] =>
  [...records(all)].sort((a, b) => (a.id < b.id ? -1 : 1));

describe("merging tables of records", () => {
  it("takes what only one side did, and tells where the two cannot both have their way", () => {
    fc.assert(
      fc.property(known, table, table, policy, (base, ours, theirs, { removals }) => {
        const outcome = merge(base, ours, theirs, { removals });
        const merged = mergedTable(ours, outcome);
        for (const id of ids) {
          const [from, mine, other] = [base ? get(base, id) : undefined, get(ours, id), get(theirs, id)];
          const now = get(merged, id);
          const isTold = outcome.conflicts.some((one) => one.id === id);
          if (!mine && !other) expect(now).toBeUndefined();
          // What is there and was not, or not so, is never gone.
          for (const side of [mine, other])
            if (side && (side.x !== from?.x || side.y !== from.y)) expect(now).toBeDefined();
          for (const field of ["x", "y"] as const)
            for (const side of [mine, other])
              if (side && side[field] !== from?.[field])
                expect(isTold || now?.[field] === side[field]).toBe(true);
        }
      }),
    );
  });

  it("merges an entity's fields one by one, of which two say the same whoever entered them", () => {
    const said = (value: string, at: string) => ({ value, provenance: { annotator: "n", at } });
    const one = (fields?: object) => [{ id: "a", ...(fields && { fields }) }];
    const [first, later, other] = [said("woman", "1"), said("woman", "2"), said("man", "3")];
    const merged = (base: object | undefined, ours: object | undefined, theirs: object | undefined) => {
      const { records, conflicts } = mergeRecords(one(base), one(ours), one(theirs));
      return [records, conflicts.flatMap(({ fields }) => fields)];
    };
    expect(merged(undefined, { gender: first }, { party: other })).toEqual([
      one({ gender: first, party: other }),
      [],
    ]);
    expect(merged(undefined, { gender: later }, { gender: first })).toEqual([one({ gender: first }), []]);
    expect(merged(undefined, { gender: first }, { gender: other })).toEqual([
      one({ gender: first }),
      ["fields.gender"],
    ]);
    expect(merged({ gender: first }, undefined, { gender: first, party: other })).toEqual([
      one({ party: other }),
      [],
    ]);
    expect(merged({ gender: first }, undefined, { gender: other })).toEqual([one(), ["fields.gender"]]);
  });

  it("is the same from both sides but for what is told", () => {
    fc.assert(
      fc.property(known, table, table, (base, ours, theirs) => {
        const [one, other] = [merge(base, ours, theirs), merge(base, theirs, ours)];
        const told = new Set(one.conflicts.map(({ id }) => id));
        expect(new Set(other.conflicts.map(({ id }) => id))).toEqual(told);
        const clear = (all: Table<Known>) => byId(all).filter(({ id }) => !told.has(id));
        expect(clear(mergedTable(ours, one))).toEqual(clear(mergedTable(theirs, other)));
      }),
    );
  });

  it("changes nothing when the same is merged again, from either version", () => {
    fc.assert(
      fc.property(known, table, table, (base, ours, theirs) => {
        const once = mergedTable(ours, merge(base, ours, theirs));
        for (const before of [base, theirs])
          expect(byId(mergedTable(once, merge(before, once, theirs)))).toEqual(byId(once));
      }),
    );
  });

  it("looks at what one change touches alone as at the whole", () => {
    fc.assert(
      fc.property(table, table, table, (base, ours, theirs) => {
        const isTouched = ({ id }: Known): boolean => !sameValue(get(base, id), get(theirs, id));
        const touched = (all: Table<Known>) => tableOf([...records(all)].filter(isTouched));
        expect(byId(mergedTable(ours, merge(touched(base), ours, touched(theirs))))).toEqual(
          byId(mergedTable(ours, merge(base, ours, theirs))),
        );
      }),
    );
  });

  it("takes nothing away that whoever's removals do not count would have gone", () => {
    fc.assert(
      fc.property(known, table, table, (base, ours, theirs) => {
        const left = (removals: "ours" | "none") =>
          mergedTable(ours, merge(base, ours, theirs, { removals }));
        for (const { id } of records(ours)) expect(has(left("ours"), id) && has(left("none"), id)).toBe(true);
        for (const { id } of records(theirs)) expect(has(left("none"), id)).toBe(true);
      }),
    );
  });

  it("decides what is told for the side that it was decided for, and nothing else", () => {
    fc.assert(
      fc.property(known, table, table, (base, ours, theirs) => {
        const plain = merge(base, ours, theirs);
        const decided = merge(base, ours, theirs, { decisionOn: () => "theirs" });
        expect(decided.conflicts).toEqual(plain.conflicts);
        for (const { id, fields, theirs: other } of plain.conflicts) {
          const to = decided.outcomes.find((one) => one.id === id)?.to;
          if (fields.length === 0) expect(to ?? null).toEqual(other);
          for (const field of fields as readonly ("x" | "y")[]) expect(to?.[field]).toBe(other?.[field]);
        }
        const told = new Set(plain.conflicts.map(({ id }) => id));
        const clear = ({ outcomes }: typeof plain) => outcomes.filter(({ id }) => !told.has(id));
        expect(clear(decided)).toEqual(clear(plain));
      }),
    );
  });
});

describe("merging lists of records", () => {
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
