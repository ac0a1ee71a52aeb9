// Finds faults in the files of journals that nothing needs to read a set: older generations and sealed segments, which hold the record of
// what was done. Changes nothing on the disk.
import { basename, join } from "node:path";
import type { Disk } from "../files/disk.ts";
import { readDurable } from "../files/durable-file.ts";
import { listIfAny } from "../files/list-if-any.ts";
import { orNull } from "../files/storage-error.ts";
import { type DecodedJournal, decodeJournal } from "./journal-format.ts";
import { generationsIn } from "./read-record.ts";
import { generationsOf, readSegment, segmentsOf } from "./sealed-journal.ts";

/**
 * `unreadable`: some or all of the file; `gap`: it does not go as far as the next one begins; `gone`: a file that was there; `rebuilt`: a
 * set's own file is, and all of it comes from its journal.
 */
interface JournalFault {
  readonly file: string;
  readonly why: "unreadable" | "gap" | "gone" | "rebuilt";
}

const maxFile = 400 * 1024 * 1024;
const journalName = /^(([a-z2-7]{1,32})\.[a-z2-7]{1,32}\.journal)(?:\.|$)/u;

/** Of all journals in a folder of sets. Throws what hinders listing it. */
export async function journalFaultsIn(disk: Disk, folder: string): Promise<readonly JournalFault[]> {
  const names = new Set<string>();
  /** Whose journal had older generations, each of which ended with a snapshot. */
  const folded = new Set<string>();
  const entries = (await listIfAny(disk, folder)).filter(({ kind }) => kind === "file");
  for (const { name } of entries) {
    const [, journal, annotator] = journalName.exec(name) ?? [];
    if (journal === undefined) continue;
    names.add(journal);
    if (name !== journal) folded.add(`${annotator}.json`);
  }
  const faults: JournalFault[] = [];
  for (const { name } of entries) folded.delete(name);
  for (const file of folded) faults.push({ file, why: "rebuilt" });
  for (const name of [...names].sort()) faults.push(...(await faultsOf(disk, join(folder, name))));
  return faults;
}

interface Part {
  readonly file: string;
  /** Its number, and of a segment that of its last generation as well. */
  readonly first: number;
  readonly last: number;
  readonly decoded: readonly DecodedJournal[];
}

async function faultsOf(disk: Disk, path: string): Promise<readonly JournalFault[]> {
  const older = await olderParts(disk, path);
  const bytes = await orNull(() => readDurable(disk, path, maxFile));
  const faults: JournalFault[] = [];
  let expected = 1;
  let end: { readonly file: string; readonly seq: number } | null = null;
  for (const { file, first, last, decoded } of older) {
    if (first > expected) faults.push({ file: `${basename(path)}.${expected}`, why: "gone" });
    expected = last + 1;
    if (decoded.length === 0 || decoded.some(isBroken)) faults.push({ file, why: "unreadable" });
    for (const { header, records } of decoded) {
      if (end && header && header.after > end.seq) faults.push({ file: end.file, why: "gap" });
      if (header) end = { file, seq: records.at(-1)?.seq ?? header.after };
    }
  }
  if (bytes === null) faults.push({ file: basename(path), why: "gone" });
  const present = bytes && decodeJournal(bytes).header;
  if (end && present && present.after > end.seq) faults.push({ file: end.file, why: "gap" });
  return faults.filter((one, at) => faults.findIndex(({ file }) => file === one.file) === at);
}

/** An older generation was whole when it became one. */
const isBroken = ({ state, header }: DecodedJournal): boolean => header === null || state !== "whole";

async function olderParts(disk: Disk, path: string): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const segment of await segmentsOf(disk, path)) {
    const bytes = await orNull(() => readSegment(disk, segment));
    const decoded = bytes ? generationsIn(bytes).map(decodeJournal) : [];
    parts.push({ file: basename(segment.path), first: segment.first, last: segment.last, decoded });
  }
  const sealed = parts.at(-1)?.last ?? 0;
  for (const { number, path: file } of await generationsOf(disk, path)) {
    const bytes = await orNull(() => readDurable(disk, file, maxFile));
    // After a crash in the middle of sealing it lies in both.
    if (number <= sealed) continue;
    const decoded = bytes ? [decodeJournal(bytes)] : [];
    parts.push({ file: basename(file), first: number, last: number, decoded });
  }
  return parts;
}
