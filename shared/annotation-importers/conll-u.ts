// Reads CoNLL-U (https://universaldependencies.org/format.html) and CoNLL-U Plus (https://universaldependencies.org/ext-format.html): marks
// are tags of words, in MISC under any name (`BIO=claim:B,speaker:I` as Sayso writes them, `NER=B-PER`, Stanza's `ner=S-PERSON`) or in a column
// of CoNLL-U Plus. The white space is what `SpaceAfter`, `SpacesAfter` and `SpacesBefore` say.

import { type FileFinding, wrong } from "../files/finding.ts";
import { aboutRows } from "../interchange/column-rows.ts";
import { type ReadSpan, type ReadStandoff, readStandoff } from "../interchange/standoff-reader.ts";
import {
  commentIn,
  type RowSentence,
  textOfSentences,
  unescapedSpaces,
} from "../interchange/text-of-words.ts";
import {
  addPassed,
  firstWords,
  isTag,
  isTagOfSpan,
  misreadRow,
  type Passed,
  passedOver,
  placeholder,
  spansOfTags,
} from "../interchange/word-tags.ts";
import { type Message, message } from "../words/message.ts";
import {
  type AnnotationImporter,
  filesEnding,
  notOfFormat,
  readEach,
  textOfFile,
} from "./annotation-importer.ts";

export const conllUImporter: AnnotationImporter = {
  id: "conll-u",
  extensions: ["conllu", "conllup"],
  parts: "files",
  read(files) {
    const conllFiles = filesEnding(files, ".conllu", ".conllup");
    return readEach({ all: files, chosen: conllFiles, missing: ".conllu" }, (file) => {
      const fileText = textOfFile(file);
      if (!fileText.ok) return fileText;
      const lines = fileText.text.split(/\r?\n/u);
      const columns = columnsIn(lines);
      if (!columns) return notOfFormat(file.name, "CoNLL-U", fileText.text.slice(0, 40));
      const rejected: FileFinding[] = [];
      const passed: Passed = new Map();
      const documents = documentsIn(lines, columns, file.name, { rejected, passed });
      const parts = documents.map((document) => partOf(document, file.name, passed));
      return { ok: true, parts, rejected, ...passedOver(passed, file.name) };
    });
  },
};

const ofStandard = ["ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC"];

/** By the declaration of CoNLL-U Plus, or ten if the first row has a number and ten cells; `null` for other files. */
function columnsIn(lines: readonly string[]): readonly string[] | null {
  const declared = lines.find((line) => /^#\s*global\.columns\s*=/u.test(line));
  if (declared !== undefined) {
    const names = declared
      .slice(declared.indexOf("=") + 1)
      .trim()
      .split(/\s+/u);
    return names.includes("FORM") ? names : null;
  }
  const firstCells = lines.find((line) => line !== "" && !line.startsWith("#"))?.split("\t") ?? [];
  return firstCells.length === ofStandard.length && isNumber.test(firstCells[0] ?? "") ? ofStandard : null;
}

/** A word, several in one (`1-2`), or one that is not in the text (`8.1`). */
const isNumber = /^\d+(?:-\d+|\.\d+)?$/u;

interface Word {
  readonly form: string;
  /** `null`: not said, so one blank. */
  readonly gap: string | null;
  readonly before?: string;
  readonly where: Message;
  /** Its tags, by the names of their columns or keys; those of the words within it are added. */
  readonly tags: Map<string, string>;
  /** What else the row says of it, by columns. */
  readonly others: ReadonlyMap<string, string>;
}

/** What is said of words that do not stand in the text: marks one by one, other things by their names. */
interface LeftOut {
  readonly rejected: FileFinding[];
  readonly passed: Passed;
}

interface Document {
  readonly about: ReadonlyMap<string, string>;
  readonly number: number;
  readonly sentences: { readonly beginsParagraph: boolean; readonly words: Word[] }[];
}

function documentsIn(
  lines: readonly string[],
  columns: readonly string[],
  file: string,
  leftOut: LeftOut,
): readonly Document[] {
  const documents: Document[] = [];
  let about = new Map<string, string>();
  let words: Word[] = [];
  let surface = { last: 0, of: null as Word | null };
  let [isNew, isParagraph] = [true, false];
  const begin = (): Document => {
    const document = { about, number: documents.length + 1, sentences: [] };
    documents.push(document);
    isNew = false;
    return document;
  };
  const endSentence = (): void => {
    surface = { last: 0, of: null };
    if (words.length === 0) return;
    const lastDocument = documents.at(-1);
    (isNew || !lastDocument ? begin() : lastDocument).sentences.push({ beginsParagraph: isParagraph, words });
    words = [];
    isParagraph = false;
  };
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") endSentence();
    else if (line.startsWith("#")) {
      const { key, value } = commentIn(line);
      if (/^newdoc\b/u.test(key)) {
        endSentence();
        about = new Map();
        isNew = true;
      }
      if (/^newpar\b/u.test(key)) isParagraph = true;
      if (value !== undefined && !about.has(key)) about.set(key, unescapedSpaces(value));
    } else {
      const where = message("interchange.line", { file, line: String(index + 1) });
      const word = wordOf(line.split("\t"), columns, where);
      if (word === null) leftOut.rejected.push(misread(where, line.split("\t")));
      else if (word.range && word.range.last > word.range.first) {
        surface = { last: word.range.last, of: word };
        words.push(word);
      } else if (word.range && surface.of && word.range.first <= surface.last) {
        // What is said of a word within a written one is said of that.
        addTags(surface.of, word, leftOut);
      } else if (word.range) words.push(word);
      else for (const [name, tag] of word.tags) leaveOut(name, tag, where, leftOut);
    }
  }
  endSentence();
  return documents;
}

const misread = (where: Message, cells: readonly string[]): FileFinding =>
  misreadRow(where, "CoNLL-U", cells);

const notWritten = (where: Message, label: string): FileFinding =>
  wrong(where, message("interchange.word-not-written", { label }), message("interchange.left-out"));

function leaveOut(name: string, tag: string, where: Message, { rejected, passed }: LeftOut): void {
  if (isTagOfSpan(tag)) rejected.push(notWritten(where, name));
  else addPassed(passed, name, [tag]);
}

/** Says of a written word what is said of one in it; a mark stands in the place of anything that is none, and of no other mark. */
function addTags({ tags }: Word, inner: Word, leftOut: LeftOut): void {
  for (const [name, tag] of inner.tags) {
    const presentTag = tags.get(name);
    if (presentTag === undefined) tags.set(name, tag);
    else if (!isTagOfSpan(tag)) addPassed(leftOut.passed, name, [tag]);
    else if (!isTagOfSpan(presentTag)) {
      addPassed(leftOut.passed, name, [presentTag]);
      tags.set(name, tag);
    } else if (labelOf(tag) !== labelOf(presentTag)) leaveOut(name, tag, inner.where, leftOut);
  }
}

const labelOf = (tag: string): string => tag.slice(2);

/** `range`: the numbers of the words that it is; absent of one that is not in the text. `null` for what is no row. */
function wordOf(
  cells: readonly string[],
  columns: readonly string[],
  where: Message,
): (Word & { readonly range?: { readonly first: number; readonly last: number } }) | null {
  if (cells.length !== columns.length) return null;
  const at = (name: string): string | undefined => cells[columns.indexOf(name)];
  const id = at("ID") ?? "1";
  const form = at("FORM") ?? "";
  if (!isNumber.test(id) || form === "") return null;
  const misc = new Map<string, string>();
  for (const part of (at("MISC") ?? "_").split("|")) {
    const sign = part.indexOf("=");
    if (sign > 0) misc.set(part.slice(0, sign), part.slice(sign + 1));
  }
  const tags = new Map<string, string>();
  for (const [key, value] of misc) if (!ofSpace.has(key)) tags.set(key, value);
  for (const part of (misc.get("BIO") ?? "").split(",")) {
    const colon = part.lastIndexOf(":");
    if (colon <= 0) continue;
    tags.delete("BIO");
    tags.set(`BIO ${part.slice(0, colon)}`, `${part.slice(colon + 1)}-${part.slice(0, colon)}`);
  }
  for (const [index, name] of columns.entries())
    if (!ofStandard.includes(name)) tags.set(name, cells[index] ?? "");
  const isNone = form === "_" && misc.has("Placeholder");
  const spaces = misc.get("SpacesAfter");
  const spacesBefore = misc.get("SpacesBefore");
  const [first = 1, last = first] = id.split("-").map(Number);
  return {
    form: isNone ? "" : form,
    gap: spaces !== undefined ? unescapedSpaces(spaces) : misc.get("SpaceAfter") === "No" ? "" : null,
    ...(spacesBefore === undefined ? {} : { before: unescapedSpaces(spacesBefore) }),
    where,
    tags,
    others: new Map(columns.map((name, index) => [name, cells[index] ?? "_"])),
    ...(id.includes(".") ? {} : { range: { first, last } }),
  };
}

const ofSpace = new Set([
  "SpaceAfter",
  "SpacesAfter",
  "SpacesBefore",
  "SpacesInToken",
  placeholder.split("=")[0],
]);

function partOf({ about, number, sentences }: Document, file: string, passed: Passed): ReadStandoff {
  const words = sentences.flatMap((sentence) => sentence.words);
  const lastWord = words.at(-1);
  const { text, places } = textOfSentences(
    sentences.map(
      ({ words: own, beginsParagraph }): RowSentence => ({
        // What is not said is one blank, but behind the last word, where nobody knows.
        words: own.map((word) => ({ form: word.form, gap: word.gap ?? (word === lastWord ? "" : " ") })),
        beginsParagraph,
        ...(own[0]?.before === undefined ? {} : { before: own[0].before }),
      }),
    ),
  );
  const rows = { places, wheres: words.map(({ where }) => where), begins: firstWords(sentences) };
  const spans: ReadSpan[] = [];
  const columns = new Map<string, (readonly [word: number, cell: string])[]>();
  for (const [word, { tags }] of words.entries())
    for (const [name, cell] of tags) {
      const columnCells = columns.get(name);
      if (columnCells) columnCells.push([word, cell]);
      else columns.set(name, [[word, cell]]);
    }
  for (const [name, all] of columns) {
    const cells = all.map(([, cell]) => cell);
    if (!cells.every(isTag)) addPassed(passed, name, cells);
    else
      for (const span of spansOfTags(
        name,
        all.filter(([, cell]) => isTagOfSpan(cell)),
        rows,
      ))
        spans.push(span);
  }
  for (const name of ofStandard.slice(2, -1))
    addPassed(
      passed,
      name,
      words.map(({ others }) => others.get(name) ?? "_"),
    );
  const of = { ...aboutRows(about, file, number), text };
  return readStandoff(of, { units: ["utf-16"], spans, relations: [] });
}
