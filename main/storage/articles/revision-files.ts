// The revisions of an article on the disk: `articles/<article>/revisions/<revision>/` says what it became and why, and holds its text
// where that is another, with everybody's sets as they were first carried over to it; the sets that go on lie in
// `annotations/<article>/<revision>/`. All of it is written before the article's own record names the revision: that one rename
// decides, so that a crash leaves the old or the new, whole, with all sets. Nothing of an earlier revision is ever written again.
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { z } from "zod";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Article } from "../../../shared/model/article.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import { type ArticleRevision, revisionReasons } from "../../../shared/model/revision.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { article, id, stepNote, text } from "../../../shared/schema/model.ts";
import type { Disk, FileStatus } from "../files/disk.ts";
import { makeFolders, readDurable, statusIfAny, writeReadBack } from "../files/durable-file.ts";
import { type DurableJsonOptions, durableJson, parseJson, touchedBefore } from "../files/durable-json.ts";
import { prettyJson } from "../files/json-text.ts";
import { listIfAny } from "../files/list-if-any.ts";
import { ignoreFailure, orNull, writeError } from "../files/storage-error.ts";
import { readOrFirstSide } from "../files/unreadable-json.ts";
import {
  annotationsFolder,
  originalPath,
  pathPartsBelow,
  revisionFolder,
  revisionsFolder,
  textPath,
} from "../project/project-folder.ts";
import { type SetPlace, snapshotPath } from "../sets/read-set.ts";
import { checkSetFile, type SetFile, setFile } from "../sets/set-file.ts";
import { addArticle, readArticle, writeArticleFile } from "./article-files.ts";

/** What is said of a revision of an article, with the article before and after it. */
const articleRevision: z.ZodType<ArticleRevision> = z.looseObject({
  id,
  parent: id.nullable(),
  before: article,
  after: article,
  why: z.enum(revisionReasons),
  note: z.string().max(limits.noteLength),
  takesBack: id.exactOptional(),
  joins: z.array(id).max(limits.joinedTexts).exactOptional(),
  at: text,
  by: id,
  opId: id,
  step: stepNote,
  sets: z
    .array(
      z.looseObject({
        annotator: id,
        same: z.number().int().min(0),
        moved: z.number().int().min(0),
        reworded: z.number().int().min(0),
        waiting: z.number().int().min(0),
      }),
    )
    .max(limits.annotators),
});

const compress = promisify(gzip);
const expand = promisify(gunzip);

const recordOptions = (disk: Disk, folder: string): DurableJsonOptions<ArticleRevision> => ({
  disk,
  path: join(folder, "revision.json"),
  schema: articleRevision,
  damaged: "article-damaged",
});

/** A revision with all that belongs to it. */
interface RevisionToWrite {
  readonly revision: ArticleRevision;
  readonly text: string;
  /** Everybody's, on that text. */
  readonly sets: readonly SetFile[];
  /** The bytes of the file that the new text came from. */
  readonly original: Uint8Array | null;
}

/**
 * Writes a revision and makes it the present one. Throws an `ApiError` when it could not be made; the article then is as it was,
 * unless not even that could be written: ask its record.
 */
export async function writeRevision(disk: Disk, root: string, asked: RevisionToWrite): Promise<void> {
  const { revision, text, sets, original } = asked;
  const { id, after, before } = revision;
  const folder = await makeFolders(disk, root, "articles", after.id, "revisions", id);
  try {
    await writeReadBack(disk, join(folder, "text.txt"), Buffer.from(text, "utf8"));
    if (original && after.original)
      await writeReadBack(disk, originalPath(root, after, after.original), original);
    if (sets.length > 0)
      await makeFolders(disk, root, ...pathPartsBelow(root, annotationsFolder(root, after)));
    for (const newSetFile of sets) await writeSet(disk, root, after, folder, newSetFile);
    await durableJson(recordOptions(disk, folder)).write(revision);
    await writeArticleFile(disk, root, after);
  } catch (error) {
    // It may have its name already, without that being safe.
    await ignoreFailure(async () => {
      if ((await readArticle(disk, root, after.id)).revision === id)
        await writeArticleFile(disk, root, before);
    });
    throw writeError(error, folder);
  }
}

async function writeSet(
  disk: Disk,
  root: string,
  article: Article,
  folder: string,
  set: SetFile,
): Promise<void> {
  checkSetFile(set, { articleId: article.id, annotatorId: set.annotatorId, textHash: article.textHash });
  const bytes = Buffer.from(prettyJson(setFile.parse(set)), "utf8");
  await writeReadBack(disk, join(folder, firstName(set.annotatorId)), await compress(bytes));
  await writeReadBack(disk, join(annotationsFolder(root, article), `${set.annotatorId}.json`), bytes);
}

/** Writes an article again whose folder is gone, with the text that it has. The file that it came from is not known by heart. */
export async function restoreArticle(
  disk: Disk,
  root: string,
  article: Article,
  text: string,
): Promise<void> {
  if (article.textRevision === undefined) return addArticle(disk, root, { article, text, original: null });
  await makeFolders(disk, root, ...pathPartsBelow(root, dirname(textPath(root, article))));
  await writeArticleFile(disk, root, article, text);
  await writeArticleFile(disk, root, article);
}

/**
 * Writes a colleague's set with what a revision could not carry over at its time, in the place of the file with this status (`null`: of
 * none). False, with nothing changed, where another is there by now. Throws an `ApiError`.
 */
export async function writeLateSet(
  disk: Disk,
  root: string,
  article: Article,
  set: SetFile,
  there: FileStatus | null,
): Promise<boolean> {
  checkSetFile(set, { articleId: article.id, annotatorId: set.annotatorId, textHash: article.textHash });
  const folder = await makeFolders(disk, root, ...pathPartsBelow(root, annotationsFolder(root, article)));
  const path = join(folder, `${set.annotatorId}.json`);
  const json = durableJson<SetFile>({ disk, path, schema: setFile, damaged: "set-damaged" });
  json.setExpectedStatus(there);
  try {
    await json.writeReadBack(set);
  } catch (error) {
    if (error instanceof ApiError && error.detail.code === touchedBefore) return false;
    throw error;
  }
  return true;
}

const firstName = (annotator: Id): string => `${annotator}.json.gz`;

/** One set as the revision first had it; `null` where there was none, or it cannot be read. */
export async function readFirstSet(
  disk: Disk,
  root: string,
  place: SetPlace,
  revision: Id,
): Promise<SetFile | null> {
  const path = join(revisionFolder(root, place.article, revision), firstName(place.annotator));
  return orNull(async () => {
    const bytes = await readDurable(disk, path, limits.jsonBytes);
    if (!bytes) return null;
    const plain = await expand(bytes, { maxOutputLength: limits.jsonBytes });
    const file = parseJson(plain, { path: snapshotPath(place), schema: setFile, damaged: "set-damaged" });
    checkSetFile(file, { articleId: place.article, annotatorId: place.annotator, textHash: place.textHash });
    return file;
  });
}

/** Throws `article-damaged`, also for one that is not there. */
export async function readRevision(disk: Disk, root: string, article: Id, id: Id): Promise<ArticleRevision> {
  const revision = await readOrFirstSide(recordOptions(disk, revisionFolder(root, article, id)));
  if (!revision || revision.id !== id || revision.after.id !== article)
    throw new ApiError("article-damaged", {
      article,
      file: `${id}/revision.json`,
      why: revision ? "other-article" : "missing",
    });
  return revision;
}

/** The revisions that led to the article as it is, the latest first. Ends at one that cannot be read. */
export async function revisionsOf(
  disk: Disk,
  root: string,
  article: Article,
): Promise<readonly ArticleRevision[]> {
  const revisions: ArticleRevision[] = [];
  const seen = new Set<Id>();
  for (let id: Id | null = article.revision ?? null; id !== null && !seen.has(id); ) {
    seen.add(id);
    const revisionId: Id = id;
    const revision: ArticleRevision | null = await orNull(() =>
      readRevision(disk, root, article.id, revisionId),
    );
    if (revision) revisions.push(revision);
    id = revision?.parent ?? null;
  }
  return revisions;
}

/** All revisions of the article that can be read with their texts, whether they led to what it is or not, in no order. */
export async function allRevisionsOf(
  disk: Disk,
  root: string,
  article: Id,
): Promise<readonly ArticleRevision[]> {
  const revisions: ArticleRevision[] = [];
  for (const { name, kind } of await listIfAny(disk, revisionsFolder(root, article))) {
    if (kind !== "folder" || !isId(name)) continue;
    const revision = await orNull(() => readRevision(disk, root, article, name));
    if (revision && (await statusIfAny(disk, textPath(root, revision.after))) !== null)
      revisions.push(revision);
  }
  return revisions;
}

/** The folders in which sets of the articles lie, on their present texts and on those of before. */
export async function setFolders(
  disk: Disk,
  root: string,
  articles: Iterable<Id>,
): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const article of articles) folders.push(...(await setFoldersOf(disk, root, article)));
  return folders;
}

/** The same of one article. */
export async function setFoldersOf(
  disk: Pick<Disk, "list">,
  root: string,
  article: Id,
): Promise<readonly string[]> {
  const folder = annotationsFolder(root, { id: article });
  const names = (await listIfAny(disk, folder)).filter(({ name, kind }) => kind === "folder" && isId(name));
  return [folder, ...names.map(({ name }) => join(folder, name))];
}
