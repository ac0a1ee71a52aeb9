import fc from "fast-check";
import { expect, test } from "vitest";
import { gatherArticle } from "../../../shared/suggestions/gather-article.ts";
import { suggest } from "../../../shared/suggestions/suggest.ts";
import { runs, tier } from "../../helpers/tier.ts";

const nothing: readonly (readonly [name: string, text: string])[] = [
  ["an empty text", ""],
  ["one character", "a"],
  ["one mark", "“"],
  ["white space", " \n\t\u00a0\n"],
  ["only quotation marks", "“”\"'‘’«»„“".repeat(200)],
  ["marks that are never closed", "“".repeat(500)],
  ["marks that were never opened", "”".repeat(500)],
  ["numbers in columns", "1\t2\t3\n".repeat(200)],
  ["numbers with commas and signs", "Harbour 3,412 4,101 +1.9 %\n".repeat(50)],
  ["a table with lines", "| Region | said | 2020 |\n|---|---|---|\n| North | 3,412 | 1.9 % |\n".repeat(50)],
  ["code", "const said = (x) => { return x['said']; };\n".repeat(50)],
  ["code that reports", 'if (user.says("it is")) {\n  throw new Error(\'He said: "no"\');\n}\n'.repeat(30)],
  ["markup", '<p class="said">Ana Hart said “it will hold”</p>\n'.repeat(30)],
  ["data", JSON.stringify({ said: "it will hold", by: ["Ana Hart"], told: "“no”" }).repeat(50)],
  ["style sheets", '.said::before { content: "“"; color: #fff; }\n'.repeat(40)],
  ["Arabic", "قال الوزير إن الميزانية سترتفع في العام المقبل. «لن نتراجع»، أضاف.\n".repeat(10)],
  ["Japanese", "首相は「予算は増える」と述べた。".repeat(20)],
];

test.each(nothing)("%s gets no suggestion", (_, text) => {
  expect(suggest(text, { nested: true, atLeast: 0 })).toEqual([]);
});

test.each(nothing.slice(0, -2))("of %s nobody is proposed, and nothing is missed", (_, text) => {
  expect(gatherArticle(text, { cues: [], names: [] })).toEqual({ people: [], missed: [] });
});

const other: readonly (readonly [name: string, text: string, missed: number])[] = [
  ["Hebrew", "ראש הממשלה אמר כי התקציב יעלה. “לא ניסוג”, הוסיף.\n".repeat(5), 5],
  ["Arabic", "قال الوزير إن الميزانية سترتفع. «لن نتراجع»، أضاف.\n".repeat(5), 5],
  ["Polish", "Premier powiedział, że budżet wzrośnie. „Nie ustąpimy” – dodał.\n".repeat(5), 5],
  ["Italian", "Il ministro ha detto che il bilancio crescerà. «Non cederemo», ha aggiunto.\n".repeat(5), 5],
  ["Chinese", "总理说预算会增加。“我们不会退缩，”他补充说。\n".repeat(5), 5],
];

test.each(other)("of %s only its quotations are known, and nobody is proposed", (_, text, count) => {
  const { people, missed } = gatherArticle(text, { cues: [], names: [] });
  expect([suggest(text, { atLeast: 0 }), people]).toEqual([[], []]);
  expect(missed.map(({ kind }) => kind)).toEqual(Array(count).fill("quotation"));
});

test("code, a table and another language in an article leave what is said around them as it is", () => {
  const said = ["Ana Hart said that it would hold.", "“It will not,” Luis Moreno said."];
  const between = [
    'if (user.says("it is")) { throw new Error(\'He said: "no"\'); }',
    "1\t2\t3\t4.5 %",
    "قال الوزير «لن نتراجع»، أضاف.",
    "\u202eShe said it would do.\u202c",
  ];
  const wordsOf = (text: string) =>
    suggest(text).map(({ cue, claim }) => [cue, ...claim].map(({ start, end }) => text.slice(start, end)));
  const [first, last] = said.map((one) => wordsOf(one)[0]);
  expect(wordsOf('"No," Ana Hart said, "no," and "it; will; hold," she added.')).toHaveLength(2);
  for (const one of between.slice(0, 3))
    expect(wordsOf([said[0], one, said[1]].join("\n\n"))).toEqual([first, last]);
  expect(wordsOf([said[0], between[3], said[1]].join("\n\n"))).toEqual([
    first,
    ["said", "it would do"],
    last,
  ]);
});

const sentence = "The mayor said that the bridge would open, and “it will hold,” she added ";

/** A tenth below `test:all`; one text below is always as long as an article may be. */
const long = (times: number): number => (tier === "all" ? times : times / 10);

test.each([
  ["a long text without a full stop", sentence.repeat(long(3_000))],
  [
    "a megabyte without a full stop",
    `${"water rose and crews came and ".repeat(20)}Hart said it held and `.repeat(1_600),
  ],
  ["a long quotation", `“${"It will hold and ".repeat(long(60_000))}” she said.`],
  ["one word for ever", "said".repeat(long(250_000))],
  ["marks for ever", "“”\"'‘’«»„“ ".repeat(long(90_000))],
  ["mixed marks that never pair", "“He said 'it» is “so‘ it, ''no\" ".repeat(long(4_000))],
  ["many unclosed quotations", "He said “it ".repeat(long(20_000))],
  ["many apostrophes", "'said' ‘x ".repeat(long(15_000))],
  ["many commas", "said, ".repeat(long(20_000))],
  ["many short lines", "He said it is.\n".repeat(long(8_000))],
  ["German without a full stop", "Er sagte ob der Minister sagte, dass die „so“ und ".repeat(long(2_000))],
  ["French in short lines", "Il a dit a dit le la a dit, que les « des »\n".repeat(long(2_000))],
])("%s is read to its end", (_, text) => {
  for (const { voice, cue, claim } of suggest(text))
    for (const range of [voice, cue, ...claim])
      if (range) expect(range.start < range.end && range.end <= text.length).toBe(true);
});

const piece = fc.constantFrom(
  ..."“ ” \" ' ’ ‘ , . ; : — ( ) ? ! \n said told that according to He She Jones the mayor it would not be asked by of".split(
    " ",
  ),
  "\n",
  " ",
  "\ufeff",
  "\u00a0",
  "👩‍👩‍👧",
  "\ud800",
);

test("whatever the text, ranges lie in it in order, and a voice and a claim never hold the cue", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.boolean(), (pieces, nested) => {
      const text = pieces.join(" ");
      const found = suggest(text, { nested, atLeast: 0 });
      for (const { voice, cue, claim, confidence, within } of found) {
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(claim.length).toBeGreaterThan(0);
        for (const { start, end } of [...claim, cue, ...(voice ? [voice] : [])]) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        claim.reduce(
          (before, one) => {
            expect(one.start).toBeGreaterThanOrEqual(before.end);
            return one;
          },
          { start: 0, end: 0 },
        );
        expect(within === null || nested).toBe(true);
      }
      expect(suggest(text, { nested, atLeast: 0 })).toEqual(found);
    }),
    { numRuns: runs(300) },
  );
});
