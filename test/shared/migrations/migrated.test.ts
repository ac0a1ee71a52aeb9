// The migrations: one for each form, in order, each applied once and only to what is older than it makes.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Json,
  type Migration,
  migrated,
  migratedFile,
  migratedLine,
  migrations,
} from "../../../shared/migrations/index.ts";
import { schemaVersion } from "../../../shared/model/project.ts";

const noting = (to: number): Migration => ({
  to,
  set: (json) => ({ ...json, seen: [...((json.seen as number[] | undefined) ?? []), to] }),
});
const five = [2, 3, 4, 5].map(noting);

test("there is one for each form up to that of today, in order", () => {
  expect(migrations.map(({ to }) => to)).toEqual(
    Array.from({ length: schemaVersion - 1 }, (_, at) => at + 2),
  );
});

test("each form goes through the steps after its own, once and in order, and what is of today or newer through none", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), (from) => {
      const expected = [2, 3, 4, 5].filter((to) => to > from);
      const before: Json = { schemaVersion: from, kept: { unheard: "of" } };
      const after = migratedFile("set", before, five, 5);
      if (expected.length === 0) expect(after).toBe(before);
      else expect(after).toEqual({ kept: { unheard: "of" }, schemaVersion: 5, seen: expected });
      expect(migratedFile("set", after, five, 5)).toBe(after);
      expect(migrated("registry", before, from, five)).toBe(before);
    }),
  );
});

test("a line says its form as `v`", () => {
  expect(migratedLine("set", { v: 3 }, five, 5)).toEqual({ v: 5, seen: [4, 5] });
});

test("what is no object, or says no form, is left to those who judge it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const says =
        typeof value === "object" && value !== null && !Array.isArray(value) && "schemaVersion" in value;
      if (!says) expect(migratedFile("set", value)).toBe(value);
    }),
  );
});
