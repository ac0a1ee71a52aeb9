// The versions of a project that somebody keeps under a name: `versions/<id>/` in its folder, so that they travel with it. A
// small file that says what it is, and beside it, compressed, the project's own files and one file an article with its text
// and everybody's sets. Made under another name and read back before it counts; never changed afterwards.

import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { z } from "zod";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import { type Project, schemaVersion } from "../../../shared/model/project.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { article, sha256 as hash, id, text } from "../../../shared/schema/model.ts";
import { removeFolderOf } from "../articles/article-files.ts";
import type { Disk } from "../files/disk.ts";
import { readDurable, statusIfAny, syncFolder } from "../files/durable-file.ts";
import { durableJson, parseJson } from "../files/durable-json.ts";
import { hashOfValue, sha256 } from "../files/json-text.ts";
import { listReadable } from "../files/list-if-any.ts";
import { isMissing, readError, writeError } from "../files/storage-error.ts";
import { projectJsonOptions, registryJsonOptions } from "../project/project-folder.ts";
import { type SetFile, setFile } from "../sets/set-file.ts";

/** One file of a version, as its bytes lie on the disk. */
interface VersionFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What a version says of itself. */
export interface VersionAbout {
  readonly format: "sayso-version";
  readonly schemaVersion: number;
  readonly id: Id;
  readonly project: Id;
  readonly name: string;
  readonly at: string;
  /** The name of who kept it. */
  readonly by: string;
  readonly articles: readonly Id[];
  readonly annotations: number;
  /** What could not be read when it was made, by the names of the files. */
  readonly leftOut: readonly string[];
  readonly files: readonly VersionFile[];
  /** The hashes of the files that its articles came from, which lie in `original-files`; absent in versions of before that. */
  readonly originals?: readonly string[];
  /** Of all the rest, in canonical JSON. */
  readonly sha256: string;
}

/** The project's own files. */
interface VersionProject {
  readonly project: Project;
  readonly entities: readonly Entity[];
}

/** One article with its text and everybody's sets. */
export interface VersionArticle {
  readonly article: Article;
  readonly text: string;
  readonly sets: readonly SetFile[];
  /** Annotators whose sets were there and could not be read. */
  readonly unread: readonly Id[];
}

export const versionsFolder = (root: string): string => join(root, "versions");
export const versionPath = (root: string, name: string): string => join(versionsFolder(root), name);
export const aboutName = "version.json";
export const projectName = "project.json.gz";
export const versionFileOf = (articleId: Id): string => `${articleId}.json.gz`;
export const isVersionFile = (name: string): boolean =>
  [aboutName, projectName].includes(name) || /^[a-z2-7]{1,32}\.json\.gz$/.test(name);

const expand = promisify(gunzip);
const count = z.number().int().min(0);

const about: z.ZodType<VersionAbout> = z.looseObject({
  format: z.literal("sayso-version"),
  schemaVersion: count,
  id,
  project: id,
  name: text,
  at: text,
  by: text,
  articles: z.array(id),
  annotations: count,
  leftOut: z.array(text),
  files: z.array(z.looseObject({ name: text, sha256: hash, bytes: count })),
  originals: z.array(hash).exactOptional(),
  sha256: hash,
});
/** Each says its own form, as the files of a project do. */
const projectPart = (disk: Disk, root: string) =>
  z.looseObject({
    project: projectJsonOptions(disk, root).schema,
    registry: registryJsonOptions(disk, root).schema,
  });
const articlePart: z.ZodType<VersionArticle> = z.looseObject({
  article,
  text: z.string().max(limits.articleLength),
  sets: z.array(setFile),
  unread: z.array(id),
});

const damaged = (file: string, why: string): ApiError => new ApiError("version-damaged", { file, why });

/** What a version says of itself. Throws `version-missing`, `version-damaged`, or what hinders reading. */
export async function readVersionAbout(disk: Disk, root: string, version: Id): Promise<VersionAbout> {
  const path = join(versionsFolder(root), version, aboutName);
  const versionAbout = await durableJson({ disk, path, schema: about, damaged: "version-damaged" }).read();
  if (!versionAbout) throw new ApiError("version-missing", { name: version });
  const { sha256: stated, ...said } = versionAbout;
  if (hashOfValue(said) !== stated || versionAbout.id !== version) throw damaged(version, "hash");
  if (versionAbout.schemaVersion > schemaVersion)
    throw new ApiError("project-newer", { version: versionAbout.schemaVersion, supported: schemaVersion });
  return versionAbout;
}

interface ListedVersion {
  readonly id: Id;
  readonly about: VersionAbout | null;
  /** Bytes on the disk. */
  readonly bytes: number;
  /** Why it cannot be used; `null` when it can as far as this tells. */
  readonly problem: ApiError | null;
}

/** The versions that lie in the project, the latest first. Throws an `ApiError` when the folder cannot be listed. */
export async function listVersions(disk: Disk, root: string): Promise<readonly ListedVersion[]> {
  const versions: ListedVersion[] = [];
  for (const { name, kind } of await listReadable(disk, versionsFolder(root))) {
    if (!isId(name) || kind !== "folder") continue;
    const bytes = await sizeOf(disk, join(versionsFolder(root), name));
    try {
      versions.push({ id: name, about: await readVersionAbout(disk, root, name), bytes, problem: null });
    } catch (error) {
      versions.push({ id: name, about: null, bytes, problem: readError(error, name) });
    }
  }
  return versions.sort((a, b) => ((a.about?.at ?? "") < (b.about?.at ?? "") ? 1 : -1));
}

async function sizeOf(disk: Disk, folder: string): Promise<number> {
  let bytes = 0;
  for (const { name } of await listReadable(disk, folder))
    bytes += (await statusIfAny(disk, join(folder, name)))?.size ?? 0;
  return bytes;
}

async function readPart<T>(
  disk: Disk,
  root: string,
  { of, name, schema }: { readonly of: VersionAbout; readonly name: string; readonly schema: z.ZodType<T> },
): Promise<T> {
  const file = of.files.find((one) => one.name === name);
  if (!file) throw new ApiError("version-missing", { name });
  const path = join(versionsFolder(root), of.id, name);
  const bytes = await readDurable(disk, path, limits.archiveBytes);
  if (!bytes) throw damaged(`${of.id}/${name}`, "missing");
  if (sha256(bytes) !== file.sha256) throw damaged(`${of.id}/${name}`, "hash");
  const json = await expand(bytes, { maxOutputLength: limits.archiveBytes });
  return parseJson(json, { path, schema, damaged: "version-damaged" });
}

/** Throws `version-damaged`, or what hinders reading. */
export async function readVersionProject(
  disk: Disk,
  root: string,
  of: VersionAbout,
): Promise<VersionProject> {
  const part = { of, name: projectName, schema: projectPart(disk, root) };
  const { project, registry } = await readPart(disk, root, part);
  return { project, entities: registry.entities };
}

/** Throws `version-missing` for an article that the version does not hold, `version-damaged`, or what hinders reading. */
export const readVersionArticle = (
  disk: Disk,
  root: string,
  of: VersionAbout,
  articleId: Id,
): Promise<VersionArticle> =>
  readPart(disk, root, { of, name: versionFileOf(articleId), schema: articlePart });

/** Takes a version away for good: whole, or not at all. Throws an `ApiError`. */
export async function removeVersion(disk: Disk, root: string, version: Id): Promise<void> {
  const folder = versionsFolder(root);
  const asidePath = join(folder, `.new-${randomBytes(6).toString("hex")}`);
  let isThere = true;
  try {
    await disk.rename(join(folder, version), asidePath).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
      isThere = false;
    });
    // Also of one that is gone: it may be asked for again since this failed.
    await syncFolder(disk, folder);
  } catch (error) {
    throw isMissing(error) ? new ApiError("version-missing", { name: version }) : writeError(error, folder);
  }
  if (!isThere) throw new ApiError("version-missing", { name: version });
  await removeFolderOf(disk, asidePath);
}
