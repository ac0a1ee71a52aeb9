// The order in which the records of a person's several machines are done again.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inRevisionOrder } from "../../../shared/merge/order-records.ts";
import type { Change } from "../../../shared/model/change.ts";
import { spanOf } from "../../main/core/span-of.ts";

const text = "Mayor Ines Duarte said the bridge would reopen in May.";
const nothing = { added: [], updated: [], removed: [] };
const span = { ...spanOf("ana", text, 0), id: "span" };
const unlinked = { ...span, type: "claim" };
const adding: Change = { spans: { ...nothing, added: [span] } };
const changing: Change = { spans: { ...nothing, updated: [{ from: span, to: unlinked }] } };
const removing: Change = { spans: { ...nothing, removed: [span] } };

interface One {
  readonly name: string;
  readonly revision: number;
  readonly change: Change;
  readonly step?: { readonly command: string; readonly at: string; readonly undoes?: string };
}
const one = (name: string, revision: number, change: Change, more: Partial<One> = {}): One => ({
  ...{ name, revision, change },
  ...more,
});
const outside = { step: { command: "outside", at: "2026-01-01" } };
const names = (machines: Parameters<typeof inRevisionOrder<One>>[0]): string[] =>
  inRevisionOrder(machines).map(({ record }) => record.name);

describe("records of several machines", () => {
  it("stand by their revision", () => {
    const here = [one("a1", 1, {}), one("a3", 3, {})];
    const there = [one("b2", 2, {}), one("b3", 3, {})];
    expect(
      names([
        { device: "b", records: there },
        { device: "a", records: here },
      ]),
    ).toEqual([...["a1", "b2", "a3", "b3"]]);
  });

  it.each([
    ["added", adding, changing],
    ["changed", changing, removing],
    ["removed", removing, adding],
  ])("stand after what another machine has %s when they took that in", (_what, theirs, next) => {
    const here = [one("took", 1, theirs, outside), one("then", 2, next)];
    const there = [one("before", 1, {}), one("origin", 5, theirs)];
    expect(
      names([
        { device: "a", records: here },
        { device: "b", records: there },
      ]),
    ).toEqual([...["before", "origin", "took", "then"]]);
  });

  it("wait for nobody when they are no import, or undo one", () => {
    const undone = { step: { ...outside.step, undoes: "step" } };
    for (const more of [{}, undone]) {
      const here = [one("a", 1, adding, more)];
      expect(
        names([
          { device: "a", records: here },
          { device: "b", records: [one("b", 2, adding)] },
        ]),
      ).toEqual([...["a", "b"]]);
    }
  });

  it("are all there, each machine's in its own order, whatever they say", () => {
    const record = fc.record({
      name: fc.string(),
      revision: fc.nat(9),
      change: fc.constantFrom(adding, changing, removing, {}),
      step: fc.constantFrom(outside.step, { command: "tag", at: "2026-01-01" }),
    });
    fc.assert(
      fc.property(fc.array(record), fc.array(record), fc.array(record), (a, b, c) => {
        const machines = Object.entries({ a, b, c }).map(([device, records]) => ({ device, records }));
        const ordered = inRevisionOrder(machines);
        for (const { device, records } of machines)
          expect(ordered.filter((each) => each.device === device).map((each) => each.record)).toEqual(
            records,
          );
        expect(ordered).toHaveLength(a.length + b.length + c.length);
      }),
    );
  });
});
