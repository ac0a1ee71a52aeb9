// Notes as a person reads them outside of Sayso: without the signs of Markdown, and with every word.
import fc from "fast-check";
import { parseDocument } from "htmlparser2";
import { expect, test } from "vitest";
import { noteHtml, noteText } from "../../../shared/interchange/note-text.ts";
import { repeats } from "../../helpers/tier.ts";

test.each([
  ["**Check** the date", "Check the date", "<p><strong>Check</strong> the date</p>"],
  [
    "# Date\n\nSee *page* `4`",
    "Date\nSee page 4",
    "<p><strong>Date</strong></p><p>See <em>page</em> <code>4</code></p>",
  ],
  [
    "- [ ] date\n- [x] place\n- who",
    "☐ date\n☑ place\n• who",
    '<ul><li class="task"><p>☐ date</p></li><li class="task"><p>☑ place</p></li><li><p>who</p></li></ul>',
  ],
  [
    "3. one\n4. two\n   - inner",
    "3. one\n4. two\n  • inner",
    '<ol start="3"><li><p>one</p></li><li><p>two</p><ul><li><p>inner</p></li></ul></li></ol>',
  ],
  ["> said\n> so", "> said\n> so", "<blockquote><p>said\nso</p></blockquote>"],
  [
    '[here](https://a.example/x "why")',
    "here (https://a.example/x “why”)",
    "<p>here (https://a.example/x “why”)</p>",
  ],
  ["<https://a.example>", "https://a.example", "<p>https://a.example</p>"],
  ["![map](m.png)", "map (m.png)", "<p>map (m.png)</p>"],
  ["```js\nlet a\n```", "js\nlet a", "<pre>js\nlet a</pre>"],
  ["one  \ntwo", "one\ntwo", "<p>one<br>two</p>"],
  ["2 * 3 < 7 & 4_000", "2 * 3 < 7 & 4_000", "<p>2 * 3 &lt; 7 &amp; 4_000</p>"],
  ["a\n\n---\n\nb", "a\n———\nb", "<p>a</p><p>———</p><p>b</p>"],
  ["", "", ""],
])("%j", (note, text, html) => {
  expect([noteText(note), noteHtml(note)]).toEqual([text, html]);
});

test("what would run or be fetched is words", () => {
  const note =
    '<script>alert(1)</script>\n\na <img src=x onerror="alert(1)"> b\n\n[go](javascript:alert(1)) ![p](https://a.example/p.png)';
  expect(noteText(note)).toBe(
    '<script>alert(1)</script>\na <img src=x onerror="alert(1)"> b\ngo (javascript:alert(1)) p (https://a.example/p.png)',
  );
  expect(elementsOf(noteHtml(note))).toEqual(["p"]);
});

type Parsed = ReturnType<typeof parseDocument>["children"][number];
const inside = (html: string): readonly Parsed[] => {
  const walk = (nodes: readonly Parsed[]): readonly Parsed[] =>
    nodes.flatMap((node) => [node, ...("children" in node ? walk(node.children) : [])]);
  return walk(parseDocument(html).children);
};
const elementsOf = (html: string): readonly string[] => [
  ...new Set(inside(html).flatMap((node) => ("name" in node ? [node.name] : []))),
];
const ours = /^(?:p|strong|em|code|pre|blockquote|ul|ol|li|br)$/u;
const wordsIn = (text: string): readonly string[] => text.match(/w\d+x?/gu) ?? [];

test("every word of a note stands in both, and HTML has elements of ours alone", () => {
  const sign = fc.constantFrom(
    ...'# |## |- |* |1. |> |**|*|_|`|```|[|](|]|)|![|<b>|</b>|<|>|\n|\n\n|\n  |  \n|    |[ ] |[x] |---|\\|&amp;|: |"|&'.split(
      "|",
    ),
    "| ",
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(sign, sign, sign), { maxLength: 14 }), (parts) => {
      const note = parts.map(([first, second, after], at) => `${first}${second}w${at}x${after}`).join(" ");
      const html = noteHtml(note);
      const text = inside(html)
        .flatMap((node) => (node.type === "text" ? [node.data] : []))
        .join(" ");
      expect([...wordsIn(noteText(note))].sort()).toEqual([...wordsIn(note)].sort());
      expect([...wordsIn(text)].sort()).toEqual([...wordsIn(note)].sort());
      for (const node of inside(html))
        if ("attribs" in node) {
          expect(node.name).toMatch(ours);
          expect(JSON.stringify(node.attribs)).toMatch(/^\{(?:"class":"task"|"start":"\d+")?\}$/u);
        }
    }),
  );
});

test("a note that nests without end, or is very long, is written as it stands", () => {
  const long = `${"**a** ".repeat(repeats(16_000))}w1`;
  for (const note of [
    `${"> ".repeat(repeats(3_000))}w1`,
    `a\n${"1. ".repeat(repeats(2_000))}w1`,
    `${"*a ".repeat(repeats(1_500))}w1${"*".repeat(repeats(1_500))}`,
    `${"[".repeat(repeats(7_000))}w1`,
    long,
  ]) {
    expect(wordsIn(noteText(note))).toEqual(["w1"]);
    expect(wordsIn(noteHtml(note))).toEqual(["w1"]);
  }
  expect(noteText(long)).toBe(long);
});
