// What the signs of Markdown (CommonMark) say of a text that is kept character for character: its title, headings, lists, quotations, code
// and tables, and what stands in the lines between dashes at its head.
import type { ArticleBlock, ArticleFact, Metadata } from "../model/article.ts";
import { limits } from "../schema/limits.ts";
import type { ImportedText } from "./importer.ts";

interface RawLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lines that are looked at: what is longer is data. */
const mostLines = 50_000;
const mostHeadLines = 100;

export function withMarkdownShapes(article: ImportedText): ImportedText {
  const lines = rawLines(article.text);
  const head = headOf(lines);
  const blocks = blocksOf(lines, head.lines);
  const heading = blocks.find(({ kind }) => kind === "heading");
  const words = heading && wordsOf(article.text, heading);
  const said = head.facts.get("title") ?? "";
  const title = said === "" ? (words ? words.text : article.title) : said;
  const about = factsOf(head.facts);
  return {
    ...article,
    title,
    ...(said === "" ? {} : { titleFrom: "properties" as const }),
    metadata: words && title === words.text ? titled(article.metadata, words) : article.metadata,
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(about.length > 0 ? { about } : {}),
  };
}

function rawLines(text: string): RawLine[] {
  const lines: RawLine[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\r\n]*(?:\r\n?|\n|$)/gu)) {
    const words = line.replace(/[\r\n]+$/u, "");
    lines.push({ start: index, end: index + words.length, text: words });
    if (index + line.length >= text.length || lines.length >= mostLines) break;
  }
  return lines;
}

/** The lines between dashes at the beginning, and what they say: a key and a value each. */
function headOf(lines: readonly RawLine[]): { lines: number; facts: ReadonlyMap<string, string> } {
  const facts = new Map<string, string>();
  if (lines[0]?.text.replace(/^\ufeff/u, "").trimEnd() !== "---") return { lines: 0, facts };
  const end = lines.slice(1, mostHeadLines).findIndex(({ text }) => /^(?:---|\.\.\.)\s*$/u.test(text));
  if (end === -1) return { lines: 0, facts };
  for (const { text } of lines.slice(1, end + 1)) {
    const [, key, value] = /^([A-Za-z_-]+):\s+(.*?)\s*$/u.exec(text) ?? [];
    if (key && value) facts.set(key.toLowerCase(), value.replace(/^(["'])(.*)\1$/u, "$2"));
  }
  return { lines: end + 2, facts };
}

const fence = /^ {0,3}(`{3,}|~{3,})/u;

function blocksOf(lines: readonly RawLine[], from: number): ArticleBlock[] {
  const blocks: ArticleBlock[] = [];
  const [first, last] = [lines[0], lines[from - 1]];
  if (first && last) blocks.push({ kind: "preformatted", start: first.start, end: last.end });
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || line.text.trim() === "") continue;
    const { start, text } = line;
    const fenced = fence.exec(text)?.[1];
    const until = fenced === undefined ? at : endOfFence(lines, at, fenced);
    const end = lines[until]?.end ?? line.end;
    const level = /^ {0,3}(#{1,6})\s+\S/u.exec(text)?.[1]?.length ?? underlined(line, lines[at + 1]);
    if (fenced !== undefined) blocks.push({ kind: "preformatted", start, end });
    else if (level !== null) blocks.push({ kind: "heading", start, end, level });
    else if (/^\s*(?:[-*+]|\d{1,9}[.)])\s+\S/u.test(text)) blocks.push({ kind: "list-item", start, end });
    else if (/^ {0,3}>/u.test(text)) blocks.push({ kind: "quote", start, end });
    else if (/^\s*\|.*\|\s*$/u.test(text)) blocks.push({ kind: "row", start, end });
    at = until;
  }
  return blocks;
}

function endOfFence(lines: readonly RawLine[], at: number, sign: string): number {
  const end = lines.findIndex(({ text }, index) => index > at && text.trim().startsWith(sign));
  return end === -1 ? lines.length - 1 : end;
}

/** Whether the next line makes this one a heading; `null`: it does not. */
function underlined({ text }: RawLine, next: RawLine | undefined): number | null {
  const sign = /^ {0,3}(=+|-{2,})\s*$/u.exec(next?.text ?? "")?.[1];
  if (sign === undefined || /^\s*(?:[-*+>|#]|\d{1,9}[.)])/u.test(text)) return null;
  return sign.startsWith("=") ? 1 : 2;
}

/** The words of a heading without its signs, and where they stand. */
function wordsOf(text: string, { start, end }: ArticleBlock): RawLine | null {
  const line = text.slice(start, end);
  const [, signs = "", words = ""] = /^( {0,3}(?:#{1,6}\s+)?)(.*?)(?:\s+#+)?\s*$/u.exec(line) ?? [];
  const from = start + signs.length;
  return words === "" ? null : { start: from, end: from + words.length, text: words };
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
