// Copies of a project's files in the person's home, outside the project: compressed, read back and compared when made, and
// read again, held against their hash, when one is needed. A file that cannot be read is never copied over a good copy.
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { z } from "zod";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders, readDurable, statusIfAny, temporaryName, writeDurable } from "../files/durable-file.ts";
import { durableJson } from "../files/durable-json.ts";
import { sha256 } from "../files/json-text.ts";
import { ignoreFailure, orNull, readError } from "../files/storage-error.ts";
import { makeHome } from "./home-folder.ts";

/** Where the copies of one project are. */
export interface BackupStore {
  readonly disk: Disk;
  readonly home: string;
  readonly project: Id;
}

interface BackupName {
  readonly name: string;
  readonly time: number;
  readonly hash: string;
}

/** The name of a set among the copies. */
export const copiedAs = ({ article, annotator }: { readonly article: Id; readonly annotator: Id }): string =>
  `${article}.${annotator}`;

const compress = promisify(gzip);
const expand = promisify(gunzip);
const folderName = "backups";
const form = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.([0-9a-f]{64})\.gz$/;

const nameOf = (at: string, hash: string): string => `${at.replace(/[:.]/g, "-")}.${hash}.gz`;

/** The copies of one file, newest first. */
async function copiesOf({ disk, home, project }: BackupStore, file: string): Promise<BackupName[]> {
  const folder = join(home, folderName, project, file);
  if (!(await statusIfAny(disk, folder))) return [];
  return (await disk.list(folder))
    .flatMap(({ name, kind }) => {
      const [, hours, minutes, seconds, milliseconds, hash = ""] = form.exec(name) ?? [];
      const time = Date.parse(`${hours}:${minutes}:${seconds}.${milliseconds}Z`);
      return kind === "file" && !Number.isNaN(time) ? [{ name, time, hash }] : [];
    })
    .sort((a, b) => b.time - a.time);
}

/** The bytes of a copy; `null` when it is not what it was. */
async function readCopy(
  { disk, home, project }: BackupStore,
  file: string,
  copy: BackupName,
): Promise<Uint8Array | null> {
  return orNull(async () => {
    const path = join(home, folderName, project, file, copy.name);
    const compressed = await readDurable(disk, path, limits.jsonBytes);
    if (compressed === null) return null;
    const bytes = await expand(compressed, { maxOutputLength: limits.jsonBytes });
    return sha256(bytes) === copy.hash ? bytes : null;
  });
}

/**
 * Copies the content of `file` (a name of one part, such as `project.json`) unless the newest copy is the same, and drops
 * copies that are too many. Resolves when the copy was read back whole; throws an `ApiError` when it could not be made, and
 * then the copies that were there are there still.
 */
export async function addCopy(
  backupStore: BackupStore,
  file: string,
  bytes: Uint8Array,
  at: string,
): Promise<void> {
  const { disk, home, project } = backupStore;
  const hash = sha256(bytes);
  const [newest] = await copiesOf(backupStore, file);
  if (newest?.hash === hash && (await readCopy(backupStore, file, newest))) return;
  await makeHome(disk, home);
  const folder = await makeFolders(disk, home, folderName, project, file);
  const copy = { name: nameOf(at, hash), time: Date.parse(at), hash };
  await writeDurable(disk, join(folder, copy.name), await compress(bytes));
  if ((await readCopy(backupStore, file, copy)) === null) {
    await ignoreFailure(() => disk.remove(join(folder, copy.name)));
    throw new ApiError("storage-failed", { file: copy.name, code: "READ-BACK" });
  }
  await prune(backupStore, file, folder);
}

async function prune(backupStore: BackupStore, file: string, folder: string): Promise<void> {
  const copies = await copiesOf(backupStore, file);
  const keptTimes = timesToKeep(copies.map(({ time }) => time));
  for (const { name, time } of copies)
    if (!keptTimes.has(time)) await ignoreFailure(() => backupStore.disk.remove(join(folder, name)));
  for (const { name } of await backupStore.disk.list(folder))
    if (temporaryName.test(name)) await ignoreFailure(() => backupStore.disk.remove(join(folder, name)));
}

/**
 * The newest copy that is whole, that `parse` takes, and that is no later than `until` (milliseconds); `null` when there is
 * none. Never throws.
 */
export async function newestCopy<T>(
  backupStore: BackupStore,
  file: string,
  parse: (bytes: Uint8Array) => T,
  until = Number.POSITIVE_INFINITY,
): Promise<{ readonly at: string; readonly value: T } | null> {
  for (const copy of (await orNull(() => copiesOf(backupStore, file))) ?? []) {
    if (copy.time > until) continue;
    const bytes = await readCopy(backupStore, file, copy);
    const at = new Date(copy.time).toISOString();
    const parsedCopy = bytes && (await orNull(async () => ({ at, value: parse(bytes) })));
    if (parsedCopy) return parsedCopy;
  }
  return null;
}

/**
 * When the newest copy of a file was made, ISO 8601, by its name alone: whether it is whole shows when it is read. `null` for none. Never
 * throws.
 */
export async function newestCopyTime(backupStore: BackupStore, file: string): Promise<string | null> {
  const [newest] = (await orNull(() => copiesOf(backupStore, file))) ?? [];
  return newest ? new Date(newest.time).toISOString() : null;
}

/** One copy as a list shows it: whose it is, when it was made (milliseconds), and its bytes on the disk. */
export interface ListedCopy {
  readonly file: string;
  readonly time: number;
  readonly bytes: number;
}

/** Every copy of a project. Throws an `ApiError` when it cannot be listed; empty where nothing was ever copied. */
export async function copiesOn(backupStore: BackupStore): Promise<readonly ListedCopy[]> {
  const { disk, home, project } = backupStore;
  const folder = join(home, folderName, project);
  const listedCopies: ListedCopy[] = [];
  try {
    if (!(await statusIfAny(disk, folder))) return [];
    for (const { name: file, kind } of await disk.list(folder)) {
      if (kind !== "folder") continue;
      for (const { name, time } of await copiesOf(backupStore, file)) {
        const status = await statusIfAny(disk, join(folder, file, name));
        if (status) listedCopies.push({ file, time, bytes: status.size });
      }
    }
  } catch (error) {
    throw readError(error, folder);
  }
  return listedCopies;
}

/** What a project's backups say of it: where its project was last, and the day on which all of it was copied. */
interface About {
  readonly path: string;
  readonly day: string;
}

const about: z.ZodType<About> = z.looseObject({ path: z.string(), day: z.string() });
const aboutFile = (disk: Disk, home: string, project: string) =>
  durableJson({
    disk,
    path: join(home, folderName, project, "about.json"),
    schema: about,
    damaged: "storage-failed",
  });

/** `null` when there is none that can be read. */
export async function readAbout({ disk, home, project }: BackupStore): Promise<About | null> {
  return orNull(() => aboutFile(disk, home, project).read());
}

export async function writeAbout({ disk, home, project }: BackupStore, next: About): Promise<void> {
  await makeHome(disk, home);
  await makeFolders(disk, home, folderName, project);
  await aboutFile(disk, home, project).write(next);
}

/** The backups of the project that was last at this path, for one whose own file does not say which it is. */
export async function backupStoreOfPath(disk: Disk, home: string, path: string): Promise<BackupStore | null> {
  const folders = (await orNull(() => disk.list(join(home, folderName)))) ?? [];
  let latestBackup: { readonly backupStore: BackupStore; readonly day: string } | null = null;
  for (const { name } of folders.filter(({ name, kind }) => kind === "folder" && isId(name))) {
    const backupStore = { disk, home, project: name };
    const storedAbout = await readAbout(backupStore);
    if (storedAbout?.path === path && (!latestBackup || storedAbout.day > latestBackup.day))
      latestBackup = { backupStore, day: storedAbout.day };
  }
  return latestBackup?.backupStore ?? null;
}

// Chooses the copies to keep: the latest, one for each of the last hours and days in which there is one.

export const retentionPlan = { latest: 10, hours: 24, days: 30 } as const;

const hour = 60 * 60 * 1_000;

/** Of times in milliseconds, in any order, those that are kept: at most 64, and always the newest. */
export function timesToKeep(times: readonly number[]): ReadonlySet<number> {
  const newestFirst = [...times].sort((a, b) => b - a);
  return new Set([
    ...newestFirst.slice(0, retentionPlan.latest),
    ...newestOfEach(newestFirst, hour).slice(0, retentionPlan.hours),
    ...newestOfEach(newestFirst, 24 * hour).slice(0, retentionPlan.days),
  ]);
}

function newestOfEach(newestFirst: readonly number[], period: number): number[] {
  const newest = new Map<number, number>();
  for (const time of newestFirst) {
    const of = Math.floor(time / period);
    if (!newest.has(of)) newest.set(of, time);
  }
  return [...newest.values()];
}
