// Words that are nearly those of a stretch, found in a text.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alikeStretches, wordIndexOf } from "../../../shared/revise/possible-places.ts";

const text =
  "The council met on Monday. It voted to shut the ancient bridge for nine months. Nobody spoke against it.";
const words = (quote: string, of = text): readonly string[] =>
  alikeStretches(wordIndexOf(of), quote).map(({ start, end }) => of.slice(start, end));

describe("words that are nearly those of a stretch", () => {
  it("are found where some of them are others, spelt otherwise or gone", () => {
    expect(words("voted to close the old bridge for six months")).toEqual([
      "voted to shut the ancient bridge for nine months",
    ]);
    expect(words("Nobody at all spoke against it")).toEqual(["Nobody spoke against it"]);
    expect(words("the councill met")).toEqual(["The council met"]);
  });

  it("are not found where too few of them are there", () => {
    expect(words("the mayor of Lund resigned without a word")).toEqual([]);
    expect(words("did not immediately respond to", "It was shut immediately.")).toEqual([]);
    expect(words("…")).toEqual([]);
    expect(words("bridge", "")).toEqual([]);
  });

  it("are found wholly and first where they stand as they were", () => {
    const some = fc.array(fc.constantFrom("river", "stone", "forty", "letters", "against", "window"), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(some, some, some, (before, quote, after) => {
        const whole = [...before, ...quote, ...after].join(" ");
        const [first] = alikeStretches(wordIndexOf(whole), quote.join(" "));
        expect(first?.share).toBe(1);
        expect(whole.slice(first?.start, first?.end)).toBe(quote.join(" "));
      }),
    );
  });
});
