// Who says what is suggested, in words.
import { expect, test } from "vitest";
import { speakerWords } from "../../../../renderer/panels/suggestions/use-suggestions.ts";

test("says who speaks by the words of the voice where nobody is named, and nothing without a voice", () => {
  const text = "A senior aide said so.";
  expect(speakerWords(text, { who: null, card: { voice: [{ start: 0, end: 13 }] } })).toBe("A senior aide");
  expect(speakerWords(text, { who: null, card: { voice: [] } })).toBe("");
});
