// The rows of a file of a word a line: which column the words stand in, what the columns are called, where sentences and documents begin, and
// what comments say of them.
import type { FileFinding } from "../files/finding.ts";
import { type Message, message } from "../words/message.ts";
import { factValues, isFactName } from "./detail-values.ts";
import { aboutFile } from "./file-set.ts";
import type { Standoff } from "./standoff.ts";
import type { StandoffText } from "./standoff-reader.ts";
import { commentIn, escapedLine, type RowSentence, unescapedSpaces } from "./text-of-words.ts";
import { misreadRow, numberedName, textAndSpace } from "./word-tags.ts";

export interface Shape {
  /** Of each column, where the file says it. */
  readonly names: readonly (string | null)[];
  /** The number of the column of words, from 0. */
  readonly word: number;
  readonly isTabbed: boolean;
  /** Before it stand comments, and the names of the columns. */
  readonly firstRow: number;
  /** Whether Sayso wrote it. */
  readonly isOurs: boolean;
}

/** What columns of words are called. */
const wordNames = /^(?:tok|token|tokens|form|word|words)$/iu;
const declaration = /^# columns = (form(?: \S+)*)$/u;
const mostColumns = 1_000;

/** `null` for a file that has no such columns. */
export function shapeIn(lines: readonly string[]): Shape | null {
  const declaredColumns = declaration.exec(lines[0] ?? "")?.[1];
  if (declaredColumns !== undefined)
    return { names: declaredColumns.split(" "), word: 0, isTabbed: true, firstRow: 1, isOurs: true };
  if (/^#FORMAT=/u.test(lines[0] ?? "")) return null;
  const firstIndex = lines.findIndex(
    (line) => line.trim() !== "" && !isComment(line) && !isDocumentStart(line),
  );
  const line = lines[firstIndex];
  if (line === undefined) return null;
  const isTabbed = line.includes("\t");
  const cells = cellsOf(line, isTabbed);
  if (cells.length < 2 || cells.length > mostColumns) return null;
  const named = cells.findIndex((cell) => wordNames.test(cell));
  const isHead = named >= 0 && named < 4 && new Set(cells).size === cells.length;
  if (isHead) return { names: cells, word: named, isTabbed, firstRow: firstIndex + 1, isOurs: false };
  const firstCells = lines.slice(firstIndex, firstIndex + 20).map((row) => cellsOf(row, isTabbed)[0] ?? "");
  const isCounted = firstCells.every((cell) => /^\d*$/u.test(cell));
  const names = cells.map(() => null);
  return {
    names,
    word: isCounted && cells.length > 2 ? 1 : 0,
    isTabbed,
    firstRow: firstIndex,
    isOurs: false,
  };
}

const cellsOf = (line: string, isTabbed: boolean): readonly string[] =>
  isTabbed ? line.split("\t") : line.trim().split(/\s+/u);

/** A comment says something of what follows; the sign alone is a word. */
const isComment = (line: string): boolean =>
  /^#(?: ?[\w.-]+(?: [\w.-]+)* ?=|begin document|end document)/u.test(line);
const isDocumentStart = (line: string): boolean => /^-DOCSTART-|^#begin document/u.test(line);

interface WordRow {
  readonly cells: readonly string[];
  readonly where: Message;
}

export interface RowDocument {
  readonly about: ReadonlyMap<string, string>;
  /** The words of all sentences. */
  readonly rows: readonly WordRow[];
  readonly sentences: readonly RowSentence[];
}

/**
 * Before the name of what a comment says of a document, as in the corpus GUM (https://github.com/UniversalDependencies/UD_English-GUM:
 * `# meta::author = …`), so that it is not taken for what is said of a sentence.
 */
const factPrefix = "meta::";

/** What is known of an article, as comments. */
export const factComments = (document: Standoff): readonly string[] =>
  factValues(document, "utf-16").map(({ name, value }) => `# ${factPrefix}${name} = ${escapedLine(value)}`);

/** What a document of rows is called: by its comments, else by its file and its number there, from 1. */
export function aboutRows(
  about: ReadonlyMap<string, string>,
  file: string,
  number: number,
): Omit<StandoffText, "text"> & Pick<Standoff, "folder"> {
  const { article, folder } = aboutFile(new Map(), file.replace(/\.[^./]*$/u, ""));
  const id = about.get("article") ?? about.get("newdoc id") ?? numberedName(article, number);
  const facts = Array.from(about).flatMap(([key, value]) => {
    const name = key.startsWith(factPrefix) ? key.slice(factPrefix.length) : "";
    return isFactName(name) ? [{ name, value }] : [];
  });
  return {
    ...(facts.length > 0 && { facts }),
    article: id,
    title: about.get("newdoc title") ?? about.get("title") ?? id,
    annotator: about.get("annotator") ?? null,
    ...(folder && { folder }),
  };
}

/** Rows with another number of cells are rejected one by one. A document without words is none, unless a comment has its text. */
export function documentsIn(
  lines: readonly string[],
  shape: Shape,
  file: string,
  rejected: FileFinding[],
): readonly RowDocument[] {
  const documents: { about: Map<string, string>; rows: WordRow[]; sentences: RowSentence[] }[] = [];
  const starts = shape.names.indexOf("sentstart");
  let about = new Map<string, string>();
  let ofSentence = new Map<string, string>();
  let rows: WordRow[] = [];
  let isNew = true;
  const endSentence = (): void => {
    const verbatim = ofSentence.get(textAndSpace);
    if (rows.length > 0 || verbatim !== undefined) {
      if (isNew) documents.push({ about, rows: [], sentences: [] });
      isNew = false;
      const document = documents.at(-1);
      for (const row of rows) document?.rows.push(row);
      document?.sentences.push(sentenceOf(rows, ofSentence, shape));
    }
    rows = [];
    ofSentence = new Map();
  };
  const endDocument = (): void => {
    endSentence();
    about = new Map();
    isNew = true;
  };
  for (const [index, line] of lines.entries()) {
    const isBefore = index < shape.firstRow;
    if (isBefore && !isComment(line) && !isDocumentStart(line)) continue;
    if (line.trim() === "") endSentence();
    else if (isDocumentStart(line)) endDocument();
    else if (isBefore || isCommentOf(line, shape)) {
      const { key, value = "" } = commentIn(line);
      if (/^newdoc\b/u.test(key)) endDocument();
      const of = /^(?:text|newpar)/u.test(key) ? ofSentence : about;
      if (!of.has(key)) of.set(key, unescapedSpaces(value));
    } else {
      const cells = cellsOf(line, shape.isTabbed);
      const where = message("interchange.line", { file, line: String(index + 1) });
      const form = cells[shape.word] ?? "";
      if (cells.length !== shape.names.length || form.trim() === "")
        rejected.push(misreadRow(where, "CoNLL", cells));
      else if (isEndOfFile(form, cells, shape)) endDocument();
      else {
        if (cells[starts] === "yes") endSentence();
        rows.push({ cells, where });
      }
    }
  }
  endSentence();
  return documents;
}

/** Files of the corpus Redewiedergabe that were put together are parted by a row of this word. */
const isEndOfFile = (form: string, cells: readonly string[], { names }: Shape): boolean =>
  form === "EOF" && names.includes("tok") && cells.every((cell) => /^(?:EOF|O|-|_|)$/u.test(cell));

/** In a file with tabs a row has one, so that a line of words without any is none; ours begin with `# `. */
const isCommentOf = (line: string, { isTabbed, isOurs }: Shape): boolean =>
  isOurs ? line.startsWith("# ") : isTabbed ? line.startsWith("#") && !line.includes("\t") : isComment(line);

function sentenceOf(
  rows: readonly WordRow[],
  about: ReadonlyMap<string, string>,
  { word }: Shape,
): RowSentence {
  const verbatim = about.get(textAndSpace);
  const text = verbatim ?? about.get("text");
  return {
    words: rows.map(({ cells }) => ({ form: cells[word] ?? "", gap: null })),
    ...(text === undefined ? {} : { text: { words: text, withSpace: verbatim !== undefined } }),
    ...(about.has("newpar") || about.has("newpar id") ? { beginsParagraph: true } : {}),
  };
}
