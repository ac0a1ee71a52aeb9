// A project's own words propose what no rule knows.
import { expect, test } from "vitest";
import { suggestCards } from "../../../shared/suggestions/suggest-cards.ts";

const text =
  "Hart chalks up the delay to bad weather. The old harbour watch pooh-poohs the plan for a bridge.";
const said = (own: { cues: string[]; names: string[] }) =>
  suggestCards(text, own)
    .cards.filter(({ rule }) => rule === "own-word")
    .map(({ voice, cue, claim }) =>
      [voice, cue, claim].map((ranges) => ranges.map(({ start, end }) => text.slice(start, end)).join("|")),
    );

test("an own cue takes the name before it and what stands behind it", () => {
  expect(said({ cues: ["chalks up"], names: [] })).toEqual([
    ["Hart", "chalks up", "the delay to bad weather"],
  ]);
});

test("an own name is the voice where it stands before the cue", () => {
  expect(said({ cues: ["pooh-poohs"], names: ["old harbour watch"] })).toEqual([
    ["old harbour watch", "pooh-poohs", "the plan for a bridge"],
  ]);
  expect(said({ cues: ["pooh-poohs"], names: [] })).toEqual([["", "pooh-poohs", "the plan for a bridge"]]);
});

test("words that are patterns to a machine are words", () => {
  expect(said({ cues: ["(.*)+$", "", " "], names: ["["] })).toEqual([]);
});
