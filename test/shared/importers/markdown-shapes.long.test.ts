// What the signs of Markdown say of lines, as CommonMark has them; the text itself never changes.
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { textImporter } from "../../../shared/importers/text.ts";
import { limits } from "../../../shared/schema/limits.ts";

const read = (text: string) => {
  const result = textImporter.read({ bytes: Buffer.from(text), fileName: "a.md" });
  if (!result.ok) throw new Error(result.problem);
  return result;
};
/** The blocks as `kind: words`, a heading with its level. */
const shapes = (text: string): string[] => {
  const { blocks = [], text: kept } = read(text);
  return blocks.map(({ kind, level = "", start, end }) => `${kind}${level}: ${kept.slice(start, end)}`);
};

describe("Markdown", () => {
  it.each<[string, string, string[]]>([
    ["a mark of its encoding before a heading", "\ufeff# Bridge\n\nIt closes.", ["heading1: # Bridge"]],
    [
      "that before lines at the head",
      "\ufeff---\ntitle: A\n---\nIt closes.",
      ["preformatted: ---\ntitle: A\n---"],
    ],
    ["rules of stars, dashes and lines", "* * *\n\n- - -\n\n***\n\n_ _ _\n\n* one", ["list-item: * one"]],
    [
      "a fence that a longer one encloses",
      "````\n```\n# no\n````\n# yes",
      ["preformatted: ````\n```\n# no\n````", "heading1: # yes"],
    ],
    [
      "a fence that words do not end",
      "```\n```js\n# no\n```\n# yes",
      ["preformatted: ```\n```js\n# no\n```", "heading1: # yes"],
    ],
    ["a fence that nothing ends", "~~~ text\n# no\n- no", ["preformatted: ~~~ text\n# no\n- no"]],
    ["words between fences' signs on one line", "``` no ``` fence\n# yes", ["heading1: # yes"]],
    ["a heading of two lines", "The bridge\ncloses\n======\n\nNext", ["heading1: The bridge\ncloses"]],
    ["a line under a list item", "- one\n---\nNext", ["list-item: - one"]],
    [
      "a year at the beginning of a line",
      "It was built in\n1985. It closed in\n1. January",
      ["list-item: 1. January"],
    ],
    [
      "numbers of a list",
      "1. one\n2. two\ngoes on\n3. three",
      ["list-item: 1. one", "list-item: 2. two", "list-item: 3. three"],
    ],
    ["a year after a blank line", "It was built.\n\n1985. It closed", ["list-item: 1985. It closed"]],
    ["a heading with signs behind it", "## Bridge ##  \n\n##", ["heading2: ## Bridge ##  "]],
    [
      "lines that end in every way",
      "# A\r- b\r\n> c\n| d |",
      ["heading1: # A", "list-item: - b", "quote: > c", "row: | d |"],
    ],
  ])("tells %s", (_, text, expected) => {
    expect(shapes(text)).toEqual(expected);
  });

  it.each([
    ["# Bridge #", "Bridge"],
    ["\ufeff# Bridge", "Bridge"],
    ["## C# and F#", "C# and F#"],
    ["The bridge\ncloses\n===", "The bridge closes"],
    [`# a${" ".repeat(200_000)}b`, `a${" ".repeat(200_000)}b`],
  ])("has its first heading as its title (%#)", (text, title) => {
    expect(read(text).title).toBe(title);
  });

  it("reads as many lines as an article may have", () => {
    expect(shapes("- a\n".repeat(limits.articleLines))).toHaveLength(limits.articleLines);
  });
});

const line = fc
  .tuple(
    fc.constantFrom(
      "",
      " ",
      "    ",
      "# ",
      "- ",
      "* ",
      "1. ",
      "7) ",
      "> ",
      "| ",
      "```",
      "~~~",
      "---",
      "===",
      "a",
    ),
    fc.constantFrom("", "word", "#", "- -", "|", "```", "---"),
  )
  .map((parts) => parts.join(""));
const lines = fc.array(line, { minLength: 1, maxLength: 30 });

test("blocks stand in order, hold words and begin and end with lines, also behind a mark of the encoding", () => {
  fc.assert(
    fc.property(lines, fc.constantFrom("\n", "\r\n", "\r"), (all, end) => {
      const text = `word${end}${all.join(end)}`;
      const { blocks = [], text: kept } = read(text);
      expect(kept).toBe(text);
      let at = 0;
      for (const block of blocks) {
        expect(block.start).toBeGreaterThanOrEqual(at);
        expect(text.slice(block.start, block.end).trim()).not.toBe("");
        expect(/^$|[\r\n]$/u.test(text.slice(0, block.start))).toBe(true);
        expect(/^(?:$|[\r\n])/u.test(text.slice(block.end))).toBe(true);
        at = block.end;
      }
      const shifted = blocks.map((block) => ({ ...block, start: block.start + 1, end: block.end + 1 }));
      expect(read(`\ufeff${text}`).blocks ?? []).toEqual(shifted);
    }),
  );
});

test.each([
  ["fences", "```\na\n~~~\n".repeat(16_000)],
  ["blanks in a heading", `# a${" ".repeat(5_000_000)}b`],
  ["blanks behind a key", `---\ntitle: a${" ".repeat(5_000_000)}b\n---\ntext`],
  ["bars", `|${" |".repeat(2_500_000)}x`],
  ["one paragraph", "word\n".repeat(49_000)],
])(
  "long ones of %s are read in time that grows with their length",
  (_, text) => {
    expect(read(text).text).toBe(text);
  },
  10_000,
);
