// The few file system calls that storage is made of. Whatever storage reads or writes goes through this interface, so that a
// test can make any single call fail.
import type { BigIntStats } from "node:fs";
import * as fs from "node:fs/promises";

const { O_CREAT, O_DIRECTORY, O_EXCL, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_RDWR } = fs.constants;

/** Windows knows neither links nor waiting files in this sense and leaves these flags undefined. */
const guarded = (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0);

/** What stands at a path. `dev` and `ino` together tell one file from another; `modifiedAt` is in milliseconds. */
export interface FileStatus {
  readonly kind: "file" | "folder" | "link" | "other";
  readonly dev: bigint;
  readonly ino: bigint;
  readonly size: number;
  readonly mode: number;
  readonly modifiedAt: number;
  /** In nanoseconds, when anything of it was last changed, its name and times included; no tool can set it. */
  readonly changedAt: bigint;
}

/** An open file. Positions and lengths are in bytes; `read` and `write` may do less than asked and say how much. */
export interface DiskFile {
  read(into: Uint8Array, position: number): Promise<number>;
  write(bytes: Uint8Array, position: number): Promise<number>;
  status(): Promise<FileStatus>;
  setMode(mode: number): Promise<void>;
  truncate(length: number): Promise<void>;
  /** Resolves when data and metadata are on the disk. */
  sync(): Promise<void>;
  /** Resolves when the data, and what is needed to find it, is on the disk. */
  syncData(): Promise<void>;
  close(): Promise<void>;
}

/** `create` refuses what exists; `read` and `write` refuse what does not; none follows a link or waits on a pipe. */
type Access = "read" | "write" | "create" | "folder";

export interface Disk {
  open(path: string, access: Access): Promise<DiskFile>;
  /** The status of the path itself, not of what a link points to. */
  status(path: string): Promise<FileStatus>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  removeFolder(path: string): Promise<void>;
  /** Names and kinds of a folder's entries, in no order that means anything. */
  list(path: string): Promise<readonly { readonly name: string; readonly kind: FileStatus["kind"] }[]>;
  realPath(path: string): Promise<string>;
  /** Sets the time of the last modification to now. */
  touch(path: string): Promise<void>;
}

const flags: Readonly<Record<Access, number>> = {
  read: O_RDONLY | guarded,
  write: O_RDWR | guarded,
  create: O_RDWR | O_CREAT | O_EXCL | guarded,
  folder: O_RDONLY | (O_DIRECTORY ?? 0),
};

/** Files are private until their owner says otherwise. */
const fileMode = 0o600;
const folderMode = 0o700;

interface Kinds {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

const kindOf = (of: Kinds): FileStatus["kind"] =>
  of.isSymbolicLink() ? "link" : of.isFile() ? "file" : of.isDirectory() ? "folder" : "other";

const statusOf = (stats: BigIntStats): FileStatus => ({
  kind: kindOf(stats),
  dev: stats.dev,
  ino: stats.ino,
  size: Number(stats.size),
  mode: Number(stats.mode) & 0o777,
  modifiedAt: Number(stats.mtimeMs),
  changedAt: stats.ctimeNs,
});

function openFile(handle: fs.FileHandle): DiskFile {
  return {
    read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    status: async () => statusOf(await handle.stat({ bigint: true })),
    setMode: (mode) => handle.chmod(mode),
    truncate: (length) => handle.truncate(length),
    sync: () => handle.sync(),
    syncData: () => handle.datasync(),
    close: () => handle.close(),
  };
}

/** The real file system. */
export const nodeDisk: Disk = {
  open: async (path, access) => openFile(await fs.open(path, flags[access], fileMode)),
  status: async (path) => statusOf(await fs.lstat(path, { bigint: true })),
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => fs.unlink(path),
  makeFolder: (path) => fs.mkdir(path, { mode: folderMode }),
  removeFolder: (path) => fs.rmdir(path),
  list: async (path) =>
    (await fs.readdir(path, { withFileTypes: true })).map((entry) => ({
      name: entry.name,
      kind: kindOf(entry),
    })),
  realPath: (path) => fs.realpath(path),
  touch: (path) => fs.utimes(path, new Date(), new Date()),
};

/** True when both are one file, whatever it is called. */
export function sameFile(a: FileStatus, b: FileStatus): boolean {
  return a.dev === b.dev && a.ino === b.ino;
}

/** True when nobody has touched the file between the two looks. Two looks that found nothing are the same, too. */
export function isUntouched(a: FileStatus | null, b: FileStatus | null): boolean {
  if (!a || !b) return a === b;
  return sameFile(a, b) && a.size === b.size && a.changedAt === b.changedAt;
}
