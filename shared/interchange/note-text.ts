// Notes are Markdown (CommonMark). Where a person reads them outside of Sayso they are plain text, or HTML of which nothing runs and nothing
// is fetched: HTML in a note stands there as text, a picture as its words, an address behind the words of its link.
import { fromMarkdown } from "mdast-util-from-markdown";
import { cleanXml, xmlText } from "../files/xml.ts";

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root["children"][number];
type Inner = Extract<Node, { children: unknown }>;

/** What lies deeper is written as it stands: nobody nests so deep by hand. */
const deepest = 24;

interface Shape {
  /** Words of the note, as they are. */
  text(words: string): string;
  /** `name`: mdast's, such as `strong`; `inner`: its children, written already. */
  inline(name: string, inner: string): string;
  block(name: string, inner: string): string;
  /** `mark`: the bullet, the number or the box before it. */
  item(mark: string, inner: string): string;
  /** `first`: the number of the first item; `null` where they have none. */
  list(first: number | null, items: readonly string[]): string;
  readonly lineBreak: string;
  readonly between: string;
}

/** A note as plain text: lists with bullets, numbers and boxes, one line each; addresses in brackets. */
export const noteText = (note: string): string => renderNote(note, plain);

/** A note as HTML with elements and attributes of ours alone. */
export const noteHtml = (note: string): string => renderNote(note, html);

/** Code units: what is longer is written as it stands, for no note of a person's own takes seconds to read. */
const longestRead = 8_000;
/** One paragraph that no sign of Markdown can be in. */
const noSigns = /^(?!\d+[.)])[\p{L}\p{N}“”‘’'"(][\p{L}\p{N} ,.;:?%/…–—“”‘’'"()]*$/u;
/** Quotations and lists within each other in one line: reading them takes the third power of their number. */
const nested = new RegExp(`^(?:[ \\t]*(?:>|[*+-][ \\t]|\\d{1,9}[.)][ \\t])){${deepest}}`, "mu");

function renderNote(note: string, shape: Shape): string {
  if (note.length > longestRead || nested.test(note) || noSigns.test(note))
    return shape.block("paragraph", shape.text(note.trim()));
  return blocks(fromMarkdown(note), { note, shape, depth: 0 }).trim();
}

interface Around {
  readonly note: string;
  readonly shape: Shape;
  readonly depth: number;
}

const blocks = ({ children }: Inner, around: Around): string =>
  children
    .map((child) => block(child, around))
    .filter((one) => one !== "")
    .join(around.shape.between);

function block(node: Node, around: Around): string {
  const { shape, depth, note } = around;
  const deeper = { ...around, depth: depth + 1 };
  if (depth > deepest) return shape.block("paragraph", shape.text(sourceOf(node, note)));
  switch (node.type) {
    case "paragraph":
    case "heading":
      return shape.block(node.type, inlines(node, deeper));
    case "blockquote":
      return shape.block(node.type, blocks(node, deeper));
    case "code": {
      const info = [node.lang, node.meta].filter((one) => one).join(" ");
      return shape.block(node.type, shape.text([info, node.value].filter((one) => one !== "").join("\n")));
    }
    case "html":
      return shape.block(node.type, shape.text(node.value));
    case "thematicBreak":
      return shape.block("paragraph", shape.text("———"));
    case "list": {
      const startNumber = node.start ?? 1;
      const items = node.children.map((item, at) => {
        const { mark, rest } = taskOf(blocks(item, deeper), shape);
        const bullet = node.ordered ? `${startNumber + at}.` : "•";
        return shape.item(mark === "" ? bullet : node.ordered ? `${bullet} ${mark}` : mark, rest);
      });
      return shape.list(node.ordered === true ? startNumber : null, items);
    }
    // Where a link's address stands is no words of the note, but nothing of it is left out.
    case "definition":
      return shape.block("paragraph", shape.text(sourceOf(node, note)));
    default:
      return shape.block("paragraph", inline(node, deeper));
  }
}

const inlines = ({ children }: Inner, around: Around): string =>
  children.map((child) => inline(child, around)).join("");

function inline(node: Node, around: Around): string {
  const { shape, depth, note } = around;
  const deeper = { ...around, depth: depth + 1 };
  if (depth > deepest) return shape.text(sourceOf(node, note));
  switch (node.type) {
    case "text":
    case "html":
      return shape.text(node.value);
    case "emphasis":
    case "strong":
      return shape.inline(node.type, inlines(node, deeper));
    case "inlineCode":
      return shape.inline(node.type, shape.text(node.value));
    case "break":
      return shape.lineBreak;
    case "link": {
      const words = inlines(node, deeper);
      const isAddress = [node.url, node.url.replace(/^mailto:/u, "")].some(
        (url) => shape.text(url) === words,
      );
      const behind = isAddress
        ? titleOf(node)
        : [node.url, titleOf(node)].filter((one) => one !== "").join(" ");
      return behind === "" ? words : `${words}${shape.text(` (${behind})`)}`;
    }
    case "image": {
      const behind = [node.url, titleOf(node)].filter((one) => one !== "").join(" ");
      return shape.text([node.alt ?? "", behind && `(${behind})`].filter((one) => one !== "").join(" "));
    }
    default:
      return shape.text(sourceOf(node, note));
  }
}

const titleOf = ({ title }: { readonly title?: string | null | undefined }): string =>
  title ? `“${title}”` : "";

const sourceOf = ({ position }: Node, note: string): string =>
  note.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);

/** "[ ] date" and "[x] date": what is to be done and what is done, as task lists write it. */
function taskOf(item: string, shape: Shape): { readonly mark: string; readonly rest: string } {
  const start = shape === html ? /^<p>\[(?<done>[ xX])\]\s/u : /^\[(?<done>[ xX])\]\s/u;
  const done = start.exec(item)?.groups?.done;
  if (done === undefined) return { mark: "", rest: item };
  return { mark: done === " " ? "☐" : "☑", rest: `${shape === html ? "<p>" : ""}${item.replace(start, "")}` };
}

const indented = (text: string, by: string): string => text.replaceAll("\n", `\n${by}`);

const plain: Shape = {
  text: (words) => words,
  inline: (_, inner) => inner,
  block: (name, inner) => (name === "blockquote" && inner !== "" ? `> ${indented(inner, "> ")}` : inner),
  item: (mark, inner) => `${mark} ${indented(inner, "  ")}`.trimEnd(),
  list: (_, items) => items.join("\n"),
  lineBreak: "\n",
  between: "\n",
};

const elements: Readonly<Record<string, readonly [string, string]>> = {
  emphasis: ["<em>", "</em>"],
  strong: ["<strong>", "</strong>"],
  inlineCode: ["<code>", "</code>"],
  paragraph: ["<p>", "</p>"],
  // The page has headings of its own.
  heading: ["<p><strong>", "</strong></p>"],
  blockquote: ["<blockquote>", "</blockquote>"],
  code: ["<pre>", "</pre>"],
  html: ["<p>", "</p>"],
};

function wrapped(name: string, inner: string): string {
  const [open, close] = elements[name] ?? ["", ""];
  return inner === "" ? "" : `${open}${inner}${close}`;
}

const html: Shape = {
  text: (words) => xmlText(cleanXml(words)),
  inline: wrapped,
  block: wrapped,
  item(mark, inner) {
    const box = /[☐☑]/u.exec(mark)?.[0];
    return box === undefined
      ? `<li>${inner}</li>`
      : `<li class="task">${inner.replace(/^<p>/u, `<p>${box} `)}</li>`;
  },
  list: (first, items) =>
    first === null ? `<ul>${items.join("")}</ul>` : `<ol start="${first}">${items.join("")}</ol>`,
  lineBreak: "<br>",
  between: "",
};
