// The articles of a project on the disk: each a folder with its record, its text exactly as it is annotated, and the file
// it came from. A new one appears whole or not at all.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { sidesOfConflict } from "../../../shared/merge/conflict-markers.ts";
import { joinArticles } from "../../../shared/merge/join-articles.ts";
import type { Article, Original } from "../../../shared/model/article.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { article as articleSchema } from "../../../shared/schema/model.ts";
import type { Disk } from "../files/disk.ts";
import {
  decodeUtf8,
  makeFolders,
  readDurable,
  statusIfAny,
  syncFolder,
  temporaryName,
  writeDurable,
} from "../files/durable-file.ts";
import { durableJson } from "../files/durable-json.ts";
import { sha256 } from "../files/json-text.ts";
import { listReadable } from "../files/list-if-any.ts";
import { lookedAhead } from "../files/looked-ahead.ts";
import { quarantineFile } from "../files/quarantine.ts";
import { ignoreFailure, readError, writeError } from "../files/storage-error.ts";
import { bothSides } from "../files/unreadable-json.ts";
import { lockAside } from "../project/lock.ts";
import { articleFolder, originalPath, ownFolders, textPath, textWithin } from "../project/project-folder.ts";

/** Names of articles that are being added, by which leftovers of a crash are known. */
export const stagedArticle = /^\.new-[0-9a-f]{12}$/;

const recordOptions = (disk: Disk, folder: string) =>
  ({
    disk,
    path: join(folder, "article.json"),
    schema: articleSchema,
    damaged: "article-damaged",
  }) as const;
const recordJson = (disk: Disk, folder: string) => durableJson(recordOptions(disk, folder));

/** Adds an article with its text and, unless it was pasted, the bytes of its file. Throws an `ApiError`. */
export async function addArticle(
  disk: Disk,
  root: string,
  {
    article,
    text,
    original,
  }: { readonly article: Article; readonly text: string; readonly original: Uint8Array | null },
): Promise<void> {
  const articles = await makeFolders(disk, root, "articles");
  const name = `.new-${randomBytes(6).toString("hex")}`;
  const staged = join(articles, name);
  try {
    await makeFolders(disk, articles, name);
    await writeDurable(disk, join(staged, "text.txt"), Buffer.from(text, "utf8"));
    if (original && article.original)
      await writeDurable(disk, join(staged, article.original.storedAs), original);
    await recordJson(disk, staged).write(asBroughtIn(article));
    await disk.rename(staged, articleFolder(root, article.id));
    await syncFolder(disk, articles);
  } catch (error) {
    // It may have its name already, without that being safe.
    await ignoreFailure(() => disk.rename(articleFolder(root, article.id), staged));
    await removeFolderOf(disk, staged);
    throw writeError(error, articleFolder(root, article.id));
  }
}

/** Its revisions are where it comes from: here its text is the first. */
export function asBroughtIn({ revision: _revision, textRevision: _text, ...article }: Article): Article {
  if (!article.original) return article;
  const { revision: _from, ...original } = article.original;
  return { ...article, original };
}

/** Removes an article again that was added just before; its annotations must be gone. What a crash leaves of it is swept. */
export async function removeAdded(disk: Disk, root: string, article: Id): Promise<void> {
  const staged = join(root, "articles", `.new-${randomBytes(6).toString("hex")}`);
  if ((await statusIfAny(disk, articleFolder(root, article))) === null) return;
  await disk.rename(articleFolder(root, article), staged);
  await syncFolder(disk, join(root, "articles"));
  await removeFolderOf(disk, staged);
  for (const folder of ["annotations", "reviews"])
    await ignoreFailure(() => disk.removeFolder(join(root, folder, article)));
}

/** Writes the record of an article that is there, or with `text` its text alone. Throws an `ApiError`. */
export async function writeArticleFile(
  disk: Disk,
  root: string,
  article: Article,
  text: string | null = null,
): Promise<void> {
  const folder = articleFolder(root, article.id);
  if (text === null) await recordJson(disk, folder).write(article);
  else await writeDurable(disk, textPath(root, article), Buffer.from(text, "utf8"));
}

/** The same where something else stands in its place, which is moved to the quarantine; gives its name there, `null` for nothing. */
export async function replaceArticleFile(
  disk: Disk,
  root: string,
  article: Article,
  text: string | null = null,
): Promise<string | null> {
  const path =
    text === null ? join(articleFolder(root, article.id), "article.json") : textPath(root, article);
  const quarantinePath = (await statusIfAny(disk, path)) ? await quarantineFile(disk, root, path) : null;
  await writeArticleFile(disk, root, article, text);
  return quarantinePath;
}

/** Removes a folder of ours that holds files only. Never throws. */
export async function removeFolderOf(disk: Disk, folder: string): Promise<void> {
  await ignoreFailure(async () => {
    for (const { name } of await disk.list(folder)) await disk.remove(join(folder, name));
    await disk.removeFolder(folder);
  });
}

export interface ListedArticles {
  readonly articles: readonly Article[];
  readonly warnings: readonly ApiErrorData[];
  /** In whose records a version control program has left both sides of a conflict. */
  readonly articleIdsWithConflictMarkers: ReadonlySet<Id>;
}

/** A record as it was read before, where its file is as it was then; and the way to keep it as it is read now. */
export type LookAtRecord = (
  id: Id,
) => Promise<{ readonly kept: Article | null; keep(article: Article): void }>;

/** The project's articles in the order of their titles, and what could not be read of them. */
export async function listArticles(
  disk: Disk,
  root: string,
  lookAt: LookAtRecord = async () => ({ kept: null, keep: () => undefined }),
): Promise<ListedArticles> {
  const articles: Article[] = [];
  const warnings: ApiErrorData[] = [];
  const articleIdsWithConflictMarkers = new Set<Id>();
  const folders = (await entriesOf(disk, join(root, "articles"))).filter(
    ({ name, kind }) => isId(name) && kind !== "file",
  );
  for await (const [{ name, kind }, look] of lookedAhead(folders, ({ name }) => lookAt(name))) {
    if (look.kept && kind === "folder") {
      articles.push(look.kept);
      continue;
    }
    try {
      const { article, sides } = await readArticleRecord(disk, root, name);
      articles.push(article);
      if (!sides) {
        look.keep(article);
        continue;
      }
      articleIdsWithConflictMarkers.add(name);
      warnings.push(
        new ApiError("file-in-conflict", { file: "article.json", title: article.title }).toData(),
      );
    } catch (error) {
      warnings.push(readError(error, name).toData());
    }
  }
  const byTitle = new Intl.Collator("en", { numeric: true });
  articles.sort((a, b) => byTitle.compare(a.title, b.title) || (a.id < b.id ? -1 : 1));
  return { articles, warnings, articleIdsWithConflictMarkers };
}

async function entriesOf(disk: Disk, folder: string): ReturnType<Disk["list"]> {
  try {
    const status = await statusIfAny(disk, folder);
    if (status?.kind === "link") throw new ApiError("link-refused", { file: "articles" });
  } catch (error) {
    throw readError(error, folder);
  }
  return listReadable(disk, folder);
}

/** The record of one article. Throws `article-missing`, `article-damaged`, or what hinders reading. */
export function readArticle(disk: Disk, root: string, id: Id): Promise<Article> {
  return readArticleAt(disk, articleFolder(root, id), id);
}

/** The same from wherever its folder lies. */
export async function readArticleAt(disk: Disk, folder: string, id: Id): Promise<Article> {
  return (await readRecordAt(disk, folder, id)).article;
}

/** `sides`: both of a record in which a version control program has left its marks, brought together in `article`. */
interface ReadRecord {
  readonly article: Article;
  readonly sides: readonly [Article, Article] | null;
}

/** The record of an article in a project, and how it was found. Throws as `readArticle` does. */
export const readArticleRecord = (disk: Disk, root: string, id: Id): Promise<ReadRecord> =>
  readRecordAt(disk, articleFolder(root, id), id);

async function readRecordAt(disk: Disk, folder: string, id: Id): Promise<ReadRecord> {
  const status = await explained(id, "article.json", () => statusOf(disk, folder));
  if (!status) throw new ApiError("article-missing", { article: id });
  if (status.kind !== "folder") throw damaged(id, id, "link");
  try {
    const article = await explained(id, "article.json", () => recordJson(disk, folder).read());
    if (!article) throw damaged(id, "article.json", "missing");
    if (article.id !== id) throw damaged(id, "article.json", "other-article");
    return { article, sides: null };
  } catch (error) {
    const [first, second] = await bothSides(recordOptions(disk, folder));
    if (first?.id !== id || second?.id !== id) throw error;
    return { article: joinArticles(first, second).article, sides: [first, second] };
  }
}

/** What hinders looking is an `ApiError` as well. */
async function statusOf(disk: Disk, folder: string): ReturnType<typeof statusIfAny> {
  try {
    return await statusIfAny(disk, folder);
  } catch (error) {
    throw readError(error, folder);
  }
}

/** The article's text, held against its hash and length. Throws `article-damaged`. */
export function readText(disk: Disk, root: string, article: Article): Promise<string> {
  return readTextAt(disk, articleFolder(root, article.id), article);
}

/** The same from wherever the article's folder lies. */
export async function readTextAt(disk: Disk, folder: string, article: Article): Promise<string> {
  return (await readTextFound(disk, folder, article)).text;
}

/** The same, and whether it stood between the marks of a version control program. */
export async function readTextFound(
  disk: Disk,
  folder: string,
  article: Article,
): Promise<{ readonly text: string; readonly hasConflictMarkers: boolean }> {
  const path = textWithin(folder, article);
  // A character of UTF-16 is at most three bytes of UTF-8.
  const bytes = await explained(article.id, "text.txt", () =>
    readDurable(disk, path, limits.articleLength * 3),
  );
  if (!bytes) throw damaged(article.id, "text.txt", "missing");
  const hasConflictMarkers = sha256(bytes) !== article.textHash;
  const text = hasConflictMarkers ? sideWithHash(bytes, article) : decodeUtf8(bytes);
  if (text === null) throw damaged(article.id, "text.txt", "encoding");
  if (text.length !== article.length) throw damaged(article.id, "text.txt", "length");
  return { text, hasConflictMarkers };
}

/** Of a text with the marks of a version control program the side that is the article's. Throws `article-damaged`. */
function sideWithHash(bytes: Uint8Array, { id, textHash }: Pick<Article, "id" | "textHash">): string {
  const side = sidesOfConflict(decodeUtf8(bytes) ?? "")?.find((one) => sha256(one) === textHash);
  if (side === undefined) throw damaged(id, "text.txt", "hash");
  return side;
}

const damaged = (article: Id, file: string, why: string): ApiError =>
  new ApiError("article-damaged", { article, file, why });

/** Says of which article a file is that could not be read. */
async function explained<T>(article: Id, file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ApiError(
      "article-damaged",
      { why: error.problem, ...error.detail, article, file },
      { cause: error },
    );
  }
}

/** The file that an article came from, as it was kept. Throws `article-damaged` where it is gone, or is not what it was. */
export async function readOriginalFile(
  disk: Disk,
  root: string,
  { id }: Pick<Article, "id">,
  original: Original,
): Promise<Uint8Array> {
  const bytes = await readDurable(disk, originalPath(root, { id }, original), limits.articleBytes);
  if (bytes && sha256(bytes) === original.sha256) return bytes;
  throw new ApiError("article-damaged", {
    article: id,
    file: original.storedAs,
    why: bytes ? "hash" : "missing",
  });
}

// Removes what crashed writes left behind in a project: temporary files, half-made articles and versions, by our own names only.
// Called under the lock, before anything is written, so that whatever has such a name belongs to nobody any more.

/** Never throws: a leftover harms nothing. */
export async function sweepLeftovers(disk: Disk, root: string): Promise<void> {
  await ignoreFailure(() => sweepFolder(disk, root, ownFolders));
}

/** `within`: the folders in it that are looked into; absent: all. */
async function sweepFolder(disk: Disk, folder: string, within?: readonly string[]): Promise<void> {
  for (const { name, kind } of await disk.list(folder)) {
    const path = join(folder, name);
    if (kind === "file" && (temporaryName.test(name) || lockAside.test(name)))
      await ignoreFailure(() => disk.remove(path));
    if (kind !== "folder" || (within && !within.includes(name))) continue;
    if (stagedArticle.test(name)) await removeFolderOf(disk, path);
    else await ignoreFailure(() => sweepFolder(disk, path));
  }
}
