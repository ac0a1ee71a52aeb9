// Cells with several values are taken apart alike in whatever form somebody typed them, and a long one in one go.
import fc from "fast-check";
import { expect, it } from "vitest";
import { enteredParts, valuesListed } from "../../../shared/interchange/listed-values.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { runs } from "../../helpers/tier.ts";

/** The parts of a cell, character by character. */
function partsOf(cell: string): readonly string[] {
  const parts = [""];
  let isEscaped = false;
  for (const character of cell) {
    if (character === ";" && !isEscaped) parts.push("");
    else parts.push(`${parts.pop() ?? ""}${character}`);
    isEscaped = character === "\\" && !isEscaped;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

it("parts a cell at each semicolon that no backslash belongs to", () => {
  const cells = fc.array(fc.constantFrom("\\", ";", " ", "a", "\n", "🙂"), { maxLength: 20 });
  fc.assert(
    fc.property(cells, (characters) => {
      const cell = characters.join("");
      expect(enteredParts(cell)).toEqual(partsOf(cell));
    }),
    { numRuns: runs(500) },
  );
});

// A search that begins anew at each character does not come to the end of these.
it.each([
  ["backslashes", "\\"],
  ["semicolons in values", "\\;"],
])("takes a very long cell of %s apart", (_of, piece) => {
  const cell = piece.repeat(limits.stringLength / 4);
  expect(enteredParts(cell)).toHaveLength(1);
  expect(valuesListed(cell)).toHaveLength(1);
});
