// Plain text: the importer of `.txt` files, of everything that no other importer reads, and of pasted text.

import { endings, isMarkdown } from "../files/endings.ts";
import type { ArticleBlock, ArticleFact, Metadata, Original } from "../model/article.ts";
import { limits } from "../schema/limits.ts";
import { message } from "../words/message.ts";
import { replaceLoneSurrogates } from "./decode.ts";
import { type ImportedText, type ImportResult, type PlainImporter, refusal } from "./importer.ts";
import { decodeText, guessNote } from "./legacy-encoding.ts";
import { recogniseMetadata, titleIn } from "./recognise-metadata.ts";

export const textImporter: PlainImporter = {
  id: "text",
  name: message("formats.text"),
  extensions: endings.text,
  read({ bytes, fileName }, choices) {
    if (bytes.length > limits.articleBytes)
      return refusal("file-too-large", { file: fileName, bytes: bytes.length, limit: limits.articleBytes });
    const decoded = decodeText(bytes, fileName, choices);
    if (!decoded.ok) return decoded;
    const article = articleFrom(decoded, fileName);
    if (!article.ok) return article;
    return {
      ...(isMarkdown(fileName) ? withMarkdownShapes(article) : article),
      ...(decoded.charset === undefined ? {} : { charset: decoded.charset }),
      ...(decoded.guessed ? { notes: [guessNote(decoded)] } : {}),
    };
  },
};

/** An article from pasted text, kept as it is. `name` is only for the refusal. */
export function importPlainText(text: string, name: string | null): ImportResult {
  return articleFrom({ ...replaceLoneSurrogates(text), encoding: "utf-8" }, name);
}

interface PlainText {
  readonly text: string;
  readonly encoding: Original["encoding"];
  readonly replacedCharacters: number;
}

function articleFrom(
  { text, encoding, replacedCharacters }: PlainText,
  fileName: string | null,
): ImportResult {
  // White space in the sense of ECMAScript includes the byte order mark.
  if (!/\S/u.test(text)) return { ok: false, problem: "text-empty", detail: { file: fileName } };
  if (text.length > limits.articleLength)
    return {
      ok: false,
      problem: "text-too-long",
      detail: { file: fileName, length: text.length, limit: limits.articleLength },
    };
  const metadata = recogniseMetadata(text);
  return { ok: true, text, encoding, title: titleIn(text, metadata), metadata, replacedCharacters };
}

// What the signs of Markdown (CommonMark) say of a text that is kept character for character: its title, headings, lists, quotations, code
// and tables, and what stands in the lines between dashes at its head.

interface RawLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lines that are looked at: a text of more is no article. */
const mostLines = limits.articleLines;
const mostHeadLines = 100;

function withMarkdownShapes(article: ImportedText): ImportedText {
  const lines = rawLines(article.text);
  const head = headOf(lines);
  const blocks = blocksOf(lines, head.lines);
  const heading = blocks.find(({ kind }) => kind === "heading");
  const words = heading && wordsOf(article.text, heading);
  const statedTitle = head.facts.get("title") ?? "";
  const title = statedTitle === "" ? (words ? words.text : article.title) : statedTitle;
  const about = factsOf(head.facts);
  return {
    ...article,
    title,
    ...(statedTitle === "" ? {} : { titleFrom: "properties" as const }),
    metadata: words && title === words.text ? titled(article.metadata, words) : article.metadata,
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(about.length > 0 ? { about } : {}),
  };
}

/** Without a mark of the encoding before the first one. */
function rawLines(text: string): RawLine[] {
  const lines: RawLine[] = [];
  let start = text.startsWith("\ufeff") ? 1 : 0;
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n|$/gu)) {
    lines.push({ start, end: index, text: text.slice(start, index) });
    start = index + end.length;
    if (start >= text.length || lines.length >= mostLines) break;
  }
  return lines;
}

/** The lines between dashes at the beginning, and what they say: a key and a value each. */
function headOf(lines: readonly RawLine[]): { lines: number; facts: ReadonlyMap<string, string> } {
  const facts = new Map<string, string>();
  if (lines[0]?.text.trimEnd() !== "---") return { lines: 0, facts };
  const end = lines.slice(1, mostHeadLines).findIndex(({ text }) => /^(?:---|\.\.\.)\s*$/u.test(text));
  if (end === -1) return { lines: 0, facts };
  for (const { text } of lines.slice(1, end + 1)) {
    const [, key, value] = /^([A-Za-z_-]+):\s+(\S.*)/u.exec(text) ?? [];
    if (key && value) facts.set(key.toLowerCase(), value.trimEnd().replace(/^(["'])(.*)\1$/u, "$2"));
  }
  return { lines: end + 2, facts };
}

/** After backticks no other one stands in the line: it would be code within a paragraph. */
const fence = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/u;
const heading = /^ {0,3}(#{1,6})\s+\S/u;
const rule = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/u;
const item = /^\s*(?:[-*+]|(\d{1,9})[.)])\s+\S/u;
const quote = /^ {0,3}>/u;
const underline = /^ {0,3}(?:=+|-{2,})[ \t]*$/u;

function blocksOf(lines: readonly RawLine[], from: number): ArticleBlock[] {
  const blocks: ArticleBlock[] = [];
  const [first, last] = [lines[0], lines[from - 1]];
  if (first && last) blocks.push({ kind: "preformatted", start: first.start, end: last.end });
  /** Where the paragraph at hand begins; `null` outside one, and in an item or a quotation that goes on. */
  let paragraph: number | null = null;
  let goesOn = false;
  const add = (kind: ArticleBlock["kind"], start: number, end: number, level?: number): void => {
    blocks.push({ kind, start, end, ...(level === undefined ? {} : { level }) });
    paragraph = null;
    goesOn = kind === "list-item" || kind === "quote";
  };
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) break;
    const { start, end, text } = line;
    const sign = fenceSign(text);
    const level = heading.exec(text)?.[1]?.length;
    if (sign !== null) {
      at = endOfFence(lines, at, sign);
      add("preformatted", start, lines[at]?.end ?? end);
    } else if (level !== undefined) add("heading", start, end, level);
    else if (paragraph !== null && underline.test(text))
      add("heading", paragraph, lines[at - 1]?.end ?? end, text.includes("=") ? 1 : 2);
    else if (text.trim() === "" || rule.test(text)) {
      paragraph = null;
      goesOn = false;
    } else if (isItem(text, paragraph !== null)) add("list-item", start, end);
    else if (quote.test(text)) add("quote", start, end);
    else if (isRow(text)) add("row", start, end);
    else if (!goesOn) paragraph ??= start;
  }
  return blocks;
}

/** The backticks or tildes with which a line opens a fence. */
function fenceSign(text: string): string | null {
  const [, backticks, tildes] = fence.exec(text) ?? [];
  return backticks ?? tildes ?? null;
}

/** The line that closes a fence, by nothing but as many of its signs or more; the last one where none does. */
function endOfFence(lines: readonly RawLine[], from: number, sign: string): number {
  for (let at = from + 1; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? "";
    const closing = fenceSign(text);
    if (closing?.startsWith(sign) && text.trim() === closing) return at;
  }
  return lines.length - 1;
}

/** A number in the middle of a paragraph, such as a year, begins no list unless it is 1. */
function isItem(text: string, isInParagraph: boolean): boolean {
  const match = item.exec(text);
  return match !== null && !(isInParagraph && match[1] !== undefined && Number(match[1]) !== 1);
}

function isRow(text: string): boolean {
  const row = text.trim();
  return row.length > 1 && row.startsWith("|") && row.endsWith("|");
}

/** The words of a heading without its signs, on one line, and where they stand. */
function wordsOf(text: string, { start, end }: ArticleBlock): RawLine | null {
  const blockText = text.slice(start, end);
  const signs = /^ {0,3}(?:#{1,6}\s+)?/u.exec(blockText)?.[0] ?? "";
  const bodyText = blockText.slice(signs.length).trimEnd();
  const words = signs.includes("#") ? withoutClosing(bodyText) : bodyText;
  const from = start + signs.length;
  const parts = words.split(/\r\n?|\n/u).map((part) => part.trim());
  return words === "" ? null : { start: from, end: from + words.length, text: parts.join(" ") };
}

/** Without the number signs that close a heading, apart from its words. */
function withoutClosing(words: string): string {
  let end = words.length;
  while (words[end - 1] === "#") end -= 1;
  return /\s/u.test(words[end - 1] ?? "") ? words.slice(0, end).trimEnd() : words;
}

const titled = (metadata: readonly Metadata[], { start, end }: RawLine): Metadata[] =>
  [
    ...metadata.filter((part) => part.field !== "title" && (part.end <= start || end <= part.start)),
    { field: "title" as const, start, end },
  ].sort((a, b) => a.start - b.start);

const keys: readonly (readonly [ArticleFact["field"], readonly string[]])[] = [
  ["author", ["author", "byline"]],
  ["publisher", ["publisher", "source"]],
  ["date", ["date", "published"]],
  ["updated", ["updated", "modified"]],
  ["url", ["url", "link"]],
  ["language", ["language", "lang"]],
];

const factsOf = (facts: ReadonlyMap<string, string>): ArticleFact[] =>
  keys.flatMap(([field, names]) => {
    const value = names.map((name) => facts.get(name) ?? "").find((said) => said !== "") ?? "";
    if (value === "" || (field === "url" && !/^https?:\/\/\S+$/iu.test(value))) return [];
    return [{ field, value: value.slice(0, limits.factLength), from: "file", found: "properties" } as const];
  });
