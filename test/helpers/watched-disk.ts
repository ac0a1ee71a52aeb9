// A disk of which every call is told before it is made, and can be made to fail or to do only half.
import type { Disk, DiskFile } from "../../main/storage/files/disk.ts";

/** One call: what it does, to what, and whether the disk may be another afterwards. */
export interface DiskCall {
  readonly name: string;
  readonly path: string;
  readonly writes: boolean;
  /** Bytes that are written, 0 for every other call. */
  readonly bytes: number;
}

const readingCalls: ReadonlySet<string> = new Set([
  "open",
  "read",
  "status",
  "file status",
  "list",
  "realPath",
  "close",
]);
/** They ask only what is there, and not for what is in it. */
const statusCalls: ReadonlySet<string> = new Set(["status", "list", "realPath"]);
const temporaryPath = /\.tmp$/;

/** A path without what differs from one run, article or person to the next: ids, random names and numbers. */
const shapeOf = (path: string): string =>
  path
    .replace(/sayso-[a-z]+-[A-Za-z0-9]{6}/g, "folder")
    .replace(/(?<![A-Za-z0-9])([a-z2-7]{16}|[0-9a-f]{12})(?![A-Za-z0-9])/g, "id")
    .replace(/\d+/g, "1");

/** Whether a call leaves everything as it was, whatever becomes of it. */
export const isReading = ({ name, path }: DiskCall): boolean =>
  readingCalls.has(name) && !temporaryPath.test(path);

/**
 * What a call does and the shape of its path: a mistake in what becomes of one call shows in the others of its kind. Whatever reads a
 * file is one kind, and so is all that puts another file in its place, up to the change of its name, but for its bytes:
 * `fault-matrix` tells the rest apart.
 */
export function kindOfCall(call: DiskCall): string {
  const isContent = isReading(call) && !statusCalls.has(call.name);
  const isReplacing = temporaryPath.test(call.path) && call.name !== "write";
  const what = isReplacing ? "replace" : isContent ? "read" : call.name;
  return `${what} ${shapeOf(call.path)}`;
}

/** Nothing: the call is made. An error: it fails with that. `half`: a write takes half of its bytes. */
export type Verdict = Error | "half" | undefined;

const writing: ReadonlySet<string> = new Set([
  "create",
  "write",
  "setMode",
  "truncate",
  "sync",
  "syncData",
  "syncFolder",
  "rename",
  "remove",
  "makeFolder",
  "removeFolder",
  "touch",
]);

/** `judge` hears of each call. Closing closes whatever it says, so that no descriptor leaks. */
export function watchedDisk(disk: Disk, judge: (call: DiskCall) => Verdict): Disk {
  const meet = (name: string, path: string, bytes = 0): Verdict =>
    judge({ name, path, writes: writing.has(name), bytes });

  const guard =
    <Rest extends unknown[], Result>(name: string, made: (path: string, ...rest: Rest) => Promise<Result>) =>
    async (path: string, ...rest: Rest): Promise<Result> => {
      const verdict = meet(name, path);
      if (verdict instanceof Error) throw verdict;
      return made(path, ...rest);
    };

  function guardFile(file: DiskFile, path: string, isFolder: boolean): DiskFile {
    const of =
      <Args extends unknown[], Result>(name: string, made: (...args: Args) => Promise<Result>) =>
      (...args: Args): Promise<Result> =>
        guard(name, () => made(...args))(path);
    return {
      read: of("read", file.read),
      async write(bytes, position) {
        const verdict = meet("write", path, bytes.length);
        if (verdict instanceof Error) throw verdict;
        return file.write(verdict === "half" ? bytes.subarray(0, bytes.length / 2) : bytes, position);
      },
      status: of("file status", file.status),
      setMode: of("setMode", file.setMode),
      truncate: of("truncate", file.truncate),
      sync: of(isFolder ? "syncFolder" : "sync", file.sync),
      syncData: of("syncData", file.syncData),
      async close() {
        await file.close();
        const verdict = meet("close", path);
        if (verdict instanceof Error) throw verdict;
      },
    };
  }

  return {
    async open(path, access) {
      const verdict = meet(access === "create" ? "create" : "open", path);
      if (verdict instanceof Error) throw verdict;
      return guardFile(await disk.open(path, access), path, access === "folder");
    },
    status: guard("status", disk.status),
    rename: guard("rename", disk.rename),
    remove: guard("remove", disk.remove),
    makeFolder: guard("makeFolder", disk.makeFolder),
    removeFolder: guard("removeFolder", disk.removeFolder),
    list: guard("list", disk.list),
    realPath: guard("realPath", disk.realPath),
    touch: guard("touch", disk.touch),
  };
}
