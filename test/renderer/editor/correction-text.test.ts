// The text in the correction's editor: what goes in comes out, and where its ranges are.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  correctionOf,
  linesOf,
  placesInCorrection,
  textOfCorrection,
} from "../../../renderer/editor/correction-text.ts";
import { nastyText } from "../../helpers/nasty-text.ts";

const lines = fc
  .array(fc.tuple(nastyText, fc.constantFrom("\n", "\r\n", "\r", "\n\n", "\u2028")), { maxLength: 6 })
  .map((parts) => parts.flat().join(""));

describe("a text that nobody changed", () => {
  test("comes out of the editor as it went in, whatever its line ends are", () => {
    fc.assert(
      fc.property(lines, (text) => {
        expect(textOfCorrection(correctionOf(text))).toBe(text);
      }),
    );
  });

  test("has its ranges where their words stand in the document", () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), (text, first, second) => {
        const found = linesOf(text).filter(({ start, end }) => start < end);
        const line = found[first % Math.max(1, found.length)];
        if (!line) return;
        const start = line.start + (second % (line.end - line.start));
        const { from, to } = placesInCorrection(text)({ start, end: line.end });
        expect(correctionOf(text).textBetween(from, to)).toBe(text.slice(start, line.end));
      }),
    );
  });
});

test("a line that came anew ends as the lines of the text do", () => {
  const doc = correctionOf("One.\r\nTwo.");
  const anew = doc.type.schema.nodes.line?.create(null, doc.type.schema.text("New."));
  if (!anew) throw new Error("There is no such node.");
  expect(textOfCorrection(doc.copy(doc.content.addToStart(anew)))).toBe("New.\r\nOne.\r\nTwo.");
});
