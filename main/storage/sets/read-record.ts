// The record of what was done to one annotator's set of one article: every acknowledged change that its journals hold, of all
// devices and generations, also the sealed ones. Changes nothing on the disk; what cannot be read is passed over, and said.
import { basename, join } from "node:path";
import { type Id, isId } from "../../../shared/model/id.ts";
import type { Disk } from "../files/disk.ts";
import { readDurable } from "../files/durable-file.ts";
import { isMissing, orNull, readError } from "../files/storage-error.ts";
import { type DecodedJournal, decodeJournal, type JournalRecord } from "./journal-format.ts";
import type { SetPlace } from "./read-set.ts";
import { generationsOf, readSegment, segmentsOf } from "./sealed-journal.ts";

interface SetRecord {
  /** In the order in which they were saved. */
  readonly records: readonly JournalRecord[];
  /** Whether some are missing: older ones that are gone, or ones that cannot be read. */
  readonly isIncomplete: boolean;
}

const maxFile = 400 * 1024 * 1024;

/** Throws an `ApiError` when the folder cannot be listed. */
export async function readRecord(disk: Disk, place: SetPlace): Promise<SetRecord> {
  const records: JournalRecord[] = [];
  let isIncomplete = false;
  for (const path of await journalsIn(disk, place)) {
    const { parts, unread } = await partsOf(disk, path);
    const ownParts = parts.filter(({ header }) => header?.article === place.article);
    const chain = chained(ownParts);
    for (const record of chain.records) records.push(record);
    isIncomplete ||= unread || chain.hasGaps || ownParts.length < parts.length;
  }
  records.sort((a, b) => a.revision - b.revision || (a.at < b.at ? -1 : 1));
  return { records, isIncomplete };
}

async function journalsIn(disk: Disk, { folder, annotator }: SetPlace): Promise<readonly string[]> {
  const form = /^([a-z2-7]+)\.([a-z2-7]+)\.journal(?:\.|$)/;
  const devices = new Set<Id>();
  try {
    for (const { name, kind } of await disk.list(folder)) {
      const [, by, device] = form.exec(name) ?? [];
      if (kind === "file" && by === annotator && device !== undefined && isId(device)) devices.add(device);
    }
  } catch (error) {
    if (!isMissing(error)) throw readError(error, folder);
  }
  return [...devices].map((device) => join(folder, `${annotator}.${device}.journal`));
}

/** What the files of a journal hold, generation by generation, oldest first. */
async function partsOf(
  disk: Disk,
  path: string,
): Promise<{ readonly parts: readonly DecodedJournal[]; readonly unread: boolean }> {
  const parts: DecodedJournal[] = [];
  let unread = false;
  const addPart = (decoded: DecodedJournal): void => {
    if (decoded.header === null || decoded.state === "damaged") unread = true;
    if (decoded.header !== null) parts.push({ ...decoded, records: [...decoded.records, ...decoded.behind] });
  };
  for (const segment of await segmentsOf(disk, path)) {
    const bytes = await orNull(() => readSegment(disk, segment));
    if (bytes === null) unread = true;
    else for (const generation of generationsIn(bytes)) addPart(decodeJournal(generation));
  }
  const plain = [...(await generationsOf(disk, path)).map((generation) => generation.path), path];
  for (const file of plain) {
    const bytes = await orNull(() => readDurable(disk, file, maxFile));
    if (bytes) addPart(decodeJournal(bytes));
    else if (basename(file) !== basename(path)) unread = true;
  }
  return { parts, unread };
}

/** Each generation begins with the line that says whose it is. */
export function generationsIn(bytes: Uint8Array): readonly Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts: number[] = [];
  for (let at = 0; at < buffer.length; ) {
    const end = buffer.indexOf(0x0a, at) + 1 || buffer.length;
    if (buffer.subarray(at, end).includes('"format":"sayso-journal"')) starts.push(at);
    at = end;
  }
  return starts.map((start, at) => buffer.subarray(start, starts[at + 1] ?? buffer.length));
}

/**
 * Each record once. What an older generation holds beyond the point where a newer one begins was never acknowledged.
 */
function chained(parts: readonly DecodedJournal[]): {
  readonly records: readonly JournalRecord[];
  readonly hasGaps: boolean;
} {
  const recordBySeq = new Map<number, JournalRecord>();
  let limit = Number.POSITIVE_INFINITY;
  for (const { header, records } of [...parts].reverse()) {
    for (const record of records)
      if (record.seq <= limit && !recordBySeq.has(record.seq)) recordBySeq.set(record.seq, record);
    limit = Math.min(limit, header?.after ?? limit);
  }
  const seqs = [...recordBySeq.keys()].sort((a, b) => a - b);
  const hasGaps = seqs.length > 0 && seqs.at(-1) !== seqs.length;
  return { records: seqs.flatMap((seq) => recordBySeq.get(seq) ?? []), hasGaps };
}
