// Markdown (CommonMark, with footnotes as GitHub, Obsidian and Pandoc have them): the articles' text with a footnote for each card, mark in no
// card and exclusion. Every sign of the text that Markdown would take for its own is escaped, so that it is read as it stands.

import type { ExportHead } from "../annotated-json/bundle.ts";
import { utf8 } from "../files/zip.ts";
import { allOfStandoff } from "../interchange/capabilities.ts";
import { markdownText, sentenceOf } from "../interchange/citation.ts";
import type { Part } from "../interchange/passes.ts";
import type { AnnotationSet } from "../model/annotation-set.ts";
import { blockOf, hasListSign } from "../model/article.ts";
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import { localeFor } from "../words/language.ts";
import { createWords, type Words } from "../words/say.ts";
import { type BundleExporter, onlyFile } from "./exporter.ts";
import {
  type AroundCard,
  capitalised,
  entitiesHeading,
  entityRowsIn,
  factRows,
  historyHeading,
  historyRows,
  type NamedRow,
  type Note,
  noteRows,
  notesInOrder,
  type ReadableArticle,
  readableArticles,
  saidHeading,
  saidRows,
  withinParagraphs,
} from "./readable-article.ts";

export const markdownExporter: BundleExporter = {
  id: "markdown",
  takes: "bundle",
  extension: "md",
  capabilities: { ...allOfStandoff, unit: "none", provenance: "own" },
  // Readers of CommonMark put U+FFFD in the place of U+0000, and of no other character.
  counting: (_head, count) => (exported) => {
    count.add("characters", "U+0000", exported.text.split("\0").length - 1);
  },
  passes(head) {
    const part = (text: string): Part => ({ name: onlyFile, bytes: utf8(text) });
    const articlesOf = readableArticles(head);
    const words = createWords(localeFor("en", []));
    const titles = new Map<Id, string>();
    let footnotes = 0;
    return [
      {
        article(exported) {
          titles.set(exported.article.id, exported.article.title);
          return articlesOf(exported).map((readable) => {
            const notes = readable.set ? numbered(readable, readable.set, footnotes) : [];
            footnotes += notes.length;
            return part(articleInMarkdown(readable, notes, words));
          });
        },
        end: () => [part(entitiesInMarkdown(head, (article) => titles.get(article) ?? article))],
      },
    ];
  },
};

/** A note with the number of its footnote, and where in the text that stands; `null`: nowhere. */
interface NumberedNote {
  readonly note: Note;
  readonly number: number;
  readonly at: number | null;
}

/** The notes in the order in which their footnotes are met. `before`: how many there are in the file already. */
function numbered({ article }: ReadableArticle, set: AnnotationSet, before: number): readonly NumberedNote[] {
  return notesInOrder(set)
    .map((note) => ({ note, at: (note.place && withinParagraphs(note.place, article)?.end) ?? null }))
    .sort((a, b) => (a.at ?? -1) - (b.at ?? -1))
    .map((one, index) => ({ ...one, number: before + index + 1 }));
}

function articleInMarkdown(readable: ReadableArticle, notes: readonly NumberedNote[], words: Words): string {
  const { about, article, set, annotator } = readable;
  const numbers = new Map(
    notes.flatMap(({ note, number }) => ("card" in note ? [[note.card.id, number] as const] : [])),
  );
  const facts = [...factRows(readable), ["annotated by", annotator] as const].filter(([, value]) => value);
  const unplaced = notes.filter(({ at }) => at === null).map(referenceTo);
  return blocksOf([
    `# ${onOneLine(about.title)}`,
    listOf(facts),
    unplaced.length === 0 ? "" : `Without a place in the text: ${unplaced.join(" ")}`,
    ...article.paragraphs.map((range) => paragraphInMarkdown(readable, range, notes)),
    ...notes.map((one) => (set ? footnote(one, { ...readable, set, numbers }, words) : "")),
    ...sectionOf(saidHeading, saidRows(readable)),
    ...sectionOf(historyHeading, historyRows(readable, numbers)),
  ]);
}

const blocksOf = (blocks: readonly string[]): string =>
  blocks
    .filter((block) => block !== "")
    .map((block) => `${block}\n\n`)
    .join("");

function entitiesInMarkdown(head: ExportHead, titleOf: (article: Id) => string): string {
  const rowsOf = entityRowsIn(head, titleOf);
  const all = head.entities.flatMap((entity) => [`## ${onOneLine(entity.name)}`, listOf(rowsOf(entity))]);
  return all.length === 0 ? "" : blocksOf([`# ${entitiesHeading}`, ...all]);
}

const sectionOf = (heading: string, rows: readonly NamedRow[]): readonly string[] =>
  rows.length === 0 ? [] : [`## ${heading}`, listOf(rows)];

const listOf = (rows: readonly NamedRow[], indent = ""): string =>
  rows
    .map(([name, value]) => {
      const label = name === "" ? "" : `${capitalised(onOneLine(name))}: `;
      return `${indent}- ${label}${inLines(value, indent)}`;
    })
    .join("\n");

const onOneLine = (text: string): string => markdownText(text.replace(/\s+/gu, " ").trim());

/** The lines of a text within an item of a list, broken where they are. */
const inLines = (text: string, indent: string): string =>
  text
    .split(/[\n\r\u2028\u2029]+/u)
    .map(onOneLine)
    .filter((line) => line !== "")
    .join(`\\\n${indent}  `);

const referenceTo = ({ number }: NumberedNote): string => `[^${number}]`;

/** What a card says as a sentence, or what a mark or an exclusion is; and all else that is to be said of it, as a list. */
function footnote(one: NumberedNote, around: AroundCard, words: Words): string {
  const { note, number } = one;
  const rows = noteRows(note, around);
  const [[name, value], more]: readonly [NamedRow, readonly NamedRow[]] =
    "card" in note
      ? [[`card ${number}`, sentenceOf(note.card, around, words)], rows]
      : [rows[0] ?? ["", ""], rows.slice(1)];
  // Without a blank line between, so that readers without footnotes take the list for words and not for code.
  return [
    `${referenceTo(one)}: **${capitalised(name)}:** ${onOneLine(value)}`.trimEnd(),
    ...(more.length === 0 ? [] : [listOf(more, "    ")]),
  ].join("\n");
}

/** What the form of the article's file told a paragraph to be. */
function signOf(range: Range, words: string, { about }: ReadableArticle): string {
  const block = blockOf(range, about.blocks ?? []);
  if (block?.kind === "heading") return `${"#".repeat(Math.min(6, (block.level ?? 1) + 1))} `;
  if (block?.kind === "quote") return "> ";
  return block?.kind === "list-item" && !hasListSign(words) ? "- " : "";
}

function paragraphInMarkdown(
  readable: ReadableArticle,
  range: Range,
  notes: readonly NumberedNote[],
): string {
  const { text } = readable.article;
  const inside = notes.filter(({ at }) => at !== null && at >= range.start && at <= range.end);
  const cuts = [...new Set([range.start, ...inside.map(({ at }) => at ?? 0), range.end])];
  const pieces = cuts.map((from, index) => {
    const references = inside.filter(({ at }) => at === from).map(referenceTo);
    const words = markdownText(text.slice(from, cuts[index + 1] ?? from));
    return { words, references: references.join("") };
  });
  const line = pieces
    .map(({ words, references }, index) => {
      // Beside a reference, each of these would make it something else.
      const before = pieces[index + 1]?.references ? words.replace(/!$/u, "\\!") : words;
      return `${references}${references === "" ? before : before.replace(/^[(:]/u, "\\$&")}`;
    })
    .join("");
  return `${signOf(range, text.slice(range.start, range.end), readable)}${withEdges(line)}`;
}

/** White space at the edges of a line is no text to Markdown unless it is written by its number. */
const withEdges = (line: string): string =>
  line.replace(/^[ \t]|[ \t]$/gu, (space) => `&#${space.charCodeAt(0)};`);
