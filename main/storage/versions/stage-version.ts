// Makes a version of a project beside those that are there, under a name of its own that makes it none yet: everybody's sets as
// they lie on the disk or are held in memory, the registry, the tagset, the texts, and the files that these came from.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { AnnotationSetJson } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type Project, schemaVersion } from "../../../shared/model/project.ts";
import { readText, removeFolderOf } from "../articles/article-files.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders, syncFolder, writeReadBack } from "../files/durable-file.ts";
import { hashOfValue, sha256 } from "../files/json-text.ts";
import { writeError } from "../files/storage-error.ts";
import { annotationsFolder } from "../project/project-folder.ts";
import { annotatorsWithFiles, fileAsRead, readSet, type SetPlace } from "../sets/read-set.ts";
import { type SetFile, type SetFileFacts, setFileOfJson } from "../sets/set-file.ts";
import {
  aboutName,
  projectName,
  type VersionAbout,
  type VersionArticle,
  versionFileOf,
  versionsFolder,
} from "./version-files.ts";
import { keepOriginal } from "./version-originals.ts";

/** What is to be kept, as plain data. */
export interface VersionPlan {
  readonly root: string;
  readonly id: Id;
  readonly name: string;
  readonly at: string;
  readonly by: string;
  readonly project: Project;
  readonly entities: readonly Entity[];
  readonly articles: readonly Article[];
  /** The folder in which it is made. */
  readonly staged: string;
}

/** A set as it is held in memory, as plain data; `null` for one that must not be taken for whole. */
export interface HeldSet {
  readonly annotator: Id;
  readonly state: ({ readonly json: AnnotationSetJson } & SetFileFacts) | null;
}

export interface StagePorts {
  /** The sets of an article that are held in memory, asked for when its files have been read. Throws to stop. */
  held(article: Id): Promise<readonly HeldSet[]>;
  onArticle(done: number): void;
  onLeftOut(file: string, problem: ApiErrorData): void;
}

const compress = promisify(gzip);

export const stagedName = (): string => `.new-${randomBytes(6).toString("hex")}`;

/** Throws an `ApiError`; what is there then is removed by `removeStaged`. */
export async function stageVersion(disk: Disk, plan: VersionPlan, ports: StagePorts): Promise<VersionAbout> {
  const { root, staged, project, entities, id, name, at, by } = plan;
  const files: VersionAbout["files"][number][] = [];
  const write = async (file: string, value: unknown): Promise<void> => {
    const bytes = await compress(Buffer.from(JSON.stringify(value), "utf8"));
    await writeReadBack(disk, join(staged, file), bytes);
    files.push({ name: file, sha256: sha256(bytes), bytes: bytes.length });
  };
  try {
    await makeFolders(disk, root, "versions");
    await disk.makeFolder(staged);
    await write(projectName, { project, registry: { schemaVersion, entities } });
    const articles: Id[] = [];
    const leftOut: string[] = [];
    const originals = new Set<string>();
    let annotations = 0;
    for (const [done, article] of plan.articles.entries()) {
      const part = await partOf(disk, plan, article, ports);
      ports.onArticle(done + 1);
      if (!part) {
        leftOut.push(article.id);
        continue;
      }
      await write(versionFileOf(article.id), part);
      articles.push(article.id);
      leftOut.push(...part.unread.map((annotator) => `${article.id}/${annotator}`));
      annotations += part.sets.reduce((sum, set) => sum + set.spans.length + set.attributions.length, 0);
      if (!article.original) continue;
      if (await keepOriginal(disk, root, article)) originals.add(article.original.sha256);
      else leftOut.push(`${article.id}/${article.original.storedAs}`);
    }
    const aboutContent = {
      format: "sayso-version" as const,
      schemaVersion,
      id,
      project: project.id,
      name,
      at,
      by,
      articles,
      annotations,
      leftOut,
      files,
      ...(originals.size > 0 && { originals: [...originals] }),
    };
    const about = { ...aboutContent, sha256: hashOfValue(aboutContent) };
    await writeReadBack(disk, join(staged, aboutName), Buffer.from(JSON.stringify(about, null, 2), "utf8"));
    return about;
  } catch (error) {
    throw writeError(error, staged);
  }
}

/** Makes what was staged a version. */
export async function commitVersion(disk: Disk, { root, staged, id }: VersionPlan): Promise<void> {
  const folder = versionsFolder(root);
  try {
    await disk.rename(staged, join(folder, id));
    await syncFolder(disk, folder);
  } catch (error) {
    throw writeError(error, folder);
  }
}

/** Leaves nothing of one that was not made a version. Never throws. */
export const removeStaged = (disk: Disk, { staged }: VersionPlan): Promise<void> =>
  removeFolderOf(disk, staged);

/** `null`: it cannot be read. */
async function partOf(
  disk: Disk,
  { root, project }: VersionPlan,
  article: Article,
  { held, onLeftOut }: StagePorts,
): Promise<VersionArticle | null> {
  const setFiles = new Map<Id, SetFile | null>();
  let text: string | null = null;
  try {
    text = await readText(disk, root, article);
    const folder = annotationsFolder(root, article);
    for (const annotator of await annotatorsWithFiles(disk, folder)) {
      const { id, textHash } = article;
      const place: SetPlace = { folder, project: project.id, article: id, annotator, textHash };
      setFiles.set(annotator, await readWhole(disk, place));
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    onLeftOut(article.id, error.toData());
    text = null;
  }
  // Asked for last: one that was opened while its files were read may have been read with what was done since.
  for (const { annotator, state } of await held(article.id))
    setFiles.set(annotator, state && setFileOfJson(state.json, state));
  if (text === null) return null;
  const annotatorIds = project.annotators.map(({ id }) => id);
  const place = (annotator: Id): number =>
    (annotatorIds.indexOf(annotator) + 1 || annotatorIds.length + 1) - 1;
  const sortedFiles = [...setFiles].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
  return {
    article,
    text,
    sets: sortedFiles.flatMap(([, file]) => (file && file.revision > 0 ? [file] : [])),
    unread: sortedFiles.flatMap(([annotator, file]) => (file === null ? [annotator] : [])),
  };
}

async function readWhole(disk: Disk, place: SetPlace): Promise<SetFile | null> {
  const storedSet = await readSet(disk, place);
  return storedSet.unsafe ? null : fileAsRead(storedSet);
}
