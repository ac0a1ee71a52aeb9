// The writing end of a journal: appends lines, and says they are safe only when they are flushed and the path still names
// the file that holds them. After a failed flush the file is given up and a new generation takes over what it held.
import { basename, dirname } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type Disk, type DiskFile, type FileStatus, isUntouched, sameFile } from "../files/disk.ts";
import { readFully, statusIfAny, syncFolder, writeDurable, writeFully } from "../files/durable-file.ts";
import { type Generation, generationsOf } from "../files/generations.ts";
import { quarantineBytes, quarantineFile } from "../files/quarantine.ts";
import { ignoreFailure, writeError } from "../files/storage-error.ts";
import { beginsWell, encodeLine } from "./journal-format.ts";
import { sealGenerations } from "./sealed-journal.ts";

/** What every line after the header has; `seq` grows by one a device. */
export interface Line {
  readonly v: number;
  readonly seq: number;
}

export interface JournalOptions<Record extends Line> {
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

/** Touches nothing on the disk until the first record comes. */
export function openJournal<Record extends Line>(options: JournalOptions<Record>): Journal<Record> {
  const { disk, path } = options;
  let existingFile = options.found;
  let afterSeq = options.after;
  let unsaved = [...options.unsaved];
  let file: { readonly handle: DiskFile; readonly status: FileStatus } | null = null;
  let end = existingFile?.goodBytes ?? 0;
  /** The open file as it was left after the last write; of one that is not open `null`. */
  let lastStatus: FileStatus | null = null;
  let isStrange = options.isStrange ?? false;

  async function append(records: readonly Record[]): Promise<void> {
    await options.fence();
    try {
      const journalFile = await ourFile();
      const bytes = Buffer.concat(records.map(encodeLine));
      await writeOrCut(journalFile.handle, bytes);
      await flushOrGiveUp(journalFile);
      end += bytes.length;
      unsaved = [...unsaved, ...records];
    } catch (error) {
      throw writeError(error, path);
    }
  }

  /** The file, open, with every line that no snapshot holds. */
  async function ourFile() {
    // What somebody else has put in its place, or cut off, must not have our lines written into or behind it, nor pass for them later.
    if ((file || existingFile || isStrange) && !(await isAsLeft())) await giveWay();
    file ??= await openForWriting();
    return file;
  }

  async function openForWriting() {
    const reopened = existingFile && (await reopen(existingFile));
    existingFile = null;
    return reopened ?? startGeneration();
  }

  /** The file as it was found, cut at its last good line; `null` when it is no longer that file. */
  async function reopen({ size, goodBytes }: { readonly size: number; readonly goodBytes: number }) {
    const handle = await disk.open(path, "write");
    try {
      const status = await handle.status();
      lastStatus = status;
      if (status.kind === "file" && status.size === size && goodBytes > 0) {
        if (goodBytes < size) {
          const tail = await readFully(handle, size - goodBytes, goodBytes);
          await quarantineBytes(disk, options.root, basename(path), tail);
          await handle.truncate(goodBytes);
          await handle.sync();
          lastStatus = await handle.status();
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

  async function startGeneration() {
    const older = await generationsOf(disk, path);
    if (await statusIfAny(disk, path)) await disk.rename(path, `${path}.${(older.at(-1)?.number ?? 0) + 1}`);
    const header = encodeLine(options.header(afterSeq));
    const bytes = Buffer.concat([header, ...unsaved.map(encodeLine)]);
    // Whole under another name first: a header without the records it promises would hide the older generation.
    await writeDurable(disk, path, bytes);
    const handle = await disk.open(path, "write");
    try {
      const status = await handle.status();
      end = bytes.length;
      lastStatus = status;
      return { handle, status };
    } catch (error) {
      await ignoreFailure(() => handle.close());
      throw error;
    }
  }

  async function writeOrCut(handle: DiskFile, bytes: Uint8Array): Promise<void> {
    try {
      await writeFully(handle, bytes, end);
    } catch (error) {
      const isCut = await ignoreFailure(async () => {
        await handle.truncate(end);
        lastStatus = await handle.status();
      });
      if (!isCut) await giveUp();
      throw error;
    }
  }

  async function flushOrGiveUp({ handle, status }: { handle: DiskFile; status: FileStatus }): Promise<void> {
    try {
      await handle.syncData();
      const named = await disk.status(path);
      if (!sameFile(named, status))
        throw new ApiError("storage-failed", { file: basename(path), code: "REPLACED" });
      lastStatus = named;
    } catch (error) {
      // A second flush of the same file could succeed without having written anything.
      await ignoreFailure(() => handle.truncate(end));
      await giveUp();
      throw error;
    }
  }

  async function giveUp(): Promise<void> {
    const handle = file?.handle;
    file = null;
    existingFile = null;
    lastStatus = null;
    if (handle) await ignoreFailure(() => handle.close());
  }

  async function isAsLeft(): Promise<boolean> {
    if (isStrange) return false;
    const currentStatus = await statusIfAny(disk, path);
    if (!file)
      return (
        !existingFile ||
        (currentStatus?.kind === "file" &&
          currentStatus.size === existingFile.size &&
          (await beginsAsJournal()))
      );
    if (
      !lastStatus ||
      !currentStatus ||
      !sameFile(lastStatus, currentStatus) ||
      lastStatus.size !== currentStatus.size
    )
      return false;
    // Synchronisation programs and virus scanners touch what they do not change.
    if (!isUntouched(lastStatus, currentStatus) && !(await holdsOurs(file.handle, currentStatus.size)))
      return false;
    lastStatus = currentStatus;
    return true;
  }

  /** Of a file that is not open. */
  async function beginsAsJournal(): Promise<boolean> {
    const handle = await disk.open(path, "read");
    try {
      return beginsWell(await readFully(handle, longestHeader, 0));
    } finally {
      await ignoreFailure(() => handle.close());
    }
  }

  /** Whether the file still begins as a journal and ends in the lines that no snapshot holds. */
  async function holdsOurs(handle: DiskFile, size: number): Promise<boolean> {
    if (!beginsWell(await readFully(handle, Math.min(size, longestHeader), 0))) return false;
    const unsavedBytes = Buffer.concat(unsaved.map(encodeLine));
    return unsavedBytes.equals(await readFully(handle, unsavedBytes.length, size - unsavedBytes.length));
  }

  /** Leaves the file to whoever has touched it, in the quarantine: the next line begins a new one. */
  async function giveWay(): Promise<string | null> {
    await giveUp();
    const quarantinePath = (await statusIfAny(disk, path))
      ? await quarantineFile(disk, options.root, path)
      : null;
    isStrange = false;
    return quarantinePath;
  }

  async function renew(): Promise<string | null> {
    await options.fence();
    try {
      if (await isAsLeft()) return null;
      const quarantinePath = await giveWay();
      file = await startGeneration();
      return quarantinePath;
    } catch (error) {
      throw writeError(error, path);
    }
  }

  return {
    append,
    async rotate(seq) {
      await options.fence();
      try {
        // What was torn off is kept aside, and what is gone written again, before the file becomes an older generation.
        await ourFile();
        await giveUp();
        afterSeq = seq;
        unsaved = unsaved.filter((record) => record.seq > seq);
        file = await startGeneration();
        await prune(disk, path);
        await syncFolder(disk, dirname(path));
      } catch (error) {
        throw writeError(error, path);
      }
    },
    unsaved: () => unsaved,
    length: () => end,
    isUnmodified: isAsLeft,
    renew,
    close: giveUp,
  };
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
