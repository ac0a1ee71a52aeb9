// Offsets in other programs' units: there and back is the same place, and what is no place is refused.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countingOf, offsetUnits } from "../../../shared/interchange/units.ts";
import { splitsSurrogatePair } from "../../../shared/model/selector.ts";
import { nastyText } from "../../helpers/nasty-text.ts";

describe.each(offsetUnits)("offsets in %s", (unit) => {
  it("lead back to the same place, but within a CR LF that counts as one", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const counting = countingOf(text, unit);
        for (let offset = 0; offset <= text.length; offset += 1) {
          if (splitsSurrogatePair(text, offset)) continue;
          const within = unit.endsWith("as-one") && text[offset - 1] === "\r" && text[offset] === "\n";
          expect(counting.from(counting.to(offset))).toBe(within ? offset + 1 : offset);
        }
      }),
    );
  });

  it.each([-1, 0.5, 4, 2 ** 53, Number.NaN, -0, "1", null, undefined])(
    "refuse %s in a text of three",
    (count) => {
      expect(countingOf("abc", unit).from(count)).toBe(null);
    },
  );
});

describe("offsets as Python counts them", () => {
  it("count what a Python program counts in a file opened as text", () => {
    const text = "a\r\n👍\r\r\nb";
    const counting = countingOf(text, "code-points-crlf-as-one");
    // In Python: len("a\n👍\n\nb") == 6.
    expect([0, 1, 3, 5, 6, 8, 9].map(counting.to)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("refuse a place within a surrogate pair only where code units count", () => {
    expect(countingOf("👍", "utf-16").from(1)).toBe(null);
    expect(countingOf("👍", "code-points").from(1)).toBe(2);
  });
});
