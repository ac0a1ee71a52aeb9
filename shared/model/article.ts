// The article under study: its text is kept exactly as it came and never changes under an annotation. What is corrected becomes
// another revision, to which the annotations are carried over.
import type { Id } from "./id.ts";
import { overlaps, type Range } from "./range.ts";

/** What a recognised part of the article's text is. */
export type MetadataField = "title" | "byline" | "publisher" | "dateline" | "date" | "caption" | "credit";

/** A part of the text that is about the article rather than of it. It stays visible in its place. */
export interface Metadata extends Range {
  readonly field: MetadataField;
}

/** The file an article came from, kept beside it byte for byte. `null` for pasted text. */
export interface Original {
  readonly fileName: string;
  readonly storedAs: string;
  readonly byteLength: number;
  readonly sha256: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
  /** The older encoding that its bytes were read by, as the WHATWG Encoding Standard calls it; absent: none. */
  readonly charset?: string;
  /** The revision that it came with, in whose folder it lies; absent: it lies beside the article. */
  readonly revision?: Id;
}

/** What a stretch of the text is, where the form of its file told. Paragraphs are not listed. */
export interface ArticleBlock extends Range {
  readonly kind: "heading" | "list-item" | "quote" | "caption" | "row" | "preformatted";
  /** Of a heading: 1 to 6. */
  readonly level?: number;
}

/** The block that a paragraph lies in, where the form of the file told one. */
export const blockOf = (paragraph: Range, blocks: readonly ArticleBlock[]): ArticleBlock | undefined =>
  blocks.find((block) => overlaps(block, paragraph));

/** Whether an item of a list has its sign in the text itself, as in plain text and Markdown: one drawn beside it would be a second. A sentence of one word is no sign. */
export const hasListSign = (item: string): boolean =>
  /^\s*(?:[-*+•‣◦·–]|\(?(?:\p{Nd}{1,9}|\p{L}|[ivx]{2,5}|[IVX]{2,5})[.)])\s/u.test(item);

export const articleFacts = ["author", "publisher", "place", "date", "updated", "url", "language"] as const;

export type ArticleFactField = (typeof articleFacts)[number];

/** Where in its file something was found: `page` is what stands on a web page, `columns` the row of a table. */
export const factOrigins = [
  "structured-data",
  "page-data",
  "page",
  "properties",
  "message-head",
  "columns",
  "text",
] as const;

export type FactOrigin = (typeof factOrigins)[number];

/** Something known of the article that no range of its text says, or says otherwise. */
export interface ArticleFact {
  readonly field: ArticleFactField;
  /** Empty: a person said that there is none. */
  readonly value: string;
  /** The file's own data, or a person who put it right. */
  readonly from: "file" | "person";
  /** Where in the file. */
  readonly found?: FactOrigin;
}

/** All about an article but its text. Offsets are UTF-16 code units into that text, end exclusive. */
export interface Article {
  readonly id: Id;
  /** What lists show: the recognised title, else the file's name without its ending, else the first words. */
  readonly title: string;
  readonly addedAt: string;
  /** SHA-256 of the text as UTF-8, in lower-case hexadecimal. */
  readonly textHash: string;
  /** Length of the text in UTF-16 code units. */
  readonly length: number;
  readonly metadata: readonly Metadata[];
  readonly original: Original | null;
  /** In reading order, never overlapping. */
  readonly blocks?: readonly ArticleBlock[];
  readonly about?: readonly ArticleFact[];
  /** Short labels that the project's people put on it, each once; absent: none. */
  readonly tags?: readonly string[];
  /** Where the title is from; absent: from the text, else the name of the file or the first words. */
  readonly titleFrom?: FactOrigin | "person";
  /** Which revision of it this is; absent: as it was imported. */
  readonly revision?: Id;
  /** The revision that its text was made in, with which its text and its sets lie; absent: the text is as it was imported. */
  readonly textRevision?: Id;
}
