import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isId } from "../../../shared/model/id.ts";
import { findSelector, selectorOf, splitsSurrogatePair, stretchId } from "../../../shared/model/selector.ts";
import { nastyText, textWithRange } from "../../helpers/nasty-text.ts";

const sound = textWithRange.filter(
  ({ text, range }) =>
    range.start < range.end &&
    !splitsSurrogatePair(text, range.start) &&
    !splitsSurrogatePair(text, range.end),
);

describe("a selector", () => {
  it("finds its segment in its own text", () => {
    fc.assert(
      fc.property(sound, ({ text, range }) => {
        expect(findSelector(text, selectorOf(text, range))).toEqual({ how: "exact", range });
      }),
    );
  });

  it("holds what stands there and around", () => {
    fc.assert(
      fc.property(sound, ({ text, range }) => {
        const { quote, prefix, suffix } = selectorOf(text, range);
        expect(text.slice(range.start, range.end)).toBe(quote);
        expect(text.slice(0, range.start).endsWith(prefix)).toBe(true);
        expect(text.slice(range.end).startsWith(suffix)).toBe(true);
      }),
    );
  });

  it("finds its segment again after text was put before it, or says that it cannot tell", () => {
    fc.assert(
      fc.property(sound, nastyText, ({ text, range }, before) => {
        const selector = selectorOf(text, range);
        const longer = `${before}\n${text}`;
        const found = findSelector(longer, selector);
        expect(found.how).not.toBe("missing");
        if (found.how === "exact" || found.how === "moved")
          expect(longer.slice(found.range.start, found.range.end)).toBe(selector.quote);
      }),
    );
  });

  it("finds the very place where its words have other neighbours everywhere else", () => {
    const text = "Trump said no. Putin said yes. Merz said maybe.";
    const selector = selectorOf(text, { start: 21, end: 25 });
    expect(selector.quote).toBe("said");
    const longer = `He said it. ${text}`;
    expect(findSelector(longer, selector)).toEqual({ how: "moved", range: { start: 33, end: 37 } });
  });

  it("is not misled by the same word at its old place", () => {
    const text = "Merz said so. He said no more.";
    const selector = selectorOf(text, { start: 17, end: 21 });
    const misleading = `Why so, she too, said ${text}`;
    expect(misleading.slice(17, 21)).toBe("said");
    expect(findSelector(misleading, selector)).toEqual({ how: "moved", range: { start: 39, end: 43 } });
  });

  it("does not guess between equals", () => {
    const selector = selectorOf("x said y", { start: 2, end: 6 });
    expect(
      findSelector("… said, said …", { ...selector, start: 90, end: 94, prefix: "", suffix: "" }),
    ).toEqual({
      how: "ambiguous",
    });
    expect(findSelector("nothing here", selector)).toEqual({ how: "missing" });
  });

  it("takes no place before the text for one in it", () => {
    const selector = { ...selectorOf("a", { start: 0, end: 1 }), start: -1, end: 0 };
    expect(findSelector("a b", selector)).toEqual({ how: "moved", range: { start: 0, end: 1 } });
  });

  it("is refused for a range that is no stretch of the text", () => {
    for (const range of [
      { start: 0, end: 0 },
      { start: -1, end: 1 },
      { start: 0, end: 9 },
      { start: 0.5, end: 1 },
      { start: 0, end: 2 },
    ])
      expect(() => selectorOf("a👍b", range)).toThrow(RangeError);
  });
});

it("names a stretch by its words and their neighbours, wherever they stand", () => {
  const words = "She called it “art” twice.";
  const at = (text: string, from = 0) => {
    const start = text.indexOf("“art”", from);
    return stretchId(text, { start, end: start + 5 });
  };
  const padding = "x".repeat(40);
  expect(isId(at(words))).toBe(true);
  expect(at(padding + words)).not.toBe(at(words));
  expect(at(`y${padding}${words}`)).toBe(at(padding + words));
});

it("gives ten thousand stretches ten thousand ids", () => {
  const text = Array.from({ length: 10_000 }, (_, at) => `“${at}” `).join("");
  const ids = [...text.matchAll(/“\d+”/gu)].map((match) =>
    stretchId(text, { start: match.index, end: match.index + match[0].length }),
  );
  expect(new Set(ids).size).toBe(10_000);
});
