// A text that has other white space, or lines of what is known of it at its head, is the same words: every stretch finds its own again.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carrierBetween } from "../../../shared/revise/carrier.ts";
import { runs } from "../../helpers/tier.ts";

const word = fc.constantFrom("the", "the", "said", "Bo", "“no”", "no,", "Öl", "a", "😀", "—", "x", ".");
const space = fc.constantFrom(" ", " ", "\n", "\r\n", "\n\n", "\r\n\r\n", "  ", "\t", "\u00a0", "\n\n\n ");
const end = fc.constantFrom("", "\n", "\r\n", "\n\n", " \n");
const parts = fc.array(fc.tuple(word, space, space), { minLength: 1, maxLength: 40 });

describe("a text with other white space", () => {
  it("has every stretch of words where its words are", () => {
    fc.assert(
      fc.property(
        parts,
        end,
        end,
        fc.constantFrom("", "Daily News\n\nBy Ann Bell\n\n"),
        fc.nat(),
        fc.nat(),
        (words, before, after, head, one, other) => {
          const text = (which: 1 | 2, tail: string) =>
            words.map((parts, at) => parts[0] + (at + 1 < words.length ? parts[which] : tail)).join("");
          const placeIn = (which: 1 | 2, at: number): number =>
            words.slice(0, at).reduce((sum, parts) => sum + parts[0].length + parts[which].length, 0);
          const [from, to] = [text(1, before), head + text(2, after)];
          const [first, last] = [one % words.length, other % words.length].sort((a, b) => a - b) as [
            number,
            number,
          ];
          const stretch = (which: 1 | 2, offset: number) => ({
            start: offset + placeIn(which, first),
            end: offset + placeIn(which, last) + (words[last]?.[0].length ?? 0),
          });
          const placed = carrierBetween(from, to, "foreign").place([stretch(1, 0)]);
          expect(
            placed.how === "placed" ? placed.segments.map(({ start, end }) => ({ start, end })) : placed,
          ).toEqual([stretch(2, head.length)]);
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
