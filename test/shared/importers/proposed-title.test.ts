import fc from "fast-check";
import { expect, test } from "vitest";
import { proposedTitle } from "../../../shared/importers/proposed-title.ts";
import { recogniseMetadata } from "../../../shared/importers/recognise-metadata.ts";

const titleOf = (text: string) => proposedTitle(text, recogniseMetadata(text));

test.each([
  [
    "Bridge to close\n\nBy Ana Ruiz\n\nThe town said so on Monday, and nobody was surprised.",
    "Bridge to close",
  ],
  ["Updated: 2025-10-14\nThe town said so on Monday.", "The town said so on Monday."],
  ["The town said so.", "The town said so."],
  ["  \n word", "word"],
  ["", ""],
])("%j is called %j", (text, title) => {
  expect(titleOf(text)).toBe(title);
});

test("a text with a word has a title on one line, of sixty characters and its ellipsis at most", () => {
  const line = fc.constantFrom(
    "date 2025-10-14",
    "By Ana Ruiz and Tom Ley",
    "Updated:",
    "The Vale Post",
    "The mayor walks over the bridge on Monday. (Ines Vidal/For the Vale Post)",
    "The town said Tuesday that the bridge would close for repairs.",
    "",
    "x".repeat(90),
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const text = lines.join("\n");
      const title = titleOf(text);
      expect(title.trim() === "").toBe(text.trim() === "");
      expect(title).not.toMatch(/[\r\n]/u);
      const isRecognised = recogniseMetadata(text).some(({ field }) => field === "title");
      if (!isRecognised) expect(title.length).toBeLessThanOrEqual(61);
    }),
  );
});
