import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { isGraphemeBoundary } from "../../../shared/model/graphemes.ts";
import type { Range } from "../../../shared/model/range.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { wordsOf } from "../../../shared/model/words.ts";
import { findPlain, fold, isWholeWords } from "../../../shared/search/find-plain.ts";
import type { PlainQuery } from "../../../shared/search/query.ts";
import { nastyText } from "../../helpers/nasty-text.ts";
import { runs } from "../../helpers/tier.ts";

const plain = (any: string | readonly string[], more: Partial<PlainQuery> = {}): PlainQuery => ({
  kind: "plain",
  any: typeof any === "string" ? [any] : any,
  wholeWords: false,
  matchCase: false,
  ignoreAccents: false,
  ...more,
});
const quotes = (text: string, query: PlainQuery) =>
  [...findPlain({ text }, query)].map(({ start, end }) => text.slice(start, end));

describe("finding words as they stand", () => {
  it("minds case and accents only where it is told to", () => {
    const text = "Résumé, resume, RESUME, résumé.";
    expect(quotes(text, plain("résumé"))).toEqual(["Résumé", "résumé"]);
    expect(quotes(text, plain("resume", { ignoreAccents: true }))).toHaveLength(4);
    expect(quotes(text, plain("resume", { matchCase: true }))).toEqual(["resume"]);
    expect(quotes("ΟΔΟΣ οδός", plain("οδος", { ignoreAccents: true }))).toEqual(["ΟΔΟΣ", "οδός"]);
  });

  it("takes every quotation mark and space for the plain one", () => {
    expect(quotes("don’t “do it”", plain('don\'t "do it"'))).toEqual(["don’t “do it”"]);
    expect(quotes("a\r\nb", plain("a b"))).toEqual(["a\r\nb"]);
  });

  it("finds the longest of several texts, and none within another", () => {
    expect(quotes("Ms. Prado and Prado and Ines Prado", plain(["Prado", "Ms. Prado", "Ines"]))).toEqual([
      "Ms. Prado",
      "Prado",
      "Ines",
      "Prado",
    ]);
    expect(quotes("anana", plain("ana"))).toEqual(["ana"]);
  });

  it("finds whole words in any script, possessives included", () => {
    const whole = { wholeWords: true };
    expect(quotes("Putin’s, Putins, Putin-Zelensky, Putin.", plain("Putin", whole))).toEqual([
      "Putin",
      "Putin",
    ]);
    expect(quotes("他说东京都很大", plain("东京都", whole))).toEqual(["东京都"]);
    expect(quotes("שלום שלומות", plain("שלום", whole))).toEqual(["שלום"]);
    expect(quotes("مرحبا مرحبابكم", plain("مرحبا", whole))).toEqual(["مرحبا"]);
    expect(quotes("U.S. and US", plain("u.s.", whole))).toEqual(["U.S."]);
  });

  it("keeps offsets behind emoji, combining marks and line ends, and never cuts a character", () => {
    const text = "👩‍👩‍👧‍👦\r\ne\u0301te\u0301 e";
    expect([...findPlain({ text }, plain("été"))]).toEqual([{ start: 13, end: 18 }]);
    expect(quotes(text, plain("e"))).toEqual(["e"]);
    expect(quotes(text, plain("👩"))).toEqual([]);
  });

  it("finds nothing by nothing", () => {
    expect(quotes("abc", plain(["", "\u0301"], { ignoreAccents: true }))).toEqual([]);
  });
});

/** A short text cut out of the text, or another one. */
const searched = fc.tuple(nastyText, nastyText, fc.nat(60), fc.nat(8)).map(([text, other, at, length]) => ({
  text,
  wanted: text.slice(at, at + length) || other.slice(0, 3) || "a",
}));
const options = fc.record({ wholeWords: fc.boolean(), matchCase: fc.boolean(), ignoreAccents: fc.boolean() });

/** Tries every pair of character boundaries. */
function slowly(text: string, query: PlainQuery): Range[] {
  const bounds = Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) =>
    isGraphemeBoundary(text, at),
  );
  const wanted = query.any.map((one) => fold(one, query).folded).filter((one) => one !== "");
  const article = articleTextOf(text);
  const words = article.paragraphs.flatMap((paragraph) => wordsOf(text, paragraph));
  const cuts = (at: number): Range | undefined => words.find((word) => word.start < at && at < word.end);
  const isWhole = ({ start, end }: Range): boolean => {
    const cut = cuts(end);
    return !cuts(start) && (!cut || ["'", "’", "'s", "’s", "'S", "’S"].includes(text.slice(end, cut.end)));
  };
  const found: Range[] = [];
  let free = 0;
  for (const start of bounds) {
    if (start < free) continue;
    const end = bounds.findLast(
      (to) =>
        to > start &&
        wanted.includes(fold(text.slice(start, to), query).folded) &&
        fold(text.slice(start, to), query).starts[0] === 0 &&
        lastCharacterCounts(text.slice(start, to), query) &&
        (!query.wholeWords || isWhole({ start, end: to })),
    );
    if (end === undefined) continue;
    found.push({ start, end });
    free = end;
  }
  return found;
}

/** A hit ends with a character that is compared, not with one that folds to nothing. */
function lastCharacterCounts(stretch: string, query: PlainQuery): boolean {
  const { ends } = fold(stretch, query);
  return ends.at(-1) === stretch.length;
}

describe("every hit", () => {
  it("is what trying every stretch would give", () => {
    fc.assert(
      fc.property(searched, options, ({ text, wanted }, more) => {
        const query = plain(wanted, more);
        expect([...findPlain({ text }, query)]).toEqual(slowly(text, query));
      }),
      { numRuns: runs(400) },
    );
  });

  it("quotes the text as it stands, with whole characters around it", () => {
    fc.assert(
      fc.property(searched, options, ({ text, wanted }, more) => {
        for (const range of findPlain({ text }, plain(wanted, more))) {
          const { start, end } = range;
          const { quote, prefix, suffix } = selectorOf(text, range);
          expect(text.slice(start - prefix.length, end + suffix.length)).toBe(prefix + quote + suffix);
          expect([start, end].every((at) => isGraphemeBoundary(text, at))).toBe(true);
          if (more.wholeWords) expect(isWholeWords({ text }, range)).toBe(true);
        }
      }),
    );
  });
});

it("ten thousand hits in a long text take no time that anybody would notice", () => {
  const text = "The mayor said so, and Prado’s friends agreed. ".repeat(10_000);
  expect([...findPlain({ text }, plain("prado", { wholeWords: true, ignoreAccents: true }))]).toHaveLength(
    10_000,
  );
});
