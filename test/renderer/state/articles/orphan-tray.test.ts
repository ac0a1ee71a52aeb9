// The order in which marks without a place are listed, which of them is looked at, and how colleagues are called.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  chosenOf,
  firstWaiting,
  isWaiting,
  othersItems,
  trayItems,
} from "../../../../renderer/state/articles/orphan-tray.ts";
import type { WaitingSet } from "../../../../shared/api/contract.ts";
import type { Orphan } from "../../../../shared/model/orphan.ts";
import { selectorOf } from "../../../../shared/model/selector.ts";
import { tableOf } from "../../../../shared/model/table.ts";

const orphan = (id: string, near: number, aside: boolean): Orphan => ({
  id,
  was: { kind: "exclusion", record: { id, segment: selectorOf("words", { start: 0, end: 5 }), reason: "" } },
  textHash: "0".repeat(64),
  why: "gone",
  uses: [],
  near,
  proposals: [],
  ...(aside && { aside: true as const }),
});

const orphans = fc
  .uniqueArray(fc.record({ id: fc.uuid(), near: fc.nat(99), aside: fc.boolean() }), {
    selector: ({ id }) => id,
  })
  .map((all) => all.map(({ id, near, aside }) => orphan(id, near, aside)));

const state = { chosen: firstWaiting, place: 0, words: "", others: [] };

describe("the tray", () => {
  test("lists all there is, what waits first, each part in the order of the text", () => {
    fc.assert(
      fc.property(orphans, (all) => {
        const items = trayItems(tableOf(all), []);
        expect(new Set(items.map(({ key }) => key))).toEqual(new Set(all.map(({ id }) => id)));
        const places = items.map((item) => (isWaiting(item) ? 0 : 1_000) + item.orphan.near);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(chosenOf(items, state)).toBe(items.find(isWaiting) ?? null);
      }),
    );
  });

  test("lists what colleagues have behind it, by letters alone where names are hidden", () => {
    const person = (id: string, role: "own" | "colleague" | "curation") => ({
      id,
      name: `name of ${id}`,
      role,
    });
    const sets: readonly WaitingSet[] = [
      { annotator: person("me", "own"), orphans: [orphan("mine", 1, false)] },
      {
        annotator: person("kim", "colleague"),
        orphans: [orphan("late", 9, false), orphan("early", 2, true)],
      },
      { annotator: person("curation", "curation"), orphans: [orphan("early", 2, false)] },
    ];
    const listed = (seed: string | null) =>
      trayItems(tableOf([orphan("mine", 1, false)]), othersItems(sets, "me", seed)).map(
        ({ key, whose }) => [key, whose?.role, whose?.name] as const,
      );
    expect(listed(null)).toEqual([
      ["mine", undefined, undefined],
      ["kim early", "colleague", "name of kim"],
      ["kim late", "colleague", "name of kim"],
      ["curation early", "curation", "name of curation"],
    ]);
    expect(listed("a seed").map(([key, role, name]) => [key, role, name ?? null])).toEqual([
      ["mine", undefined, null],
      ["kim early", "hidden", null],
      ["kim late", "hidden", null],
      ["curation early", "curation", "name of curation"],
    ]);
    const theirs = trayItems(tableOf<Orphan>([]), othersItems(sets, "me", null));
    expect(chosenOf(theirs, state)).toBeNull();
    expect(chosenOf(theirs, { ...state, chosen: "kim late" })?.orphan.id).toBe("late");
  });
});
