// What a reader of other tools' annotations is: a pure function from the bytes of a file, or of several that belong together, to
// standoffs in their own labels, with every offset converted to ours.
import type { ExportBundle } from "../exporters/bundle.ts";
import type { HashOf } from "../importers/annotated-json-checks.ts";
import { decode } from "../importers/decode.ts";
import { type Finding, wrong } from "../importers/finding.ts";
import { jsonValueIn } from "../importers/json-file.ts";
import { firstInvalidUtf8 } from "../importers/utf8.ts";
import type { Capabilities } from "../interchange/capabilities.ts";
import type { Standoff } from "../interchange/standoff.ts";
import type { ReadStandoff } from "../interchange/standoff-reader.ts";
import { readXml, type XmlElement } from "../interchange/xml.ts";
import type { NamedFile } from "../interchange/zip.ts";
import { type Message, message, type Text } from "../words/message.ts";

export type ReadAnnotations =
  | {
      readonly ok: true;
      readonly documents: readonly Standoff[];
      /** Spans and relations that were taken; with `rejected`, all that the files hold. */
      readonly taken: number;
      readonly rejected: readonly Finding[];
      /** Of what was taken: what was found again by its words, away from its stated place. */
      readonly moved: readonly Finding[];
      /** What somebody has to know of how all of it was read. */
      readonly told?: readonly Finding[];
      /** The id of the format that it turned out to be, where another was named. */
      readonly readAs?: string;
      /** Only of our own format: the value itself, with nothing left out. */
      readonly bundle?: ExportBundle;
    }
  /** `each`: nothing is wrong with the file as a whole, but with everything in it. */
  | { readonly ok: false; readonly problems: readonly Finding[]; readonly each?: true };

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

/** What several parts of a file came to. */
export function joined(
  parts: readonly ReadStandoff[],
  rejected: readonly Finding[] = [],
): Extract<ReadAnnotations, { ok: true }> {
  return {
    ok: true,
    documents: parts.map(({ document }) => document),
    taken: parts.reduce((sum, { document }) => sum + document.spans.length + document.relations.length, 0),
    rejected: [...rejected, ...parts.flatMap((part) => part.rejected)],
    moved: parts.flatMap((part) => part.moved),
  };
}

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
export const ofWholeText = (label: string, where: Text): Finding =>
  wrong(
    where,
    message("interchange.whole-text", { label: label.slice(0, 60) }),
    message("interchange.left-out"),
  );

export type TextRead =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly Finding[] };

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
  const read = beside && textOfFile(beside, "with its mark");
  return read?.ok ? read.text : undefined;
}

/** What is said of a text that was put together with so many gaps by rule. */
export function byRules(count: number, { name }: NamedFile): Finding[] {
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

/** The JSON value of a file. */
export function jsonOfFile(file: NamedFile): ReturnType<typeof jsonValueIn> {
  const read = textOfFile(file);
  return read.ok ? jsonValueIn(read.text) : read;
}

/** The root of an XML file. */
export function xmlOfFile(
  file: NamedFile,
):
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly problems: readonly Finding[] } {
  const text = textOfFile(file);
  if (!text.ok) return text;
  const read = readXml(text.text);
  if (read.ok) return read;
  const where = message("interchange.line", { file: file.name, line: String(read.line) });
  const what = message("interchange.xml-fault", { why: read.why });
  return { ok: false, problems: [wrong(where, what, message("interchange.choose-other"))] };
}

export interface JsonLine {
  readonly value: unknown;
  /** From 1. */
  readonly line: number;
}

/** What one line came to. */
export interface ReadLine {
  readonly parts: readonly ReadStandoff[];
  readonly rejected?: readonly Finding[];
}

/** Reads files of JSON values, one a line or a list of them; `read` is given each, and `null` from it is a value without a text. */
export function standoffsOfLines(
  files: readonly NamedFile[],
  read: (value: unknown, where: Message, line: number) => ReadLine | null,
): ReadAnnotations {
  const parts: ReadStandoff[] = [];
  const rejected: Finding[] = [];
  for (const file of files) {
    const lines = jsonLinesOfFile(file);
    if (!lines.ok) return lines;
    for (const one of lines.rejected) rejected.push(one);
    for (const { value, line } of lines.values) {
      const where = message("interchange.line", { file: file.name, line: String(line) });
      const found = read(value, where, line);
      for (const part of found?.parts ?? []) parts.push(part);
      for (const one of found?.rejected ?? []) rejected.push(one);
      if (!found)
        rejected.push(wrong(where, message("interchange.no-article-text"), message("interchange.left-out")));
    }
  }
  if (parts.length > 0) return joined(parts, rejected);
  return rejected.length > 0
    ? { ok: false, problems: rejected, each: true }
    : refused(message("interchange.no-file", { what: ".jsonl" }));
}

/** The values of a file of one JSON value a line, or of one list of them. Lines that are no JSON are rejected one by one. */
export function jsonLinesOfFile(
  file: NamedFile,
):
  | { readonly ok: true; readonly values: readonly JsonLine[]; readonly rejected: readonly Finding[] }
  | { readonly ok: false; readonly problems: readonly Finding[]; readonly each?: true } {
  const read = textOfFile(file);
  if (!read.ok) return read;
  if (read.text.trimStart().startsWith("[")) {
    const json = jsonValueIn(read.text);
    if (!json.ok) return json;
    const list = Array.isArray(json.value) ? json.value : [];
    return {
      ok: true,
      values: list.map((value, index) => ({ value, line: index + (file.first ?? 1) })),
      rejected: [],
    };
  }
  const values: JsonLine[] = [];
  const rejected: Finding[] = [];
  for (const [index, text] of read.text.split("\n").entries()) {
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
