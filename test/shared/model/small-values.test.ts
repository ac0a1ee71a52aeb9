import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sourceClass } from "../../../shared/model/entity.ts";
import { deepFreeze } from "../../../shared/model/freeze.ts";
import { idFromBytes, isId } from "../../../shared/model/id.ts";
import { joinRanges } from "../../../shared/model/range.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { get, tableOf } from "../../../shared/model/table.ts";

describe("ids", () => {
  it("made from any bytes are ids, and nothing that could be a path is one", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 32 }), (bytes) => isId(idFromBytes(bytes))),
    );
    expect(["", "A", "a/b", "..", "a.b", "a1", "a".repeat(33)].filter(isId)).toEqual([]);
  });
});

describe("values", () => {
  it("are the same when their JSON is, whatever the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const copy = (): unknown => JSON.parse(JSON.stringify({ a, b }));
        expect(sameValue(copy(), copy())).toBe(true);
        expect(sameValue({ a, b }, { b, a })).toBe(true);
      }),
    );
    expect([
      sameValue([1], { 0: 1 }),
      sameValue({ a: 1 }, { b: 1 }),
      sameValue([], [1]),
      sameValue(null, {}),
    ]).toEqual([false, false, false, false]);
  });
});

describe("ranges", () => {
  it("joined cover the same characters, and neither overlap nor touch", () => {
    const range = fc
      .tuple(fc.nat(30), fc.nat(6))
      .map(([start, length]) => ({ start, end: start + length + 1 }));
    const covered = (ranges: readonly { start: number; end: number }[]): number[] =>
      [
        ...new Set(
          ranges.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
        ),
      ].sort((a, b) => a - b);
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const joined = joinRanges(ranges);
        expect(covered(joined)).toEqual(covered(ranges));
        const gaps = joined.slice(1).map(({ start }, at) => start - (joined[at]?.end ?? start));
        expect(gaps.filter((gap) => gap < 1)).toEqual([]);
      }),
    );
  });
});

describe("freezing", () => {
  it("reaches every record of a table", () => {
    const table = deepFreeze(tableOf([{ id: "a", list: [{ deep: 1 }] }]));
    const record = get(table, "a");
    expect([Object.isFrozen(table), Object.isFrozen(record), Object.isFrozen(record?.list[0])]).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe("the source class", () => {
  it.each([
    ["person", "named", "named person"],
    ["organization", "named", "named organization"],
    ["group", "named", "named organization"],
    ["person", "described", "described"],
    ["group", "anonymous", "anonymous"],
    ["outlet", "named", "outlet"],
    ["document", "described", "document"],
    ["platform", "named", "platform"],
  ] as const)("of a %s that is %s is %s", (type, naming, expected) => {
    expect(sourceClass({ type, naming })).toBe(expected);
  });
});
