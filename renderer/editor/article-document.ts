// Builds the ProseMirror document of an article: every character of its paragraphs, with the recognised metadata set
// in place.
import { type Mark, type Node, Schema } from "prosemirror-model";
import { isLabel } from "../../shared/importers/recognise-metadata.ts";
import { type ArticleBlock, blockOf, hasListSign, type Metadata } from "../../shared/model/article.ts";
import { overlaps, type Range } from "../../shared/model/range.ts";
import { type DisplayParagraph, estimatedLines, type TextLayout } from "./layout.ts";

/** How a paragraph is set: as one metadata field, as a line made of several of them (`about`), or as running text. */
type ParagraphRole = string;

/**
 * `section.index` and `paragraph.index` count from the article's start. `section.lines` and `section.paragraphs` are what
 * its height is estimated from. `paragraph.continues`: it goes on from the one before without a line end in the text.
 * `paragraph.block`: what the form of the article's file told it to be, a heading with its level (`heading-2`).
 */
const schema = new Schema({
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

function paragraphClass(attrs: Readonly<Record<string, unknown>>, text: string): string | null {
  const names = [
    ...(attrs.role ? ["metadata-line", `metadata-line-${attrs.role}`] : []),
    ...(attrs.continues ? ["continues"] : []),
    ...(attrs.block ? [`block-${attrs.block}`] : []),
    ...(attrs.block === "list-item" && hasListSign(text) ? ["own-sign"] : []),
  ];
  return names.length > 0 ? names.join(" ") : null;
}

const { doc, section: sectionType, paragraph: paragraphType } = schema.nodes;

/** The document of a text in its layout. Metadata may come in any order; where it overlaps, the earlier part wins. */
export function articleDocument(
  text: string,
  layout: TextLayout,
  metadata: readonly Metadata[],
  blocks: readonly ArticleBlock[] = [],
): Node {
  const parts = [...metadata].sort((a, b) => a.start - b.start);
  const sections = layout.sectionStarts.map((first, index) => {
    const sectionParagraphs = layout.paragraphs.slice(first, layout.sectionStarts[index + 1]);
    const lines = sectionParagraphs.reduce((sum, paragraph) => sum + estimatedLines(paragraph), 0);
    return node(
      sectionType,
      { index, lines, paragraphs: sectionParagraphs.filter(({ continues }) => !continues).length },
      sectionParagraphs.map((paragraph, at) => paragraphNode(text, paragraph, first + at, { parts, blocks })),
    );
  });
  return node(doc, null, sections);
}

function node(type: typeof doc, attrs: Record<string, unknown> | null, content: readonly Node[]): Node {
  if (!type) throw new RangeError("The schema lacks a node type.");
  return type.create(attrs, content);
}

function paragraphNode(
  text: string,
  paragraph: DisplayParagraph,
  index: number,
  known: { readonly parts: readonly Metadata[]; readonly blocks: readonly ArticleBlock[] },
): Node {
  const parts = known.parts.filter((part) => overlaps(part, paragraph));
  const role = roleOf(text, paragraph, parts);
  return node(
    paragraphType,
    { index, role, continues: paragraph.continues, block: blockName(paragraph, known.blocks) },
    runs(paragraph, role === "" || role === "about" || role === "picture" ? parts : []).map(
      ({ start, end, field }) =>
        schema.text(text.slice(start, end), field === null ? [] : metadataMark(field)),
    ),
  );
}

/** What the paragraph lies in, where the form of the file told; what is metadata is set as that. */
function blockName(paragraph: Range, blocks: readonly ArticleBlock[]): string {
  const block = blockOf(paragraph, blocks);
  if (!block || block.kind === "caption") return "";
  return block.level === undefined ? block.kind : `${block.kind}-${block.level}`;
}

function metadataMark(field: string): readonly Mark[] {
  const type = schema.marks.metadata;
  return type ? [type.create({ field })] : [];
}

/**
 * The one field that a paragraph is, with its label; when it is made of several and nothing else `picture` if they tell of one, else `about`;
 * otherwise nothing.
 */
export function roleOf(text: string, { start, end }: Range, parts: readonly Metadata[]): ParagraphRole {
  if (parts.length === 0) return "";
  let at = start;
  for (const part of parts) {
    if (!isLabel(text.slice(at, Math.max(at, part.start)))) return "";
    at = Math.max(at, part.end);
  }
  if (!isLabel(text.slice(Math.min(at, end), end))) return "";
  const [only, second] = parts;
  if (only && !second) return only.field;
  return parts.some(({ field }) => field === "caption" || field === "credit") ? "picture" : "about";
}

interface Run extends Range {
  readonly field: string | null;
}

/** The paragraph as runs of text, each within one metadata part or none. */
function runs({ start, end }: Range, parts: readonly Metadata[]): Run[] {
  const textRuns: Run[] = [];
  let at = start;
  const push = (to: number, field: string | null): void => {
    if (to > at) textRuns.push({ start: at, end: to, field });
    at = Math.max(at, to);
  };
  for (const part of parts) {
    push(Math.min(part.start, end), null);
    push(Math.min(part.end, end), part.field);
  }
  push(end, null);
  return textRuns;
}
