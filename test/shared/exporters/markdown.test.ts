// Articles as Markdown: a reader of CommonMark that nobody here wrote has each paragraph as the article has it, and each footnote where its
// words end.
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { exportOf } from "../../../shared/exporters/index.ts";
import { markdownExporter } from "../../../shared/exporters/markdown.ts";
import {
  exportedText,
  paragraphsOf,
  plainArticle,
  randomBundle,
  sampleBundle,
} from "../../helpers/bundles.ts";
import { fullBundle } from "../../helpers/full-bundle.ts";
import { kitBundle } from "../../helpers/kit-bundle.ts";
import { runs } from "../../helpers/tier.ts";

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly identifier?: string;
  readonly children?: readonly Node[];
}

const write = (bundle: ExportBundle): string => exportedText("markdown", bundle);
const readWithFootnotes = (markdown: string): readonly Node[] =>
  fromMarkdown(markdown, {
    extensions: [gfmFootnote()],
    mdastExtensions: [gfmFootnoteFromMarkdown()],
  }).children;

const textOf = ({ type, value, children = [] }: Node): string =>
  type === "break" ? "\n" : (value ?? children.map(textOf).join(""));
const all = (nodes: readonly Node[]): readonly Node[] =>
  nodes.flatMap((node) => [node, ...all(node.children ?? [])]);

/** The blocks of the text of a file with one article and one set: between what is known of it and its footnotes. */
function textBlocks(nodes: readonly Node[]): readonly Node[] {
  const first = nodes[1]?.type === "list" ? 2 : 1;
  const end = nodes.findIndex(
    ({ type, children }) => type === "footnoteDefinition" || isSection(children?.[0]?.value),
  );
  return nodes.slice(first, end < 0 ? nodes.length : end);
}
const isSection = (text: string | undefined): boolean =>
  text !== undefined && /^(?:Said of the marks|How the marks came|Who and what is mentioned)/u.test(text);

/** What readers of CommonMark make of a text by themselves. */
const asRead = (text: string): string => text.replaceAll("\0", "\ufffd");

describe("the text", () => {
  const signs = fc.constantFrom(
    ...[
      "a",
      "B",
      "1",
      " ",
      "  ",
      "\t",
      "\n",
      "\n\n",
      "\r\n",
      "é",
      "🙂",
      "\u00a0",
      "\u200b",
      "\u000b",
      "\u000c",
      "\0",
      "\ufeff",
      "\u2028",
    ],
    ...[
      "#",
      "##",
      "+",
      "-",
      "---",
      "*",
      "**",
      "_",
      "`",
      "```",
      "~~~",
      "[",
      "]",
      "](x)",
      "(",
      ")",
      "![",
      "<",
      "<b>",
      "<!--",
      ">",
      "&",
      "&amp;",
      "&#35;",
    ],
    ...[
      "\\",
      "\\\\",
      "1.",
      "2)",
      "|",
      "~",
      "!",
      "=",
      "==",
      "===",
      "%%",
      "$",
      ":",
      "[^1]",
      "[^1]: x",
      "[a]: b",
      "http://a.b",
      "a@b.c",
      "\u05d0",
    ],
  );
  it("of every paragraph comes out as it is, whatever signs it has", () => {
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1, maxLength: 16 }), (parts) => {
        const text = parts.join("");
        const nodes = fromMarkdown(write(plainArticle(text))).children as readonly Node[];
        expect(nodes.slice(1).map(({ type }) => type)).toEqual(paragraphsOf(text).map(() => "paragraph"));
        expect(nodes.slice(1).map(textOf)).toEqual(paragraphsOf(text).map(asRead));
      }),
      { numRuns: runs(150) },
    );
  });

  it("stands as it is around the references to footnotes, and each footnote is referred to once", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        const nodes = readWithFootnotes(write(bundle));
        const text = bundle.articles[0]?.text ?? "";
        const notes = all(nodes).filter(({ type }) => type === "footnoteDefinition");
        const references = all(nodes).filter(({ type }) => type === "footnoteReference");
        const ids = notes.map(({ identifier }) => identifier);
        expect(references.map(({ identifier }) => identifier)).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
        const unplaced = /^Without a place in the text: /u;
        const blocks = textBlocks(nodes).filter((node) => !unplaced.test(textOf(node)));
        expect(blocks.map(textOf)).toEqual(paragraphsOf(text).map(asRead));
        const [set] = bundle.articles.flatMap(({ sets }) => sets);
        const inCards = new Set(
          set?.attributions.flatMap((card) => [
            ...card.voice,
            card.cue,
            card.claim,
            ...card.via.map(({ span }) => span),
          ]),
        );
        const loose = set?.spans.filter(({ id }) => !inCards.has(id)) ?? [];
        expect(ids.length).toBe(
          (set?.attributions.length ?? 0) + loose.length + (set?.exclusions.length ?? 0),
        );
      }),
      { numRuns: runs(30) },
    );
  });

  it.each([
    ["a heading of the second level", "A <b> #\n", { kind: "heading", level: 2 }, "heading"],
    ["a heading without a level", "1. A\n", { kind: "heading" }, "heading"],
    ["a quotation", "- A\n", { kind: "quote" }, "blockquote"],
    ["an item of a list", "  A\n", { kind: "list-item" }, "list"],
    ["an item that has its sign already", "• A\n", { kind: "list-item" }, "paragraph"],
    ["a row", "A\tB\n", { kind: "row" }, "paragraph"],
  ] as const)("that is %s is one", (_what, text, block, type) => {
    const bundle = plainArticle(text, [{ start: 0, end: text.length, ...block }]);
    const [, node] = fromMarkdown(write(bundle)).children as readonly Node[];
    expect(node?.type).toBe(type);
    expect(node && textOf(node)).toBe(text.trimEnd());
  });
});

describe("a footnote", () => {
  it("says who says what, and lists all else, in words for readers without footnotes", () => {
    const nodes = readWithFootnotes(write(sampleBundle()));
    const [note] = nodes.filter(({ type }) => type === "footnoteDefinition");
    expect(note?.children?.map(({ type }) => type)).toEqual(["paragraph", "list"]);
    expect(note && textOf(note.children?.[0] as Node)).toMatchInlineSnapshot(
      `"Card 1: Ana Ruiz said: The harbour bridge will close for at least a year from January"`,
    );
    const withoutFootnotes = fromMarkdown(write(sampleBundle())).children as readonly Node[];
    expect(withoutFootnotes.map(({ type }) => type)).not.toContain("code");
    expect(withoutFootnotes.map(({ type }) => type)).not.toContain("definition");
  });

  it("of a card names the card around it by the number of that footnote", () => {
    const markdown = write(fullBundle());
    const [, number] = /- Within: card (\d+)/u.exec(markdown) ?? [];
    expect(markdown).toContain(`[^${number}]: **Card ${number}:** `);
  });

  it("has the lines of a note", () => {
    const note = "One *line*.\n\n- two\n- 3. three";
    const { articles, ...bundle } = sampleBundle();
    const noted = articles.map(({ sets, ...one }) => ({
      ...one,
      sets: sets.map((set) => ({
        ...set,
        attributions: set.attributions.map((card) => ({ ...card, note })),
      })),
    }));
    const nodes = readWithFootnotes(write({ ...bundle, articles: noted }));
    const [item] = all(nodes).filter((node) => node.type === "listItem" && textOf(node).startsWith("Note: "));
    expect(item && textOf(item)).toBe("Note: One line.\n• two\n• 3. three");
  });
});

describe("a character that no reader of CommonMark keeps", () => {
  it("is counted", () => {
    expect(exportOf(markdownExporter, plainArticle("a\0b\0\u0001")).losses).toEqual([
      { what: "characters", count: 2, examples: ["U+0000"] },
    ]);
  });
});

it("numbers the footnotes of several articles on", () => {
  const markdown = write(kitBundle());
  const numbers = [...markdown.matchAll(/^\[\^(\d+)\]: /gmu)].map(([, number]) => Number(number));
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  expect(numbers.length).toBeGreaterThan(5);
});
