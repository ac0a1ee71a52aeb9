// Puts back the files of a project itself (`project.json`, `entities.json`) from their copies when they are damaged or gone:
// keeps the damaged bytes under `.quarantine`, then writes the copy in their place.
import { basename } from "node:path";
import { ApiError } from "../../../shared/api/errors.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { Disk } from "../files/disk.ts";
import { statusIfAny, writeDurable } from "../files/durable-file.ts";
import { durableJson, parseJson } from "../files/durable-json.ts";
import { prettyJson } from "../files/json-text.ts";
import { quarantineCopy } from "../files/quarantine.ts";
import { valueIfAny, writeError } from "../files/storage-error.ts";
import { newestCopy, type Shelf, shelfOfPath } from "../versions/backups.ts";
import { isFolderAway } from "./folder-away.ts";
import { projectJsonOptions, readVersion, registryJsonOptions } from "./project-folder.ts";

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
  const version = await valueIfAny(() => readVersion(disk, root));
  if (version !== null && version > schemaVersion) return [];
  const project = projectJsonOptions(disk, root);
  const registry = registryJsonOptions(disk, root);
  const [own, entities] = [await stateOf(project), await stateOf(registry)];
  const id = own.id;
  const shelf: Shelf | null = id === null ? await shelfOfPath(disk, home, root) : { disk, home, project: id };
  if (!shelf || own.state === "unread" || entities.state === "unread") return [];
  const found: Restorable[] = [];
  for (const { file, state, options } of [
    { file: "project.json", state: own.state, options: project },
    { file: "entities.json", state: entities.state, options: registry },
  ]) {
    if (state === "whole") continue;
    const copy = await newestCopy<object>(shelf, file, (bytes) => parseJson<object>(bytes, options));
    if (!copy) return [];
    const bytes = Buffer.from(prettyJson(copy.value), "utf8");
    found.push({ path: options.path, at: copy.at, bytes });
  }
  return found;
}

/** Throws `project-missing` where an empty folder is left of a project that is known here: its drive is unplugged, and nothing is lost. */
export async function refuseEmptied(disk: Disk, home: string, root: string): Promise<void> {
  if (!(await isFolderAway(disk, root)) || !(await shelfOfPath(disk, home, root))) return;
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
