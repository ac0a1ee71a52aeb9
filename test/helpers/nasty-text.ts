// Texts that break programs: emoji sequences, combining marks, scripts without spaces, right-to-left, every line end, the
// byte order mark, halves of characters.
import fc from "fast-check";
import { articleTextOf } from "../../shared/model/article-text.ts";
import type { Range } from "../../shared/model/range.ts";

const pieces = [
  "said",
  "Trump",
  "the",
  "U.S.",
  "D.C.",
  "Mr.",
  "J.",
  "Putin-Zelensky",
  "don’t",
  "don't",
  "7,000",
  "$5",
  "3.5%",
  "@user",
  " ",
  " ",
  " ",
  " ",
  "  ",
  "\t",
  "\u00a0",
  "\u3000",
  "\n",
  "\n\n",
  "\r\n",
  "\r",
  "\u2028",
  "\u200b",
  "\ufeff",
  "\u00ad",
  ".",
  ",",
  ";",
  "?",
  "!",
  "…",
  "-",
  "–",
  "—",
  "'",
  "’",
  "(",
  ")",
  "“",
  "”",
  '"',
  "«",
  "»",
  "„",
  "👩‍👩‍👧‍👦",
  "👍🏽",
  "🇺🇦",
  "🇺",
  "1️⃣",
  "❤️",
  "\u200d",
  "\u200c",
  "e\u0301",
  "\u0301",
  "a\u0308\u0323",
  "\ufe0f",
  "क्षि",
  "นำ",
  "각",
  "\u1100\u1161",
  "他说",
  "。",
  "「",
  "」",
  "东京都",
  "です",
  "مرحبا",
  "שלום",
  "\u0600",
  "\u202e",
  "ﷺ",
  "Ã",
  "ß",
  "İ",
  "\ud83d",
  "\ude00",
  "\ud800",
  "\udc00",
  "𝒳",
  "𠮷",
] as const;

/** Texts of the pieces above, and of any code units. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join("")),
  },
  {
    weight: 1,
    // Any code points: `fc.string` would draw up a table of all of them first.
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 60 })
      .map((points) => String.fromCodePoint(...points)),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
      .map((units) => String.fromCharCode(...units)),
  },
);

/** A text with a range of its offsets, which may cut anything in two. */
export const textWithRange: fc.Arbitrary<{ readonly text: string; readonly range: Range }> = nastyText.chain(
  (text) =>
    fc
      .tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length }))
      .map(([a, b]) => ({ text, range: { start: Math.min(a, b), end: Math.max(a, b) } })),
);

export const articleWithRange = textWithRange.map(({ text, range }) => ({
  article: articleTextOf(text),
  range,
}));
