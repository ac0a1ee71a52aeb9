// The last good state of an article whose own files are damaged or gone: from the copies in the home, from what its latest revision
// says that it became, or from a version that is kept in the project, whichever is the latest.
import { z } from "zod";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Article } from "../../../shared/model/article.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { article as articleSchema } from "../../../shared/schema/model.ts";
import { readArticle, readText } from "../articles/article-files.ts";
import { readRevision } from "../articles/revision-files.ts";
import { parseJson } from "../files/durable-json.ts";
import { sha256 } from "../files/json-text.ts";
import { orNull } from "../files/storage-error.ts";
import { type BackupStore, newestCopy } from "../home/backups.ts";
import { revisionsFolder } from "../project/project-folder.ts";
import { listVersions, readVersionArticle } from "../versions/version-files.ts";

/** An article with its text, which was so at that time. */
export interface GoodArticle {
  readonly at: string;
  readonly article: Article;
  readonly text: string;
}

/** What is copied into the home. */
export type ArticleCopy = Pick<GoodArticle, "article" | "text">;

/** The name of an article among the copies; no set is called so. */
export const articleCopiedAs = (article: Id): string => `${article}.article.json`;

const copied: z.ZodType<ArticleCopy> = z.looseObject({
  article: articleSchema,
  text: z.string().max(limits.articleLength),
});

/**
 * `null` where there is none. Where the record can be read, and its text alone cannot, only a state on that very text is one.
 * Never throws.
 */
export async function goodArticle(
  backupStore: BackupStore,
  root: string,
  id: Id,
): Promise<GoodArticle | null> {
  const { disk } = backupStore;
  const presentArticle = await orNull(() => readArticle(disk, root, id));
  const isFit = ({ article, text }: ArticleCopy): boolean =>
    article.id === id &&
    sha256(text) === article.textHash &&
    (presentArticle === null || presentArticle.textHash === article.textHash);
  const goodArticles = [
    await copyInHome(backupStore, id, isFit),
    ...(await revisionsThere(backupStore, root, id)),
    ...(await inVersions(backupStore, root, id)),
  ].filter((one) => one !== null && isFit(one));
  const latest = goodArticles.reduce(
    (best, one) => (best && one && best.at < one.at ? one : (best ?? one)),
    null,
  );
  return latest && presentArticle ? { ...latest, article: presentArticle } : latest;
}

/** The newest copy in the home that fits; `null` where there is none. */
export async function copyInHome(
  backupStore: BackupStore,
  id: Id,
  isFit: (copy: ArticleCopy) => boolean,
): Promise<GoodArticle | null> {
  const file = articleCopiedAs(id);
  const copy = await newestCopy(backupStore, file, (bytes) => {
    const value = parseJson(bytes, { path: file, schema: copied, damaged: "article-damaged" });
    if (!isFit(value)) throw new ApiError("article-damaged", { article: id, why: "hash" });
    return value;
  });
  return copy && { at: copy.at, ...copy.value };
}

async function revisionsThere(
  { disk }: BackupStore,
  root: string,
  id: Id,
): Promise<readonly (GoodArticle | null)[]> {
  const entries = (await orNull(() => disk.list(revisionsFolder(root, id)))) ?? [];
  return Promise.all(
    entries.map(({ name }) =>
      orNull(async () => {
        if (!isId(name)) return null;
        const { after: article, at } = await readRevision(disk, root, id, name);
        return { at, article, text: await readText(disk, root, article) };
      }),
    ),
  );
}

async function inVersions(
  { disk }: BackupStore,
  root: string,
  id: Id,
): Promise<readonly (GoodArticle | null)[]> {
  const versions = (await orNull(() => listVersions(disk, root))) ?? [];
  for (const { about } of versions) {
    if (!about?.articles.includes(id)) continue;
    const part = await orNull(() => readVersionArticle(disk, root, about, id));
    if (part) return [{ at: about.at, article: part.article, text: part.text }];
  }
  return [];
}
