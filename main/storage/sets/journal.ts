// The writing end of a journal: appends lines, and says they are safe only when they are flushed and the path still names
// the file that holds them. After a failed flush the file is given up and a new generation takes over what it held.
import { basename, dirname } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type Disk, type DiskFile, type FileStatus, isUntouched, sameFile } from "../files/disk.ts";
import { readFully, statusIfAny, syncFolder, writeDurable, writeFully } from "../files/durable-file.ts";
import { quarantineBytes, quarantineFile } from "../files/quarantine.ts";
import { ignoreFailure, writeError } from "../files/storage-error.ts";
import { beginsWell, encodeLine } from "./journal-format.ts";
import { type Generation, generationsOf, sealGenerations } from "./sealed-journal.ts";

/** What every line after the header has; `seq` grows by one a device. */
interface Line {
  readonly v: number;
  readonly seq: number;
}

interface JournalOptions<Record extends Line> {
  readonly disk: Disk;
  /** The project's folder, where the quarantine is. */
  readonly root: string;
  readonly path: string;
  /** The first line of a generation: whose it is, and the `seq` before its first record. */
  header(after: number): { readonly v: number };
  /** The records that the snapshot does not hold, and the `seq` before the first of them. */
  readonly after: number;
  readonly unsaved: readonly Record[];
  /** How the file was found: its size, and how much of it holds good lines. `null` when there is none. */
  readonly found: { readonly size: number; readonly goodBytes: number } | null;
  /** What stands there is not to be gone on with, and is moved to the quarantine before anything is written. */
  readonly isStrange?: boolean;
  /** Throws when another process has become the project's writer. */
  fence(): Promise<void>;
}

export interface Journal<Record extends Line> {
  /** Resolves when the records are safe; throws an `ApiError` when they are not, and they do not count then. */
  append(records: readonly Record[]): Promise<void>;
  /** Starts a new generation after a snapshot that holds everything up to `seq`. */
  rotate(seq: number): Promise<void>;
  /** The records that no snapshot holds. */
  unsaved(): readonly Record[];
  /** Bytes of the present generation. */
  length(): number;
  /** Whether the file is as it was left here: nobody else has written, replaced or removed it. */
  isUnmodified(): Promise<boolean>;
  /**
   * Writes the file anew where somebody else has touched it. What stands in its place is moved to the quarantine; gives its
   * name there, or `null` where nothing was.
   */
  renew(): Promise<string | null>;
  close(): Promise<void>;
}

/** Bytes. */
const longestHeader = 4_096;

/** Older generations are kept as they are for 30 days (milliseconds), the newest of them always; then they are sealed. */
const keptFor = 30 * 24 * 60 * 60 * 1_000;
const keptAlways = 3;

/** A journal's file, open or not, and what stands in it. */
interface JournalState<Record extends Line> extends JournalOptions<Record> {
  after: number;
  unsaved: readonly Record[];
  found: JournalOptions<Record>["found"];
  isStrange: boolean;
  file: OpenFile | null;
  end: number;
  /** The open file as it was left after the last write; of one that is not open `null`. */
  lastStatus: FileStatus | null;
}

interface OpenFile {
  readonly handle: DiskFile;
  readonly status: FileStatus;
}

/** Touches nothing on the disk until the first record comes. */
export function openJournal<Record extends Line>(options: JournalOptions<Record>): Journal<Record> {
  const { found, isStrange = false } = options;
  const journal: JournalState<Record> = {
    ...options,
    isStrange,
    file: null,
    end: found?.goodBytes ?? 0,
    lastStatus: null,
  };
  return {
    append: (records) => append(journal, records),
    rotate: (seq) => rotate(journal, seq),
    unsaved: () => journal.unsaved,
    length: () => journal.end,
    isUnmodified: () => isUnmodified(journal),
    renew: () => renew(journal),
    close: () => giveUp(journal),
  };
}

async function append<Record extends Line>(
  journal: JournalState<Record>,
  records: readonly Record[],
): Promise<void> {
  await journal.fence();
  try {
    const journalFile = await ourFile(journal);
    const bytes = Buffer.concat(records.map(encodeLine));
    await writeOrCut(journal, journalFile.handle, bytes);
    await flushOrGiveUp(journal, journalFile);
    journal.end += bytes.length;
    journal.unsaved = [...journal.unsaved, ...records];
  } catch (error) {
    throw writeError(error, journal.path);
  }
}

async function rotate(journal: JournalState<Line>, seq: number): Promise<void> {
  const { path } = journal;
  await journal.fence();
  try {
    // What was torn off is kept aside, and what is gone written again, before the file becomes an older generation.
    await ourFile(journal);
    await giveUp(journal);
    journal.after = seq;
    journal.unsaved = journal.unsaved.filter((record) => record.seq > seq);
    journal.file = await startGeneration(journal);
    await prune(journal.disk, path);
    await syncFolder(journal.disk, dirname(path));
  } catch (error) {
    throw writeError(error, path);
  }
}

/** The file, open, with every line that no snapshot holds. */
async function ourFile(journal: JournalState<Line>): Promise<OpenFile> {
  // What somebody else has put in its place, or cut off, must not have our lines written into or behind it, nor pass for them later.
  if ((journal.file || journal.found || journal.isStrange) && !(await isUnmodified(journal)))
    await giveWay(journal);
  journal.file ??= await openForWriting(journal);
  return journal.file;
}

async function openForWriting(journal: JournalState<Line>): Promise<OpenFile> {
  const reopened = journal.found && (await reopen(journal, journal.found));
  journal.found = null;
  return reopened ?? startGeneration(journal);
}

/** The file as it was found, cut at its last good line; `null` when it is no longer that file. */
async function reopen(
  journal: JournalState<Line>,
  { size, goodBytes }: { readonly size: number; readonly goodBytes: number },
) {
  const handle = await journal.disk.open(journal.path, "write");
  try {
    const status = await handle.status();
    journal.lastStatus = status;
    if (status.kind === "file" && status.size === size && goodBytes > 0) {
      if (goodBytes < size) {
        const tail = await readFully(handle, size - goodBytes, goodBytes);
        await quarantineBytes(journal.disk, journal.root, basename(journal.path), tail);
        await handle.truncate(goodBytes);
        await handle.sync();
        journal.lastStatus = await handle.status();
      }
      return { handle, status };
    }
  } catch (error) {
    await ignoreFailure(() => handle.close());
    throw error;
  }
  await ignoreFailure(() => handle.close());
  return null;
}

async function startGeneration(journal: JournalState<Line>): Promise<OpenFile> {
  const { disk, path } = journal;
  const older = await generationsOf(disk, path);
  if (await statusIfAny(disk, path)) await disk.rename(path, `${path}.${(older.at(-1)?.number ?? 0) + 1}`);
  const header = encodeLine(journal.header(journal.after));
  const bytes = Buffer.concat([header, ...journal.unsaved.map(encodeLine)]);
  // Whole under another name first: a header without the records it promises would hide the older generation.
  await writeDurable(disk, path, bytes);
  const handle = await disk.open(path, "write");
  try {
    const status = await handle.status();
    journal.end = bytes.length;
    journal.lastStatus = status;
    return { handle, status };
  } catch (error) {
    await ignoreFailure(() => handle.close());
    throw error;
  }
}

async function writeOrCut(journal: JournalState<Line>, handle: DiskFile, bytes: Uint8Array): Promise<void> {
  try {
    await writeFully(handle, bytes, journal.end);
  } catch (error) {
    const isCut = await ignoreFailure(async () => {
      await handle.truncate(journal.end);
      journal.lastStatus = await handle.status();
    });
    if (!isCut) await giveUp(journal);
    throw error;
  }
}

async function flushOrGiveUp(journal: JournalState<Line>, { handle, status }: OpenFile): Promise<void> {
  try {
    await handle.syncData();
    const named = await journal.disk.status(journal.path);
    if (!sameFile(named, status))
      throw new ApiError("storage-failed", { file: basename(journal.path), code: "REPLACED" });
    journal.lastStatus = named;
  } catch (error) {
    // A second flush of the same file could succeed without having written anything.
    await ignoreFailure(() => handle.truncate(journal.end));
    await giveUp(journal);
    throw error;
  }
}

async function giveUp(journal: JournalState<Line>): Promise<void> {
  const handle = journal.file?.handle;
  journal.file = null;
  journal.found = null;
  journal.lastStatus = null;
  if (handle) await ignoreFailure(() => handle.close());
}

async function isUnmodified(journal: JournalState<Line>): Promise<boolean> {
  if (journal.isStrange) return false;
  const currentStatus = await statusIfAny(journal.disk, journal.path);
  if (!journal.file)
    return (
      !journal.found ||
      (currentStatus?.kind === "file" &&
        currentStatus.size === journal.found.size &&
        (await beginsAsJournal(journal)))
    );
  if (
    !journal.lastStatus ||
    !currentStatus ||
    !sameFile(journal.lastStatus, currentStatus) ||
    journal.lastStatus.size !== currentStatus.size
  )
    return false;
  // Synchronisation programs and virus scanners touch what they do not change.
  if (
    !isUntouched(journal.lastStatus, currentStatus) &&
    !(await holdsOurs(journal, journal.file.handle, currentStatus.size))
  )
    return false;
  journal.lastStatus = currentStatus;
  return true;
}

/** Of a file that is not open. */
async function beginsAsJournal({ disk, path }: JournalState<Line>): Promise<boolean> {
  const handle = await disk.open(path, "read");
  try {
    return beginsWell(await readFully(handle, longestHeader, 0));
  } finally {
    await ignoreFailure(() => handle.close());
  }
}

/** Whether the file still begins as a journal and ends in the lines that no snapshot holds. */
async function holdsOurs(journal: JournalState<Line>, handle: DiskFile, size: number): Promise<boolean> {
  if (!beginsWell(await readFully(handle, Math.min(size, longestHeader), 0))) return false;
  const unsavedBytes = Buffer.concat(journal.unsaved.map(encodeLine));
  return unsavedBytes.equals(await readFully(handle, unsavedBytes.length, size - unsavedBytes.length));
}

/** Leaves the file to whoever has touched it, in the quarantine: the next line begins a new one. */
async function giveWay(journal: JournalState<Line>): Promise<string | null> {
  await giveUp(journal);
  const quarantinePath = (await statusIfAny(journal.disk, journal.path))
    ? await quarantineFile(journal.disk, journal.root, journal.path)
    : null;
  journal.isStrange = false;
  return quarantinePath;
}

async function renew(journal: JournalState<Line>): Promise<string | null> {
  await journal.fence();
  try {
    if (await isUnmodified(journal)) return null;
    const quarantinePath = await giveWay(journal);
    journal.file = await startGeneration(journal);
    return quarantinePath;
  } catch (error) {
    throw writeError(error, journal.path);
  }
}

/** Old generations go into the sealed record; one that cannot go now goes the next time. */
async function prune(disk: Disk, path: string): Promise<void> {
  const older = await generationsOf(disk, path);
  const done: Generation[] = [];
  for (const generation of older.slice(0, -keptAlways)) {
    const { modifiedAt } = await disk.status(generation.path);
    if (Date.now() - modifiedAt <= keptFor) break;
    done.push(generation);
  }
  if (done.length > 0) await ignoreFailure(() => sealGenerations(disk, path, done));
}
