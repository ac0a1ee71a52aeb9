// The ProseMirror schema of an article on the screen: sections of paragraphs of text. Annotations are no part of it; the
// recognised parts of the article (title, byline, caption …) are, because they never change.
import { Schema } from "prosemirror-model";

/** How a paragraph is set: as one metadata field, as a line made of several of them (`about`), or as running text. */
export type ParagraphRole = string;

/**
 * `section.index` and `paragraph.index` count from the article's start. `section.lines` and `section.paragraphs` are what
 * its height is estimated from. `paragraph.continues`: it goes on from the one before without a line end in the text.
 * `paragraph.block`: what the form of the article's file told it to be, a heading with its level (`heading-2`).
 */
export const schema = new Schema({
  nodes: {
    doc: { content: "section+" },
    section: {
      content: "paragraph+",
      selectable: false,
      attrs: {
        index: { validate: "number", default: 0 },
        lines: { validate: "number", default: 0 },
        paragraphs: { validate: "number", default: 0 },
      },
      toDOM: () => ["div", { class: "article-section" }, 0],
    },
    paragraph: {
      content: "text*",
      marks: "metadata",
      selectable: false,
      attrs: {
        index: { validate: "number", default: 0 },
        role: { validate: "string", default: "" },
        continues: { validate: "boolean", default: false },
        block: { validate: "string", default: "" },
      },
      // Each paragraph reads in the direction of its own first letter.
      toDOM: ({ attrs, textContent }) => [
        "p",
        { class: paragraphClass(attrs, textContent), "data-p": String(attrs.index), dir: "auto" },
        0,
      ],
    },
    text: {},
  },
  marks: {
    metadata: {
      attrs: { field: { validate: "string" } },
      toDOM: ({ attrs }) => ["span", { class: `metadata metadata-${attrs.field}` }, 0],
    },
  },
});

/** Written in the text itself, as plain text and Markdown do: a list's own sign beside it would be a second one. No sentence of one word. */
const ownSign = /^\s*(?:[-*+•‣◦·–]|\(?(?:\p{Nd}{1,9}|\p{L}|[ivx]{2,5}|[IVX]{2,5})[.)])\s/u;

function paragraphClass(attrs: Readonly<Record<string, unknown>>, text: string): string | null {
  const names = [
    ...(attrs.role ? ["metadata-line", `metadata-line-${attrs.role}`] : []),
    ...(attrs.continues ? ["continues"] : []),
    ...(attrs.block ? [`block-${attrs.block}`] : []),
    ...(attrs.block === "list-item" && ownSign.test(text) ? ["own-sign"] : []),
  ];
  return names.length > 0 ? names.join(" ") : null;
}
