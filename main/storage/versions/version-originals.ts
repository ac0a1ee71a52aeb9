// The files that articles came from, as versions need them: each once for all versions of a project, under the hash of its bytes,
// compressed. Written before the version that refers to it, and removed only when no version does.

import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Article } from "../../../shared/model/article.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { Disk } from "../files/disk.ts";
import {
  makeFolders,
  readDurable,
  statusIfAny,
  temporaryName,
  writeReadBack,
} from "../files/durable-file.ts";
import { sha256 } from "../files/json-text.ts";
import { listReadable } from "../files/list-if-any.ts";
import { ignoreFailure, orNull } from "../files/storage-error.ts";
import { originalPath } from "../project/project-folder.ts";
import {
  readVersionAbout,
  readVersionArticle,
  readVersionProject,
  type VersionAbout,
  versionsFolder,
} from "./version-files.ts";

/** No id has a hyphen, so that it is never taken for a version. */
export const originalsName = "original-files";
const fileOf = (hash: string): string => `${hash}.gz`;
const form = /^([0-9a-f]{64})\.gz$/;
export const isOriginalFile = (name: string): boolean => form.test(name);
const folderOf = (root: string): string => join(versionsFolder(root), originalsName);

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** Keeps the file that an article came from. `false`: it cannot be had, or is not what it was. Throws an `ApiError`. */
export async function keepOriginal(disk: Disk, root: string, { id, original }: Article): Promise<boolean> {
  if (!original) return true;
  const path = originalPath(root, { id }, original);
  const bytes = await orNull(() => readDurable(disk, path, limits.articleBytes));
  if (!bytes || sha256(bytes) !== original.sha256) return false;
  if ((await orNull(() => readOriginal(disk, root, original.sha256))) !== null) return true;
  const folder = await makeFolders(disk, root, "versions", originalsName);
  await writeReadBack(disk, join(folder, fileOf(original.sha256)), await compress(bytes));
  return true;
}

/** The bytes of a file that was kept. Throws `version-damaged`, or what hinders reading. */
export async function readOriginal(disk: Disk, root: string, hash: string): Promise<Uint8Array> {
  const file = `${originalsName}/${fileOf(hash)}`;
  const damaged = (why: string): ApiError => new ApiError("version-damaged", { file, why });
  const compressed = await readDurable(disk, join(folderOf(root), fileOf(hash)), limits.archiveBytes);
  if (!compressed) throw damaged("missing");
  const bytes = await orNull(() => expand(compressed, { maxOutputLength: limits.articleBytes }));
  if (!bytes || sha256(bytes) !== hash) throw damaged("hash");
  return bytes;
}

/** Bytes on the disk of all that is kept. Throws an `ApiError` when they cannot be listed. */
export async function originalBytes(disk: Disk, root: string): Promise<number> {
  let bytes = 0;
  for (const { name } of await listReadable(disk, folderOf(root)))
    if (isOriginalFile(name)) bytes += (await statusIfAny(disk, join(folderOf(root), name)))?.size ?? 0;
  return bytes;
}

/** Removes what no version refers to. While there is a version that does not say what it refers to, all stay. Never throws. */
export async function dropUnusedOriginals(disk: Disk, root: string): Promise<void> {
  await ignoreFailure(async () => {
    const entries = await listReadable(disk, folderOf(root));
    if (entries.length === 0) return;
    const used = new Set<string>();
    for (const { name, kind } of await listReadable(disk, versionsFolder(root))) {
      if (!isId(name) || kind !== "folder") continue;
      for (const hash of (await readVersionAbout(disk, root, name)).originals ?? []) used.add(hash);
    }
    for (const { name } of entries) {
      const hash = form.exec(name)?.[1];
      const isUnused = hash === undefined ? temporaryName.test(name) : !used.has(hash);
      if (isUnused) await ignoreFailure(() => disk.remove(join(folderOf(root), name)));
    }
    await ignoreFailure(() => disk.removeFolder(folderOf(root)));
  });
}

/** Holds every file of a version to its hash and reads it. Throws `version-damaged` with the first that is not whole. */
export async function verifyVersion(disk: Disk, root: string, version: Id): Promise<VersionAbout> {
  const about = await readVersionAbout(disk, root, version);
  await readVersionProject(disk, root, about);
  for (const article of about.articles) await readVersionArticle(disk, root, about, article);
  for (const hash of about.originals ?? []) await readOriginal(disk, root, hash);
  return about;
}
