// Reads the journals of one set, of every device and as many generations as its snapshot needs.
import { basename, join } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import type { Disk } from "../files/disk.ts";
import { readDurable } from "../files/durable-file.ts";
import { isMissing, readError } from "../files/storage-error.ts";
import {
  bothSidesOf,
  type DecodedJournal,
  decodeJournal,
  type JournalOwner,
  type JournalRecord,
} from "./journal-format.ts";
import { generationsOf } from "./sealed-journal.ts";

/** Bytes of one generation; they are rotated long before. */
const maxJournal = 400 * 1024 * 1024;

export interface ReadJournal {
  readonly device: Id;
  /** What the snapshot does not hold, in order; behind the first `sound` ones some may be missing. */
  readonly records: readonly JournalRecord[];
  /** How many of the records come before the first gap. */
  readonly sound: number;
  /** The present generation as it was found, for its writer to go on with. */
  readonly found: { readonly size: number; readonly goodBytes: number } | null;
  /** Ends in lines that only a newer version understands: nothing must be written after them. */
  readonly isNewer: boolean;
  /** Both sides of a conflict are in its present file: the records of the second come after those of the first. */
  readonly hasConflictMarkers: boolean;
  /** Why not all of it could be used: nothing must be written over it. */
  readonly problem: ApiError | null;
  /**
   * `line`: it ends in a line that may have been a record and cannot be read; what comes before is good. `all`: it is empty, or says nothing
   * of itself, though a file is begun whole; that of another machine may be on its way.
   */
  readonly lostTail: "line" | "all" | null;
}

/** Whether there is a file of it, not only something that a snapshot says of it. */
export const isThere = ({ found, records, problem, hasConflictMarkers }: ReadJournal): boolean =>
  found !== null || records.length > 0 || problem !== null || hasConflictMarkers;

interface Part {
  readonly path: string;
  readonly size: number;
  readonly decoded: DecodedJournal;
  readonly hasConflictMarkers: boolean;
  /** The `seq` before its first record, where its header does not say. */
  readonly after?: number;
}

type Owner = Omit<JournalOwner, "device">;

/** `seqByDevice`: the last record of each device that is already known. Throws when the folder cannot be listed. */
export async function readJournals(
  disk: Disk,
  place: Owner & { readonly folder: string },
  seqByDevice: ReadonlyMap<Id, number>,
): Promise<ReadJournal[]> {
  const devices = await devicesIn(disk, place.folder, place.annotator);
  const journals: ReadJournal[] = [];
  for (const device of new Set([...devices, ...seqByDevice.keys()])) {
    const path = join(place.folder, `${place.annotator}.${device}.journal`);
    const knownSeq = seqByDevice.get(device) ?? 0;
    journals.push(
      devices.has(device)
        ? await readJournal(disk, path, { ...owner(place), device }, knownSeq)
        : none(device),
    );
  }
  return journals;
}

const owner = ({ project, article, annotator, textHash }: Owner): Owner => ({
  project,
  article,
  annotator,
  textHash,
});

const none = (device: Id): ReadJournal => ({
  device,
  records: [],
  sound: 0,
  found: null,
  isNewer: false,
  hasConflictMarkers: false,
  problem: null,
  lostTail: null,
});

async function devicesIn(disk: Disk, folder: string, annotator: Id): Promise<Set<Id>> {
  const form = /^([a-z2-7]+)\.([a-z2-7]+)\.journal(?:\.[1-9]\d*)?$/;
  const devices = new Set<Id>();
  try {
    for (const { name } of await disk.list(folder)) {
      const [, by, device] = form.exec(name) ?? [];
      if (by === annotator && device !== undefined && isId(device)) devices.add(device);
    }
  } catch (error) {
    if (!isMissing(error)) throw readError(error, folder);
  }
  return devices;
}

async function readJournal(disk: Disk, path: string, of: JournalOwner, known: number): Promise<ReadJournal> {
  const { device } = of;
  const fail = (why: string, file: string): ApiError =>
    new ApiError("set-damaged", { file: basename(file), why });
  try {
    const parts: Part[] = [];
    const older = (await generationsOf(disk, path)).map((generation) => generation.path);
    for (const file of [path, ...older.reverse()]) {
      const bytes = await readDurable(disk, file, maxJournal);
      if (bytes === null) continue;
      const part = { path: file, size: bytes.length, ...decodeWithMarkers(bytes) };
      parts.unshift(part);
      const { header } = part.decoded;
      if (header !== null && header.after <= known) break;
    }
    const current = parts.find((part) => part.path === path) ?? null;
    const stranger = parts.find(({ decoded: { header } }) => header !== null && !isOwn(header, of));
    if (stranger) return { ...none(device), problem: fail("other-set", stranger.path) };
    const damage = parts.find((part) => part.decoded.state === "damaged");
    const { records, sound, gap } = chained(parts.map(salvaged), known);
    return {
      device,
      records,
      sound,
      found:
        current && !current.hasConflictMarkers
          ? { size: current.size, goodBytes: current.decoded.goodBytes }
          : null,
      hasConflictMarkers: current?.hasConflictMarkers ?? false,
      isNewer: parts.some((part) => part.decoded.state === "newer"),
      problem: damage ? fail("middle", damage.path) : gap === null ? null : fail("gap", gap),
      lostTail: current && lostTailOf(current),
    };
  } catch (error) {
    return { ...none(device), problem: readError(error, path) };
  }
}

/** A journal that a version control program has put its marks in holds two: what the second has more comes after the first. */
function decodeWithMarkers(bytes: Uint8Array): Pick<Part, "decoded" | "hasConflictMarkers"> {
  const decoded = decodeJournal(bytes);
  const isGood = decoded.state === "whole" || decoded.state === "newer";
  const sides = isGood ? null : bothSidesOf(bytes, decodeJournal);
  if (!sides) return { decoded, hasConflictMarkers: false };
  const [first, second] = sides;
  const opIds = new Set(first.records.map(({ opId }) => opId));
  const seq = first.records.at(-1)?.seq ?? first.header?.after ?? 0;
  const revision = first.records.at(-1)?.revision ?? 0;
  const more = second.records
    .filter(({ opId }) => !opIds.has(opId))
    .map((record, at) => ({ ...record, seq: seq + at + 1, revision: revision + at + 1 }));
  return { decoded: { ...first, records: [...first.records, ...more] }, hasConflictMarkers: true };
}

function isOwn(header: JournalOwner, of: JournalOwner): boolean {
  return (["project", "article", "annotator", "device", "textHash"] as const).every(
    (key) => header[key] === of[key],
  );
}

function lostTailOf({ size, decoded: { state, wholeTail, header } }: Part): ReadJournal["lostTail"] {
  if (size === 0 || (state === "torn" && header === null)) return "all";
  return state === "torn" && wholeTail ? "line" : null;
}

/** With what stands behind the damage. Where the header is what was hit, the records themselves say after which they come. */
function salvaged(part: Part): Part {
  const { decoded } = part;
  const [first, ...others] = [...decoded.records, ...decoded.behind];
  if (decoded.state !== "damaged" || !first) return part;
  const afterSeq = decoded.header?.after ?? first.seq - 1;
  return { ...part, after: afterSeq, decoded: { ...decoded, records: [first, ...others] } };
}

/** The `seq` before the first record of a file; `null` for a file that has none and does not say. */
const afterOf = ({ after, decoded: { header } }: Part): number | null => header?.after ?? after ?? null;

/**
 * The records after `known`, in their order through the generations. What an older generation holds beyond the point where the next
 * one begins was never acknowledged. `gap`: the file before whose records some are missing; `sound`: how many come before that.
 */
function chained(
  parts: readonly Part[],
  known: number,
): { records: JournalRecord[]; sound: number; gap: string | null } {
  const records: JournalRecord[] = [];
  let gap: string | null = null;
  let sound = 0;
  let lastSeq = known;
  for (const [at, part] of parts.entries()) {
    const afterSeq = afterOf(part);
    if (afterSeq === null) continue;
    if (afterSeq > lastSeq) gap ??= part.path;
    const nextAfterSeq = parts
      .slice(at + 1)
      .map(afterOf)
      .find((one) => one !== null);
    for (const record of part.decoded.records) {
      if (record.seq <= lastSeq || (nextAfterSeq != null && record.seq > nextAfterSeq)) continue;
      if (record.seq !== lastSeq + 1) gap ??= part.path;
      records.push(record);
      if (gap === null) sound = records.length;
      lastSeq = record.seq;
    }
  }
  return { records, sound, gap };
}
