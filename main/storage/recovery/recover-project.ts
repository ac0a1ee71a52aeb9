// Puts back the files of a project itself (`project.json`, `entities.json`) from their copies when they are damaged or gone:
// keeps the damaged bytes under `.quarantine`, then writes the copy in their place.
import { basename, join } from "node:path";
import { z } from "zod";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { id as idSchema } from "../../../shared/schema/model.ts";
import type { Disk } from "../files/disk.ts";
import { readFully, statusIfAny, writeDurable } from "../files/durable-file.ts";
import { durableJson, parseJson } from "../files/durable-json.ts";
import { prettyJson } from "../files/json-text.ts";
import { quarantineCopy } from "../files/quarantine.ts";
import { ignoreFailure, orNull, writeError } from "../files/storage-error.ts";
import { historyFolder } from "../history/history-format.ts";
import { type BackupStore, backupStoreOfPath, newestCopy } from "../home/backups.ts";
import { isFolderAway } from "../project/folder-away.ts";
import { projectJsonOptions, readVersion, registryJsonOptions } from "../project/project-folder.ts";
import { firstLineOf } from "../sets/journal-format.ts";

/** A file that was read and makes no sense, or is not there, with the newest good copy of it. */
export interface Restorable {
  readonly path: string;
  /** When the copy was made. */
  readonly at: string;
  readonly bytes: Uint8Array;
}

/**
 * The project's own files that want recovering. Empty when none does, when one cannot be read at this moment (it may be
 * whole), when one has no good copy, and when a newer version has made them.
 */
export async function restorableFiles(
  disk: Disk,
  home: string,
  root: string,
): Promise<readonly Restorable[]> {
  const version = await orNull(() => readVersion(disk, root));
  if (version !== null && version > schemaVersion) return [];
  const project = projectJsonOptions(disk, root);
  const registry = registryJsonOptions(disk, root);
  const [own, entities] = [await stateOf(project), await stateOf(registry)];
  const id = own.id;
  const backupStore = await backupStoreFor(disk, home, root, id);
  if (!backupStore || own.state === "unread" || entities.state === "unread") return [];
  const restorables: Restorable[] = [];
  for (const { file, state, options } of [
    { file: "project.json", state: own.state, options: project },
    { file: "entities.json", state: entities.state, options: registry },
  ]) {
    if (state === "whole") continue;
    const copy = await newestCopy<object>(backupStore, file, (bytes) => parseJson<object>(bytes, options));
    if (!copy) return [];
    const bytes = Buffer.from(prettyJson(copy.value), "utf8");
    restorables.push({ path: options.path, at: copy.at, bytes });
  }
  return restorables;
}

/** By the project's id, as its own file or else its journals say it, wherever it lies by now; or by where it was last. */
async function backupStoreFor(
  disk: Disk,
  home: string,
  root: string,
  id: Id | null,
): Promise<BackupStore | null> {
  const project = id ?? (await idInJournals(disk, root));
  return project === null ? backupStoreOfPath(disk, home, root) : { disk, home, project };
}

const header = z.looseObject({ project: idSchema });
/** Bytes that a header fits into. */
const longestHeader = 4_096;

/** Which project the journals are of; `null` where none can be read. */
async function idInJournals(disk: Disk, root: string): Promise<Id | null> {
  const annotations = join(root, "annotations");
  const articles = (await orNull(() => disk.list(annotations))) ?? [];
  const folders = [historyFolder(root), ...articles.map(({ name }) => join(annotations, name))];
  for (const folder of folders)
    for (const { name, kind } of (await orNull(() => disk.list(folder))) ?? []) {
      if (kind !== "file" || !name.endsWith(".journal")) continue;
      const bytes = await orNull(() => startOf(disk, join(folder, name)));
      const parsedHeader = bytes ? header.safeParse(firstLineOf(bytes)) : null;
      if (parsedHeader?.success) return parsedHeader.data.project;
    }
  return null;
}

async function startOf(disk: Disk, path: string): Promise<Uint8Array> {
  const file = await disk.open(path, "read");
  try {
    return await readFully(file, longestHeader, 0);
  } finally {
    await ignoreFailure(() => file.close());
  }
}

/** Throws `project-missing` where an empty folder is left of a project that is known here: its drive is unplugged, and nothing is lost. */
export async function refuseEmptied(disk: Disk, home: string, root: string): Promise<void> {
  if (!(await isFolderAway(disk, root)) || !(await backupStoreOfPath(disk, home, root))) return;
  throw new ApiError("project-missing", { file: basename(root) });
}

type State = "whole" | "damaged" | "unread";

async function stateOf<T extends object>(
  options: Parameters<typeof durableJson<T>>[0],
): Promise<{ readonly state: State; readonly id: string | null }> {
  try {
    const data = await durableJson(options).read();
    const id = data && "id" in data && typeof data.id === "string" ? data.id : null;
    return { state: data ? "whole" : "damaged", id };
  } catch (error) {
    const isUnderstood = error instanceof ApiError && error.problem === options.damaged;
    return { state: isUnderstood ? "damaged" : "unread", id: null };
  }
}

/** Writes the copies in the place of what is damaged. Call it under the project's lock. Throws an `ApiError`. */
export async function restoreFiles(disk: Disk, root: string, files: readonly Restorable[]): Promise<void> {
  for (const { path, bytes } of files)
    try {
      if (await statusIfAny(disk, path)) await quarantineCopy(disk, root, path, limits.jsonBytes);
      await writeDurable(disk, path, bytes);
    } catch (error) {
      throw writeError(error, path);
    }
}
