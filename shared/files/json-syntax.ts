// Checks a JSON text before it is parsed: where it stops being JSON, whether a key stands twice in one object, and whether
// it nests too deeply. The runtimes' own parsers say none of this. After it, `JSON.parse` cannot fail.
import { limits } from "../schema/limits.ts";
import { type Message, message, type Text } from "../words/message.ts";
import { type FileFinding, wrong } from "./finding.ts";

interface JsonFault {
  /** UTF-16 code units into the JSON text. */
  readonly at: number;
  readonly what: Message;
  readonly advice: Message;
}

/** What one JSON text may hold: how deep it nests, entries of a list and keys of an object, code units of a string, and values in all. */
export interface JsonLimits {
  readonly depth: number;
  readonly entries: number;
  readonly stringLength: number;
  readonly values: number;
}

const jsonLimits: JsonLimits = {
  depth: limits.jsonDepth,
  entries: limits.annotations,
  // No string of a file is longer than an article's text.
  stringLength: limits.articleLength,
  values: limits.jsonValues,
};

/** The first fault of a text that should be one JSON value; `null` when there is none. Linear in its length. */
export function jsonFaultIn(text: string, most: JsonLimits = jsonLimits): JsonFault | null {
  try {
    const cursor: Cursor = { text, most, at: 0, values: 0 };
    readValue(cursor, 0);
    skipSpace(cursor);
    if (cursor.at < text.length) failAt(cursor, message("findings.json-end"));
    return null;
  } catch (error) {
    if (error instanceof Fault) return { at: error.at, what: error.what, advice: error.advice };
    throw error;
  }
}

/** Line and column of an offset, both from 1; columns count UTF-16 code units. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}

/** How far the text has been read. The functions below each read one thing and move it on. */
interface Cursor {
  readonly text: string;
  readonly most: JsonLimits;
  at: number;
  values: number;
}

const syntaxAdvice = message("findings.json-advice");

class Fault extends Error {
  readonly at: number;
  readonly what: Message;
  readonly advice: Message;

  constructor(at: number, what: Message, advice = syntaxAdvice) {
    super(what.key);
    this.at = at;
    this.what = what;
    this.advice = advice;
  }
}

const numberForm = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escapeForm = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const quote = 0x22;
const backslash = 0x5c;

function readValue(cursor: Cursor, depth: number): void {
  skipSpace(cursor);
  const { most, at } = cursor;
  if (depth > most.depth)
    throw new Fault(
      at,
      message("findings.json-depth", { most: most.depth }),
      message("findings.json-depth-advice"),
    );
  cursor.values += 1;
  if (cursor.values > most.values)
    throw new Fault(
      at,
      message("findings.json-values", { most: most.values }),
      message("findings.export-fewer"),
    );
  const character = cursor.text.charAt(cursor.at);
  if (character === "{") readObject(cursor, depth);
  else if (character === "[") readArray(cursor, depth);
  else if (character === '"') readString(cursor);
  else if (character === "-" || (character >= "0" && character <= "9")) readNumber(cursor);
  else readWord(cursor);
}

function readObject(cursor: Cursor, depth: number): void {
  const keys = new Set<string>();
  cursor.at += 1;
  skipSpace(cursor);
  if (takes(cursor, "}")) return;
  do {
    skipSpace(cursor);
    const keyAt = cursor.at;
    if (cursor.text.charCodeAt(keyAt) !== quote) failAt(cursor, message("findings.json-key"));
    const key = readString(cursor);
    if (keys.has(key))
      throw new Fault(
        keyAt,
        message("findings.json-repeated-key", { key: key.slice(0, 60) }),
        message("findings.json-repeated-key-advice"),
      );
    if (key === "__proto__")
      throw new Fault(keyAt, message("findings.json-proto"), message("findings.json-proto-advice"));
    keys.add(key);
    if (keys.size > cursor.most.entries)
      throw new Fault(
        keyAt,
        message("findings.json-keys", { most: cursor.most.entries }),
        message("findings.export-fewer"),
      );
    skipSpace(cursor);
    if (!takes(cursor, ":")) failAt(cursor, message("findings.json-colon"));
    readValue(cursor, depth + 1);
    skipSpace(cursor);
  } while (takes(cursor, ","));
  if (!takes(cursor, "}")) failAt(cursor, message("findings.json-comma-or-brace"));
}

function readArray(cursor: Cursor, depth: number): void {
  cursor.at += 1;
  skipSpace(cursor);
  if (takes(cursor, "]")) return;
  const most = cursor.most.entries;
  let entries = 0;
  do {
    entries += 1;
    if (entries > most)
      throw new Fault(
        cursor.at,
        message("findings.json-entries", { most }),
        message("findings.export-fewer"),
      );
    readValue(cursor, depth + 1);
    skipSpace(cursor);
  } while (takes(cursor, ","));
  if (!takes(cursor, "]")) failAt(cursor, message("findings.json-comma-or-bracket"));
}

function readString(cursor: Cursor): string {
  const start = cursor.at;
  const most = cursor.most.stringLength;
  /** By how many units the string is longer as it is written. */
  let escapes = 0;
  for (cursor.at += 1; cursor.at < cursor.text.length; cursor.at += 1) {
    const unit = cursor.text.charCodeAt(cursor.at);
    if (cursor.at - start - escapes > most)
      throw new Fault(start, message("findings.json-string", { most }), message("findings.export-fewer"));
    if (unit === quote) {
      cursor.at += 1;
      const raw = cursor.text.slice(start, cursor.at);
      return escapes > 0 ? (JSON.parse(raw) as string) : raw.slice(1, -1);
    }
    if (unit < 0x20) throw new Fault(cursor.at, message("findings.json-unescaped"));
    if (unit !== backslash) continue;
    escapeForm.lastIndex = cursor.at;
    const match = escapeForm.exec(cursor.text);
    if (!match) throw new Fault(cursor.at, message("findings.json-bad-escape"));
    escapes += match[0].length - 1;
    cursor.at += match[0].length - 1;
  }
  throw new Fault(start, message("findings.json-open-string"));
}

function readNumber(cursor: Cursor): void {
  numberForm.lastIndex = cursor.at;
  const number = numberForm.exec(cursor.text)?.[0];
  if (number === undefined) failAt(cursor, message("findings.json-number"));
  if (!Number.isFinite(Number(number)))
    throw new Fault(cursor.at, message("findings.json-large-number", { number: number.slice(0, 60) }));
  cursor.at += number.length;
}

function readWord(cursor: Cursor): void {
  const word = ["true", "false", "null"].find((known) => cursor.text.startsWith(known, cursor.at));
  if (word === undefined) failAt(cursor, message("findings.json-value"));
  cursor.at += word.length;
}

function skipSpace(cursor: Cursor): void {
  for (;;) {
    const unit = cursor.text.charCodeAt(cursor.at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
    cursor.at += 1;
  }
}

function takes(cursor: Cursor, character: string): boolean {
  if (cursor.text.charAt(cursor.at) !== character) return false;
  cursor.at += 1;
  return true;
}

function failAt(cursor: Cursor, expected: Message): never {
  const actualInput =
    cursor.at < cursor.text.length
      ? message("findings.json-character", {
          character: String.fromCodePoint(cursor.text.codePointAt(cursor.at) ?? 0),
        })
      : message("findings.json-end");
  throw new Fault(cursor.at, message("findings.json-expected", { found: actualInput, expected }));
}

// The JSON value in the text of a file, whatever it is about.

type JsonValueIn =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly FileFinding[] };

/** The one JSON value that a file holds, or what is wrong with its JSON, by line and column. */
export function jsonValueIn(file: string): JsonValueIn {
  if (file.length > limits.jsonBytes)
    return refused(
      message("findings.too-large", { size: limits.jsonBytes / 1024 / 1024 }),
      message("findings.export-fewer"),
      "",
    );
  const text = file.startsWith("\ufeff") ? file.slice(1) : file;
  const fault = jsonFaultIn(text);
  if (fault) {
    const { line, column } = lineAndColumn(text, fault.at);
    const place = message("findings.place", { line: String(line), column: String(column) });
    return refused(fault.what, fault.advice, place);
  }
  return { ok: true, value: JSON.parse(text) };
}

const refused = (what: Text, advice: Text, where: Text): JsonValueIn => ({
  ok: false,
  problems: [wrong(where, what, advice)],
});
