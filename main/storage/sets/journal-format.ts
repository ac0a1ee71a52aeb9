// The lines of a journal: `crc32 SP json LF`, the checksum covering everything after itself. The first line is a header
// that says whose journal it is; every other one is a change that was acknowledged.
import { crc32 } from "node:zlib";
import { z } from "zod";
import { sidesOfConflict } from "../../../shared/merge/conflict-markers.ts";
import { migratedLine } from "../../../shared/migrations/index.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { Id } from "../../../shared/model/id.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import type { StepNote } from "../../../shared/model/step.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { id, stepNote, text } from "../../../shared/schema/model.ts";
import { change } from "../../../shared/schema/record-kinds.ts";
import { decodeUtf8 } from "../files/durable-file.ts";
import { isDeeperThan } from "../files/json-text.ts";
import { type Reach, reach } from "./reach.ts";

/** What binds a journal to one set and one device: with any other it is never replayed. */
export interface JournalOwner {
  readonly project: Id;
  readonly article: Id;
  readonly annotator: Id;
  readonly device: Id;
  readonly textHash: string;
}

/** `after`: the `seq` of the last record before this file, which a snapshot or an older generation holds. */
interface JournalHeader extends JournalOwner {
  readonly v: number;
  readonly format: "sayso-journal";
  readonly after: number;
}

/**
 * One acknowledged change. `seq` grows by one a device; `revision` is the set's after the change and orders the records of
 * several devices; `opId` is the caller's name for the change, by which a resend is known.
 */
export interface JournalRecord {
  readonly v: number;
  readonly seq: number;
  readonly revision: number;
  readonly opId: Id;
  readonly at: string;
  readonly change: Change;
  /** The action that made the change; absent where none of a person's did. */
  readonly step?: StepNote;
  /** The work on earlier texts that the change brings in. */
  readonly carried?: Reach;
}

const count = z.number().int().min(0);

/** Of which form the line is: each says it for itself, since a file may have been begun by an older version. */
export const lineForm = z.number().int().min(1).max(schemaVersion);

const header: z.ZodType<JournalHeader> = z.looseObject({
  v: lineForm,
  format: z.literal("sayso-journal"),
  project: id,
  article: id,
  annotator: id,
  device: id,
  textHash: text,
  after: count,
});

const record: z.ZodType<JournalRecord> = z.preprocess(
  (line) => migratedLine("change", line),
  z.looseObject({
    v: lineForm,
    seq: count,
    revision: count,
    opId: id,
    at: text,
    change,
    step: stepNote.exactOptional(),
    carried: reach.exactOptional(),
  }),
);

/** The header of a journal, with nothing but what belongs in it. */
export function headerOf(owner: JournalOwner, after: number): JournalHeader {
  const { project, article, annotator, device, textHash } = owner;
  return { v: schemaVersion, format: "sayso-journal", project, article, annotator, device, textHash, after };
}

const lineFeed = 0x0a;
const checksumLength = 8;
/** What follows the checksum of every line. */
const recordStart = ' {"v":';

/** One line with its checksum and line end, as UTF-8. */
export function encodeLine<Line extends { readonly v: number }>(value: Line): Uint8Array {
  const lineBody = Buffer.from(` ${JSON.stringify(value)}\n`, "utf8");
  return Buffer.concat([Buffer.from(checksumOf(lineBody), "latin1"), lineBody]);
}

const checksumOf = (bytes: Uint8Array): string => crc32(bytes).toString(16).padStart(checksumLength, "0");

/**
 * What the bytes of a file of lines hold. `torn`: the file ends in something that is no good line, as after a crash in the middle of a
 * write. `newer`: a good line is of a form that came after this version. `damaged`: good lines follow a bad one, or a line is
 * whole but not understood. `goodBytes` counts the bytes up to the first line that is no good; `wholeTail` tells whether what follows has a line end, so that it may have been a record.
 */
export interface DecodedLines<Header, Record> {
  readonly header: Header | null;
  readonly records: readonly Record[];
  readonly goodBytes: number;
  readonly state: "whole" | "torn" | "newer" | "damaged";
  readonly wholeTail: boolean;
  /** Of a damaged file: the records behind the first line that is no good, of which the checksum holds. */
  readonly behind: readonly Record[];
}

export type DecodedJournal = DecodedLines<JournalHeader, JournalRecord>;

export const decodeJournal = (bytes: Uint8Array): DecodedJournal => decodeLines(bytes, { header, record });

interface LineSchemas<Header, Record> {
  readonly header: z.ZodType<Header>;
  readonly record: z.ZodType<Record>;
}

/** Reads a header and the records after it, up to the first line that is no good. */
export function decodeLines<Header, Record>(
  bytes: Uint8Array,
  schemas: LineSchemas<Header, Record>,
): DecodedLines<Header, Record> {
  const records: Record[] = [];
  let parsedHeader: Header | null = null;
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf(lineFeed, at) + 1;
    const json = end === 0 ? null : checkedJson(bytes.subarray(at, end));
    if (json === null) break;
    const value = parsedJson(json);
    if (isNewer(value)) return ended("newer");
    if (parsedHeader === null) {
      const parsed = schemas.header.safeParse(value);
      if (!parsed.success) return ended("damaged");
      parsedHeader = parsed.data;
    } else {
      const parsed = schemas.record.safeParse(value);
      if (!parsed.success) return ended("damaged");
      records.push(parsed.data);
    }
    at = end;
  }
  if (at === bytes.length) return ended("whole");
  return ended(goodLinesIn(bytes.subarray(at)).next().done ? "torn" : "damaged");

  function ended(state: DecodedJournal["state"]): DecodedLines<Header, Record> {
    const wholeTail = bytes.indexOf(lineFeed, at) !== -1;
    const behind = state === "damaged" ? recordsIn(bytes.subarray(at), schemas.record) : [];
    return { header: parsedHeader, records, goodBytes: at, state, wholeTail, behind };
  }
}

/** What the good lines among others say, wherever they begin. */
function recordsIn<Record>(bytes: Uint8Array, schema: z.ZodType<Record>): readonly Record[] {
  const records: Record[] = [];
  for (const json of goodLinesIn(bytes)) {
    const parsed = schema.safeParse(parsedJson(json));
    if (parsed.success) records.push(parsed.data);
  }
  return records;
}

/**
 * Both sides of a file of lines in which a version control program has left its marks, ours first; `null` where there are none, or
 * either side is not whole.
 */
export function bothSidesOf<Header, Record>(
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => DecodedLines<Header, Record>,
): readonly [DecodedLines<Header, Record>, DecodedLines<Header, Record>] | null {
  const text = decodeUtf8(bytes);
  const sides = text === null ? null : sidesOfConflict(text);
  if (!sides) return null;
  const [first, second] = sides.map((side) => decode(Buffer.from(side, "utf8")));
  const isReadable = [first, second].every((side) => side?.header && side.state === "whole");
  return first && second && isReadable ? [first, second] : null;
}

function isNewer(line: unknown): boolean {
  return typeof line === "object" && line !== null && "v" in line && Number(line.v) > schemaVersion;
}

/** What the first line says, where its checksum holds; `undefined` where it does not. */
export function firstLineOf(bytes: Uint8Array): unknown {
  const json = checkedJson(bytes.subarray(0, bytes.indexOf(lineFeed) + 1));
  return json === null ? undefined : parsedJson(json);
}

/** Whether bytes begin with a whole line whose checksum holds. */
export const beginsWell = (bytes: Uint8Array): boolean =>
  checkedJson(bytes.subarray(0, bytes.indexOf(lineFeed) + 1)) !== null;

/** The JSON of a line whose checksum holds, otherwise `null`. */
function checkedJson(line: Uint8Array): string | null {
  const lineBody = line.subarray(checksumLength);
  if (lineBody[0] !== 0x20) return null;
  const checksum = Buffer.from(line.subarray(0, checksumLength)).toString("latin1");
  return checksum === checksumOf(lineBody) ? decodeUtf8(lineBody.subarray(1)) : null;
}

/** Places in one line at which another is looked for: a line end that was hit joins two of them. */
const mostInLine = 16;

/** Looks for a line wherever one could begin: the line end before it may be what was damaged. */
function* goodLinesIn(bytes: Uint8Array): Generator<string, void> {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = tail.indexOf(recordStart);
  let tried = 0;
  let previousEnd = 0;
  while (at !== -1) {
    const end = tail.indexOf(lineFeed, at) + 1;
    if (end === 0) return;
    tried = end === previousEnd ? tried + 1 : 1;
    previousEnd = end;
    const json =
      at < checksumLength || tried > mostInLine ? null : checkedJson(tail.subarray(at - checksumLength, end));
    if (json !== null) yield json;
    at = tail.indexOf(recordStart, json !== null || tried > mostInLine ? end : at + 1);
  }
}

/** `undefined`, which no schema takes, for what is no JSON of bearable depth. */
function parsedJson(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return isDeeperThan(value, limits.jsonDepth) ? undefined : value;
  } catch {
    return undefined;
  }
}
