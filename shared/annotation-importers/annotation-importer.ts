// Readers of other tools' annotations: each is a pure function from the bytes of a file, or of several that belong together, to
// standoffs in their own labels, with every offset converted to ours.
import type { ExportBundle } from "../annotated-json/bundle.ts";
import type { HashOf } from "../annotated-json/checks.ts";
import { type FileFinding, pointer, wrong } from "../files/finding.ts";
import { jsonValueIn } from "../files/json-syntax.ts";
import { firstInvalidUtf8 } from "../files/utf8.ts";
import { readXml } from "../files/xml.ts";
import type { NamedFile } from "../files/zip.ts";
import { decode } from "../importers/decode.ts";
import type { Capabilities } from "../interchange/capabilities.ts";
import { type Contents, contentsIn, isContents } from "../interchange/file-set.ts";
import { type ItemKeys, saidOfWhole, unreadKeys } from "../interchange/item-keys.ts";
import { listIn } from "../interchange/json-value.ts";
import type { Standoff } from "../interchange/standoff.ts";
import type { ReadStandoff } from "../interchange/standoff-reader.ts";
import type { PassedOver } from "../interchange/tally.ts";
import { type Message, message, type Text } from "../words/message.ts";

export type ReadAnnotations =
  | {
      readonly ok: true;
      readonly documents: readonly Standoff[];
      /** Spans and relations that were taken; with `rejected`, all that the files hold. */
      readonly taken: number;
      readonly rejected: readonly FileFinding[];
      /** Of what was taken: what was found again by its words, away from its stated place. */
      readonly moved: readonly FileFinding[];
      /** What somebody has to know of how all of it was read. */
      readonly told?: readonly FileFinding[];
      /** What holds no marks, by file. */
      readonly passed?: readonly (PassedOver & { readonly file: string })[];
      /** The id of the format that it turned out to be, where another was named. */
      readonly readAs?: string;
      /** Only of our own format: the value itself, with nothing left out. */
      readonly bundle?: ExportBundle;
    }
  /** `each`: nothing is wrong with the file as a whole, but with everything in it. */
  | { readonly ok: false; readonly problems: readonly FileFinding[]; readonly each?: true };

export interface AnnotationImporter {
  /** A key for commands; where there is an exporter of the format, its key. */
  readonly id: string;
  /** Endings of file names that it reads, in lower case without the dot, beside `zip`. */
  readonly extensions: readonly string[];
  /** What of its files can be read alone: lines, values of one list (of `lines` too), files of one name; absent: only the whole. */
  readonly parts?: "lines" | "list" | "files";
  /** Of a format that is not written: what it is called, and what it can hold. */
  readonly readOnly?: { readonly name: Message; readonly capabilities: Capabilities };
  /** Never throws for any bytes; its time grows linearly with them. */
  read(files: readonly NamedFile[], hashOf: HashOf): ReadAnnotations;
}

type Refusal = Extract<ReadAnnotations, { ok: false }>;
type ReadAccepted = Extract<ReadAnnotations, { ok: true }>;

/** What one file came to, or why it is none of the format. */
export type ReadFile =
  | {
      readonly ok: true;
      readonly parts: readonly ReadStandoff[];
      readonly rejected?: readonly FileFinding[];
      readonly told?: readonly FileFinding[];
      readonly passed?: readonly PassedOver[];
    }
  | Refusal;

/** Puts together what files came to, and notes of all of it which file it is from. */
export function startGathering() {
  const documents: Standoff[] = [];
  const rejected: FileFinding[] = [];
  const moved: FileFinding[] = [];
  const notices: FileFinding[] = [];
  const passed: (PassedOver & { readonly file: string })[] = [];
  let takenCount = 0;
  const takeFile = (file: string, read: ReadFile): void => {
    if (!read.ok) {
      for (const finding of read.problems) rejected.push({ file, ...withPlace(finding, file) });
      return;
    }
    for (const finding of read.rejected ?? []) rejected.push({ file, ...finding });
    for (const finding of read.told ?? []) notices.push(finding);
    for (const omission of read.passed ?? []) passed.push({ ...omission, file });
    for (const part of read.parts) {
      documents.push({ file, ...part.document });
      takenCount += part.document.spans.length + part.document.relations.length;
      for (const finding of part.rejected) rejected.push({ file, ...finding });
      for (const finding of part.moved) moved.push({ file, ...finding });
      for (const omission of part.passed ?? []) passed.push({ ...omission, file });
    }
  };
  return {
    takeFile,
    /** What is known of which file it is from. */
    take(read: Omit<ReadAccepted, "ok">): void {
      for (const standoff of read.documents) documents.push(standoff);
      for (const finding of read.rejected) rejected.push(finding);
      for (const finding of read.moved) moved.push(finding);
      for (const finding of read.told ?? []) notices.push(finding);
      for (const omission of read.passed ?? []) passed.push(omission);
      takenCount += read.taken;
    },
    /** `missing`: what no file is called that there is. */
    result(missing: string): ReadAnnotations {
      if (documents.length > 0)
        return { ok: true, documents, taken: takenCount, rejected, moved, told: notices, passed };
      const problems = [...rejected, ...notices];
      return problems.length > 0
        ? { ok: false, problems, each: true }
        : refused(message("interchange.no-file", { what: missing }));
    },
  };
}

const withPlace = (finding: FileFinding, file: string): FileFinding =>
  finding.where === "" ? { ...finding, where: file } : finding;

/** Reads files one after the other, each with what the list beside it (`contents.json`) says; of those that cannot be read says why. */
export function readEach(
  {
    all,
    chosen,
    missing,
  }: {
    readonly all: readonly NamedFile[];
    readonly chosen: readonly NamedFile[];
    /** An ending that files of the format have. */
    readonly missing: string;
  },
  read: (file: NamedFile, contents: Contents) => ReadFile,
): ReadAnnotations {
  const contents = contentsAmong(all);
  if ("problems" in contents) return { ok: false, problems: contents.problems };
  const gathering = startGathering();
  for (const file of chosen) if (!isContents(file.name)) gathering.takeFile(file.name, read(file, contents));
  return gathering.result(missing);
}

/** What the lists of files among these say. */
export const contentsAmong = (files: readonly NamedFile[]): ReturnType<typeof contentsIn> =>
  contentsIn(files, (file) => {
    const fileText = textOfFile(file);
    return fileText.ok ? fileText.text : null;
  });

/** A file that is not of the format at all, and so holds no marks. */
export const notOfFormat = (file: string, format: string, why: string): Refusal => ({
  ok: false,
  problems: [
    {
      ...wrong(file, message("interchange.not-format", { format, why }), message("interchange.left-out")),
      units: 0,
    },
  ],
  each: true,
});

/** A file that holds marks and no text to lay them on. */
export const withoutText = (file: string, units?: number): FileFinding => ({
  ...wrong(file, message("interchange.no-article-text"), message("interchange.choose-other")),
  ...(units !== undefined && { units }),
});

/** The files of these endings; the one file that there is, whatever it is called. */
export function filesEnding(
  files: readonly NamedFile[],
  ...endings: readonly string[]
): readonly NamedFile[] {
  return files.length === 1
    ? files
    : files.filter(({ name }) => endings.some((ending) => name.endsWith(ending)));
}

export function refused(
  what: Message,
  advice: Message = message("interchange.choose-other"),
): ReadAnnotations {
  return { ok: false, problems: [wrong("", what, advice)] };
}

/** What is said of a text as a whole, which no mark can hold. */
export const ofWholeText = (label: string, where: Text): FileFinding =>
  wrong(
    where,
    message("interchange.whole-text", { label: label.slice(0, 60) }),
    message("interchange.left-out"),
  );

type TextRead =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly FileFinding[] };

/**
 * The text of a file in UTF-8, or in UTF-16 with a byte order mark; a refusal where it is none. The mark is left out, but where
 * the text is an article's, every character of which counts.
 */
export function textOfFile({ name, bytes }: NamedFile, mark?: "with its mark"): TextRead {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const decoded = isWide ? decode(bytes, name) : utf8In(bytes);
  if (!decoded.ok)
    return {
      ok: false,
      problems: [wrong(name, message("interchange.no-text"), message("interchange.choose-other"))],
    };
  const { text } = decoded;
  return { ok: true, text: mark === undefined && text.startsWith("\ufeff") ? text.slice(1) : text };
}

/** Not as strict as for articles, which hold hardly any control characters. */
function utf8In(bytes: Uint8Array): { readonly ok: true; readonly text: string } | { readonly ok: false } {
  if (firstInvalidUtf8(bytes) !== null) return { ok: false };
  return { ok: true, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
}

/** The text in a file of the same name that ends in `.txt`, byte for byte. */
export function textBeside(file: NamedFile, files: readonly NamedFile[]): string | undefined {
  const name = `${file.name.replace(/\.[^./]*$/u, "")}.txt`;
  const beside = files.find((one) => one !== file && one.name === name);
  const fileText = beside && textOfFile(beside, "with its mark");
  return fileText?.ok ? fileText.text : undefined;
}

/** What is said of a text that was put together with so many gaps by rule. */
export function byRules(count: number, { name }: NamedFile): FileFinding[] {
  if (count === 0) return [];
  return [
    {
      severity: "incomplete",
      where: name,
      what: message("interchange.words-as-text", { count }),
      advice: message("interchange.compare-text"),
    },
  ];
}

/** Said of the text beside a file of words that has other words, so that it is not taken. */
export const otherWords = ({ name }: NamedFile): FileFinding => ({
  ...wrong(name, message("interchange.text-unfit"), message("interchange.text-unfit-advice")),
  units: 0,
});

/** The JSON value of a file. */
export function jsonOfFile(file: NamedFile): ReturnType<typeof jsonValueIn> {
  const fileText = textOfFile(file);
  return fileText.ok ? jsonValueIn(fileText.text) : fileText;
}

/** The root of an XML file; of one with a document type, which is refused where a format has none, also what became of its entities. */
export function xmlOfFile(
  file: NamedFile,
  doctype: "refused" | "taken" = "refused",
):
  | Extract<ReturnType<typeof readXml>, { ok: true }>
  | { readonly ok: false; readonly problems: readonly FileFinding[] } {
  const text = textOfFile(file);
  if (!text.ok) return text;
  const xml = readXml(text.text, doctype);
  if (xml.ok) return xml;
  const where = message("interchange.line", { file: file.name, line: String(xml.line) });
  const what = message("interchange.xml-fault", { why: xml.why });
  return { ok: false, problems: [wrong(where, what, message("interchange.choose-other"))] };
}

interface JsonLine {
  readonly value: unknown;
  /** From 1. */
  readonly line: number;
}

/** What one line came to. */
interface ReadLine {
  readonly parts: readonly ReadStandoff[];
  readonly rejected?: readonly FileFinding[];
  readonly passed?: readonly PassedOver[];
}

/**
 * Reads files of one value or a list of them; `read` is given each with its number, from 0, and `null` from it is a value without a text.
 * What has other keys than these is told.
 */
export function standoffsOfList(
  files: readonly NamedFile[],
  keys: ItemKeys,
  read: (value: unknown, index: number, isListed: boolean) => readonly ReadStandoff[] | null,
): ReadAnnotations {
  return readEach({ all: files, chosen: filesEnding(files, ".json"), missing: ".json" }, (file) => {
    const json = jsonOfFile(file);
    if (!json.ok) return json;
    const isListed = Array.isArray(json.value);
    const parts: ReadStandoff[] = [];
    const rejected: FileFinding[] = [];
    const passed: PassedOver[] = [];
    for (const [place, value] of (isListed ? listIn(json.value) : [json.value]).entries()) {
      const index = place + (file.first ?? 1) - 1;
      const standoffs = read(value, index, isListed);
      if (!standoffs) {
        rejected.push(leftOutWithoutText(pointer(index)));
        continue;
      }
      for (const part of standoffs) parts.push(part);
      for (const label of saidOfWhole(value, keys)) rejected.push(ofWholeText(label, pointer(index)));
      for (const omission of unreadKeys(value, keys)) passed.push(omission);
    }
    return { ok: true, parts, rejected, passed };
  });
}

/** A value that has no text to lay its marks on. */
export const leftOutWithoutText = (where: Text): FileFinding =>
  wrong(where, message("interchange.no-article-text"), message("interchange.left-out"));

/**
 * Reads files of JSON values, one a line or a list of them; `read` is given each, and `null` from it is a value without a text. Of what it
 * takes nothing of, all other keys are left out with it; of the rest, what has other keys than these is told.
 */
export function standoffsOfLines(
  files: readonly NamedFile[],
  keys: ItemKeys,
  read: (value: unknown, where: Message, line: number) => ReadLine | null,
): ReadAnnotations {
  return readEach({ all: [], chosen: files, missing: ".jsonl" }, (file) => {
    const lines = jsonLinesOfFile(file);
    if (!lines.ok) return lines;
    const parts: ReadStandoff[] = [];
    const rejected: FileFinding[] = [...lines.rejected];
    const passed: PassedOver[] = [];
    for (const { value, line } of lines.values) {
      const where = message("interchange.line", { file: file.name, line: String(line) });
      const parsedLine = read(value, where, line);
      for (const part of parsedLine?.parts ?? []) parts.push(part);
      for (const finding of parsedLine?.rejected ?? []) rejected.push(finding);
      if (!parsedLine) rejected.push(leftOutWithoutText(where));
      else if (parsedLine.parts.length > 0) {
        for (const label of saidOfWhole(value, keys)) rejected.push(ofWholeText(label, where));
        for (const omission of [...(parsedLine.passed ?? []), ...unreadKeys(value, keys)])
          passed.push(omission);
      }
    }
    return { ok: true, parts, rejected, passed };
  });
}

/** The values of a file of one JSON value a line, or of one list of them. Lines that are no JSON are rejected one by one. */
function jsonLinesOfFile(
  file: NamedFile,
):
  | { readonly ok: true; readonly values: readonly JsonLine[]; readonly rejected: readonly FileFinding[] }
  | { readonly ok: false; readonly problems: readonly FileFinding[]; readonly each?: true } {
  const fileText = textOfFile(file);
  if (!fileText.ok) return fileText;
  if (fileText.text.trimStart().startsWith("[")) {
    const json = jsonValueIn(fileText.text);
    if (!json.ok) return json;
    const list = Array.isArray(json.value) ? json.value : [];
    return {
      ok: true,
      values: list.map((value, index) => ({ value, line: index + (file.first ?? 1) })),
      rejected: [],
    };
  }
  const values: JsonLine[] = [];
  const rejected: FileFinding[] = [];
  for (const [index, text] of fileText.text.split("\n").entries()) {
    if (text.trim() === "") continue;
    const json = jsonValueIn(text);
    const line = index + (file.first ?? 1);
    if (json.ok) values.push({ value: json.value, line });
    else
      for (const { what, advice } of json.problems)
        rejected.push(
          wrong(message("interchange.line", { file: file.name, line: String(line) }), what, advice),
        );
  }
  if (values.length === 0 && rejected.length > 0) return { ok: false, problems: rejected, each: true };
  return { ok: true, values, rejected };
}
