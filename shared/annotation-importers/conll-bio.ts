// Reads files of a word a line with columns of tags: as Sayso writes them; as in CoNLL-2003 (https://aclanthology.org/W03-0419/: four columns,
// IOB1, `-DOCSTART-`) and DirectQuote (https://github.com/THUNLP-MT/DirectQuote: the tag says on which side the speaker stands); with a column
// for each attribution, as roles stand in PropBank's files; and with numbered marks in named columns, as in the corpus Redewiedergabe
// (https://github.com/redewiedergabe/corpus, resources/docs/column_based_text_format.md).
import type { FileFinding } from "../files/finding.ts";
import type { NamedFile } from "../files/zip.ts";
import { aboutRows, documentsIn, type RowDocument, type Shape, shapeIn } from "../interchange/column-rows.ts";
import { valueNames } from "../interchange/labels.ts";
import { type ReadAttribution, spansOfAttributions } from "../interchange/quotes.ts";
import type { NamedValue } from "../interchange/standoff.ts";
import { type ReadRelation, type ReadSpan, readStandoff } from "../interchange/standoff-reader.ts";
import { type TextOfWords, textOfRows } from "../interchange/text-of-words.ts";
import {
  addPassed,
  firstWords,
  isTag,
  type Passed,
  passedOver,
  type Rows,
  runsOfTags,
  runsOfWords,
  spansOfTags,
  type TagRun,
  tagsOf,
} from "../interchange/word-tags.ts";
import { message } from "../words/message.ts";
import {
  type AnnotationImporter,
  byRules,
  notOfFormat,
  otherWords,
  type ReadFile,
  readEach,
  textBeside,
  textOfFile,
} from "./annotation-importer.ts";

export const conllBioImporter: AnnotationImporter = {
  id: "conll-bio",
  extensions: ["conll", "bio", "iob", "tsv", "txt"],
  parts: "files",
  read: (files) =>
    readEach({ all: files, chosen: tablesAmong(files), missing: ".conll" }, (file) => readTable(file, files)),
};

/** The files with columns; where none is called so, all. Others of their names are their texts. */
function tablesAmong(files: readonly NamedFile[]): readonly NamedFile[] {
  const named = files.filter(({ name }) => /\.(?:conll\w*|bio\w*|iob\w*|tsv)$/iu.test(name));
  return named.length > 0 ? named : files;
}

function readTable(file: NamedFile, files: readonly NamedFile[]): ReadFile {
  const fileText = textOfFile(file);
  if (!fileText.ok) return fileText;
  const lines = fileText.text.split("\n").map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
  const shape = shapeIn(lines);
  if (!shape) return notColumns(file, fileText.text);
  const rejected: FileFinding[] = [];
  const documents = documentsIn(lines, shape, file.name, rejected);
  const kinds = kindsOf(documents, shape);
  const rows = documents.reduce((sum, document) => sum + document.rows.length, 0);
  const isTable = kinds.some((kind) => kind === "tags" || kind === "numbered") && rows >= rejected.length;
  if (!isTable && !shape.isOurs) return notColumns(file, fileText.text);
  const columns: Passed = new Map();
  const findings: FileFinding[] = [];
  const beside = textBeside(file, files);
  let isOther = beside !== undefined && documents.length > 1;
  let ruled = 0;
  const parts = documents.map((document, at) => {
    const text = textOfRows(document.sentences, documents.length === 1 ? beside : undefined);
    ruled += text.ruled;
    isOther ||= text.isOther === true;
    const marks = marksOf(document, text, { shape, kinds, passed: columns, told: findings });
    const of = { ...aboutRows(document.about, file.name, at + 1), text: text.text };
    const part = readStandoff(of, { units: ["utf-16"], ...marks });
    return { ...part, rejected: [...part.rejected, ...marks.rejected] };
  });
  if (isOther) rejected.push(otherWords(file));
  const { passed, told: ofColumns } = passedOver(columns, file.name);
  return { ok: true, parts, rejected, passed, told: [...findings, ...ofColumns, ...byRules(ruled, file)] };
}

/** Beside tables lie other files, which are told of only. */
function notColumns({ name }: NamedFile, text: string): ReadFile {
  const { problems } = notOfFormat(name, "CoNLL", text.slice(0, 40));
  return { ok: true, parts: [], told: problems };
}

type Kind = "word" | "tags" | "numbered" | "other";

/** What each column holds, by all that stands in it. */
function kindsOf(documents: readonly RowDocument[], { names, word }: Shape): readonly Kind[] {
  const cells = (column: number) =>
    documents.flatMap(({ rows }) => rows.map((row) => row.cells[column] ?? ""));
  return names.map((name, column): Kind => {
    if (column === word) return "word";
    const columnCells = cells(column);
    // A letter alone may be anything in a column that is called nothing.
    const tag = name === null ? /^(?:O|Out|[BIESLUM]-.+)$/u : /^(?:O|Out|[BIESLUM](?:-.+)?)$/u;
    if (columnCells.some((cell) => tag.test(cell)) && columnCells.every(isTag)) return "tags";
    return name !== null && isNumberedColumn(name, columnCells) ? "numbered" : "other";
  });
}

interface Context {
  readonly shape: Shape;
  readonly kinds: readonly Kind[];
  readonly passed: Passed;
  readonly told: FileFinding[];
}

interface Marks {
  readonly spans: readonly ReadSpan[];
  readonly relations: readonly ReadRelation[];
  readonly rejected: readonly FileFinding[];
}

function marksOf(
  { rows, sentences }: RowDocument,
  { places }: TextOfWords,
  { shape: { names }, kinds, passed, told }: Context,
): Marks {
  const of: Rows = { places, wheres: rows.map(({ where }) => where), begins: firstWords(sentences) };
  const columns = names.map((name, index) => ({
    name: name ?? String(index + 1),
    cells: rows.map(({ cells }) => cells[index] ?? ""),
    kind: kinds[index],
  }));
  for (const { name, cells, kind } of columns) if (kind === "other") addPassed(passed, name, cells);
  const tags = columns.filter(({ kind }) => kind === "tags");
  const numbered = columns.filter(({ kind }) => kind === "numbered");
  const marks = numberedMarks(numbered, of);
  if (areAttributions(tags)) {
    const { empty, ...tied } = spansOfAttributions(attributionsIn(tags, of));
    return {
      spans: [...tied.spans, ...marks.spans],
      relations: [...tied.relations, ...marks.relations],
      rejected: empty,
    };
  }
  const spans = tags.flatMap(({ name, cells }) => spansOfTags(name, tagsOf(cells), of));
  const sides = tiesBySide(tags, of);
  if (sides.missing > 0)
    told.push({
      severity: "incomplete",
      where: of.wheres[0] ?? "",
      what: message("interchange.no-speaker-there", { count: sides.missing }),
      advice: message("interchange.tie-by-hand"),
    });
  return {
    spans: [...spans, ...marks.spans],
    relations: [...sides.relations, ...marks.relations],
    rejected: [],
  };
}

// DirectQuote: the speaker of a quotation is the nearest one before or after it in its paragraph, as its label says.

interface Column {
  readonly name: string;
  readonly cells: readonly string[];
}

function tiesBySide(
  tags: readonly Column[],
  { begins, wheres }: Rows,
): { readonly relations: readonly ReadRelation[]; readonly missing: number } {
  const relations: ReadRelation[] = [];
  let missing = 0;
  for (const { name, cells } of tags) {
    if (!cells.some((cell) => /^[BI]-(?:Left|Right)Speaker$/u.test(cell))) continue;
    const runs = runsOfTags(tagsOf(cells), (word) => begins.has(word));
    const paragraphs = paragraphsOf(begins, cells.length);
    const speakers = nearestSpeakers(runs);
    for (const [at, { label, first }] of runs.entries()) {
      if (label !== "LeftSpeaker" && label !== "RightSpeaker") continue;
      const speaker = label === "LeftSpeaker" ? speakers.before[at] : speakers.after[at];
      if (speaker && paragraphs[speaker.first] === paragraphs[first])
        relations.push({
          label: "speaker",
          from: `${name} ${first}`,
          to: `${name} ${speaker.first}`,
          where: wheres[first] ?? "",
        });
      else missing += 1;
    }
  }
  return { relations, missing };
}

/** Of each run the last speaker before it and the first one after it. */
function nearestSpeakers(runs: readonly TagRun[]) {
  const speakersBefore: (TagRun | undefined)[] = [];
  const speakersAfter: (TagRun | undefined)[] = [];
  let lastSpeaker: TagRun | undefined;
  for (const [at, run] of runs.entries()) {
    speakersBefore[at] = lastSpeaker;
    if (run.label === "Speaker") lastSpeaker = run;
  }
  let nextSpeaker: TagRun | undefined;
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    speakersAfter[at] = nextSpeaker;
    if (runs[at]?.label === "Speaker") nextSpeaker = runs[at];
  }
  return { before: speakersBefore, after: speakersAfter };
}

/** The number of the paragraph of each word. */
function paragraphsOf(begins: ReadonlySet<number>, words: number): readonly number[] {
  let paragraph = 0;
  return Array.from({ length: words }, (_, word) => {
    if (begins.has(word)) paragraph += 1;
    return paragraph;
  });
}

// A column for each attribution: the roles of one stand in one column.

const roles: readonly (readonly ["voice" | "cue" | "claim", RegExp])[] = [
  ["voice", /^(?:source|speaker|voice)$/iu],
  ["cue", /^(?:cue|verb)$/iu],
  ["claim", /^(?:content|claim|quote)$/iu],
];
const roleOf = (label: string) => roles.find(([, names]) => names.test(label))?.[0];

/** Several columns, each with several roles and nothing else. */
function areAttributions(tags: readonly Column[]): boolean {
  const columnRoles = tags.map(({ cells }) => {
    const labels = new Set(cells.flatMap((cell) => /^[BIESLUM]-(.+)$/u.exec(cell)?.[1] ?? []));
    const of = [...labels].map(roleOf);
    return { isRoles: !of.includes(undefined), count: new Set(of).size };
  });
  return (
    columnRoles.length > 1 &&
    columnRoles.every(({ isRoles }) => isRoles) &&
    columnRoles.some(({ count }) => count > 1)
  );
}

/** Of a column in which cues begin in several sentences, each sentence has an attribution of its own. */
function attributionsIn(
  tags: readonly Column[],
  { places, wheres, begins }: Rows,
): readonly ReadAttribution[] {
  return tags.flatMap(({ name, cells }, column) => {
    const runs = runsOfTags(tagsOf(cells), (word) => begins.has(word));
    const sentences = paragraphsOf(begins, cells.length);
    const cues = runs.filter(({ label }) => roleOf(label) === "cue");
    const isEach = new Set(cues.map(({ first }) => sentences[first])).size > 1;
    const groups = new Map<number, (typeof runs)[number][]>();
    for (const run of runs) {
      const sentence = isEach ? (sentences[run.first] ?? 0) : 0;
      const sentenceRuns = groups.get(sentence);
      if (sentenceRuns) sentenceRuns.push(run);
      else groups.set(sentence, [run]);
    }
    return Array.from(groups, ([sentence, own]): ReadAttribution => {
      const of = (role: string) =>
        own
          .filter(({ label }) => roleOf(label) === role)
          .map(({ first, last }) => ({ start: places[first]?.start, end: places[last]?.end }));
      const id = `${column} ${name} ${sentence}`;
      const where = wheres[own[0]?.first ?? 0] ?? "";
      return { id, voice: of("voice"), cue: of("cue"), claim: of("claim"), where };
    });
  });
}

// Numbered marks: cells say `name.number`, what stands between them and behind is a value, `|` parts several and `_` several numbers. All
// words of one name and number are one mark, and those of one number belong together.

interface NumberedMark {
  readonly names: readonly string[];
  readonly numbers: readonly string[];
  readonly more: readonly string[];
}

function numberedIn(cell: string): readonly NumberedMark[] | null {
  if (/^[-_]?$/u.test(cell)) return [];
  const cellMarks = cell.split("|").map((part): NumberedMark | null => {
    const pieces = part.split(".");
    const at = pieces.findIndex((piece) => /^\d{1,9}(?:_\d{1,9})*$/u.test(piece));
    if (at < 1) return null;
    return { names: pieces.slice(0, at), numbers: pieces[at]?.split("_") ?? [], more: pieces.slice(at + 1) };
  });
  return cellMarks.includes(null) ? null : (cellMarks as NumberedMark[]);
}

/** Speech, thought and writing represented. */
const representation = "stwr";

function isNumberedColumn(name: string, cells: readonly string[]): boolean {
  return cells.every((cell) =>
    numberedIn(cell)?.every(({ names: [first] }) => name === representation || first === name),
  );
}

function numberedMarks(columns: readonly Column[], { places, wheres }: Rows): Omit<Marks, "rejected"> {
  const marks = new Map<string, { mark: NumberedMark; label: string; words: number[] }>();
  for (const { name, cells } of columns)
    for (const [word, cell] of cells.entries())
      for (const mark of numberedIn(cell) ?? []) {
        const id = `${name} ${mark.numbers.join("_")}`;
        const previousMark = marks.get(id);
        if (previousMark) previousMark.words.push(word);
        else marks.set(id, { mark, label: name, words: [word] });
      }
  const spans = Array.from(marks, ([id, { mark, label, words }]): ReadSpan => {
    const segments = runsOfWords(words).map(([first, last]) => ({
      start: places[first]?.start,
      end: places[last]?.end,
    }));
    const values = label === representation ? valuesOf(mark) : [];
    return { id, label, segments, values, where: wheres[words[0] ?? 0] ?? "" };
  });
  const relations = Array.from(marks).flatMap(([id, { mark, label, words }]) =>
    label === representation
      ? []
      : mark.numbers
          .map((number) => `${representation} ${number}`)
          .filter((from) => marks.has(from))
          .map((from) => ({ label, from, to: id, where: wheres[words[0] ?? 0] ?? "" })),
  );
  return { spans, relations };
}

/** `direct.speech.3.nonfact.border=state`: the type, the medium, and what else is said. */
function valuesOf({ names: [type = "", ...media], more }: NumberedMark): readonly NamedValue[] {
  const isKind = type === "direct" || type === "indirect";
  return [
    { name: isKind ? valueNames.kind : "type", value: type },
    ...(media.length > 0 ? [{ name: "medium", value: media.join(" ") }] : []),
    ...more.map((one) => {
      const [name = "", value = "true"] = one.split("=");
      return { name, value };
    }),
  ];
}
