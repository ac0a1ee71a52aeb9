// What a person prefers survives what a later version, or a hand, wrote into the settings: one value that makes no sense costs
// nothing but itself.
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { defaultPreferences, type Preferences } from "../../../shared/api/preferences.ts";
import { somePreferences, storedPreferences } from "../../../shared/api/preferences-schema.ts";

const stored = z.looseObject(storedPreferences);
const sent = z.strictObject(somePreferences);

const own: Preferences = {
  looks: { textSize: 21, measure: 72, density: "compact", motion: "reduced" },
  keys: { preset: "left-hand", changed: { undo: ["Mod+z"], delete: [] } },
  layout: { ...defaultPreferences.layout, sidebarWidth: 300, reading: true },
  articleListing: { sort: "state" },
  statementListing: { columns: ["title", "claim"] },
  comparing: { blind: true, columns: false, policies: ["white-space"] },
  suggesting: { shown: false, atLeast: 0.8, rulesOff: ["noun"] },
  recentActions: ["undo"],
  sampleHints: false,
};

test("what was stored comes back, and may be sent", () => {
  expect(stored.parse(own)).toEqual(own);
  expect(sent.parse(own)).toEqual(own);
});

test("a file of an earlier version gets the defaults", () => {
  expect(stored.parse({})).toEqual(defaultPreferences);
});

test("any one value that makes no sense falls back alone", () => {
  const names = Object.keys(own) as (keyof Preferences)[];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.anything(), (name, value) => {
      fc.pre(!sent.safeParse({ [name]: value }).success);
      expect(stored.parse({ ...own, [name]: value })).toEqual({ ...own, [name]: defaultPreferences[name] });
    }),
  );
});

test("the door refuses a size that nobody could read", () => {
  expect(sent.safeParse({ looks: { ...own.looks, textSize: 2 } }).success).toBe(false);
  expect(sent.safeParse({ layout: { ...own.layout, sidebarWidth: -1 } }).success).toBe(false);
});
