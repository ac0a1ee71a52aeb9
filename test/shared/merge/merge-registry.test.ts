// Two registries brought together in haste: nothing goes, what either side added is there, and nothing stands for what is not.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeRegistries } from "../../../shared/merge/merge-registry.ts";
import { entityBehind } from "../../../shared/model/entity.ts";
import { get, tableOf } from "../../../shared/model/table.ts";
import { entity } from "../../helpers/marked-article.ts";
import { runs } from "../../helpers/tier.ts";

const ids = ["a", "b", "c", "d"] as const;
/** Some of four entities, each perhaps merged into another that is there. */
const registry = fc
  .record({
    there: fc.subarray([...ids], { minLength: 1 }),
    into: fc.array(fc.nat(5), { minLength: 4, maxLength: 4 }),
    names: fc.array(fc.constantFrom("Ines", "Bo"), { minLength: 4, maxLength: 4 }),
  })
  .map(({ there, into, names }) =>
    there.map((id, at) => {
      // Into a later one alone: no side has a circle of its own.
      const target = there[at + (into[at] ?? 0)];
      return entity(id, names[at] ?? "", target && target !== id ? { mergedInto: target } : {});
    }),
  );
/** As that, but the other way round, so that two sides can make a circle. */
const reversed = fc.tuple(registry, fc.boolean()).map(([all, isTurned]) => {
  const turn = (id: string): string => (isTurned ? (ids[3 - ids.indexOf(id as "a")] ?? id) : id);
  return all.map(({ mergedInto, ...one }) => ({
    ...one,
    id: turn(one.id),
    ...(mergedInto && { mergedInto: turn(mergedInto) }),
  }));
});

describe("two registries in one", () => {
  it("hold all of both, and stand for nothing that is gone or stands for itself", () => {
    fc.assert(
      fc.property(registry, reversed, reversed, (base, ours, theirs) => {
        const merged = mergeRegistries(base, ours, theirs);
        const table = tableOf(merged);
        for (const { id } of ours) expect(get(table, id)).toBeDefined();
        const before = new Map(base.map((one) => [one.id, one]));
        for (const one of theirs) if (!before.has(one.id)) expect(get(table, one.id)).toBeDefined();
        for (const { id } of merged) expect(entityBehind(table, id)?.mergedInto).toBeUndefined();
      }),
      { numRuns: runs(400) },
    );
  });

  it("are ours where only we changed, and theirs where only they did, but for what is gone", () => {
    fc.assert(
      fc.property(registry, registry, (base, side) => {
        expect(
          mergeRegistries(base, side, base).filter(({ id }) => side.some((one) => one.id === id)),
        ).toEqual(side);
        for (const one of side) expect(mergeRegistries(base, base, side)).toContainEqual(one);
      }),
      { numRuns: runs(200) },
    );
  });
});
