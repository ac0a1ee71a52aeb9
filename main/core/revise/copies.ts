// Copies of an article, from which it may be given another text: a file, or another article of the project that is one. What comes
// with the text (title, dates, blocks, the file itself) is read with it.
import { basename } from "node:path";
import type { CopyRef, ReadVersion } from "../../../shared/api/methods/comparisons.ts";
import type { ArticleVersion } from "../../../shared/carry/comparison.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { ReadingChoices } from "../../../shared/importers/importer.ts";
import { hasTitle } from "../../../shared/model/article-about.ts";
import type { Id } from "../../../shared/model/id.ts";
import { message } from "../../../shared/words/message.ts";
import { readOriginalFile, readText } from "../../storage/articles/article-files.ts";
import { sha256 } from "../../storage/files/json-text.ts";
import { originalOf, titleFor } from "../articles/add-article.ts";
import { articleReader, readArticleFile } from "../articles/article-reader.ts";
import type { CoreContext } from "../context.ts";
import { articleIn, type LiveProject } from "../project/live-project.ts";
import { absolutePath, readSourceFile } from "../source-file.ts";
import type { ReviseRequest } from "./revise-article.ts";

/** A copy with all that comes with its text. */
interface Copy extends ArticleVersion, Required<Pick<ReviseRequest, "read">> {
  /** Its file; `null` for none. Throws an `ApiError` where it is gone, or is not what it was. */
  original(): Promise<NonNullable<ReviseRequest["original"]> | null>;
}

/** Throws an `ApiError` for a file that is no article, and for an article that is not there. */
export const readCopy = (context: CoreContext, liveProject: LiveProject, of: CopyRef): Promise<Copy> =>
  of.kind === "file"
    ? copyInFile(context, absolutePath(of.path), of)
    : copyInArticle(context, liveProject, of.article);

/** Throws an `ApiError` for a file that is no article, or that is locked and not opened by the password. */
export async function copyInFile(
  { disk, processes }: Pick<CoreContext, "disk" | "processes">,
  path: string,
  { encoding, password }: Pick<ReadingChoices, "encoding" | "password"> = {},
): Promise<Copy> {
  const fileName = basename(path);
  const bytes = await readSourceFile(disk, path);
  const importResult = await readArticleFile(
    { bytes, fileName, isChosen: true },
    { ...(encoding !== undefined && { encoding }), ...(password !== undefined && { password }) },
    articleReader(processes),
  );
  if (!importResult.ok) throw new ApiError(importResult.problem, importResult.detail);
  const { text, title: found, titleFrom, metadata, blocks, about } = importResult;
  const title = found ?? titleFor(fileName, text, metadata);
  return {
    title,
    isTitled: hasTitle({ title, metadata, ...(titleFrom !== undefined && { titleFrom }) }, text),
    label: message("changes.from-file", { file: fileName }),
    text,
    read: {
      metadata,
      ...(found !== null && { title: found }),
      ...(titleFrom !== undefined && { titleFrom }),
      ...(blocks && { blocks }),
      ...(about && { about }),
    },
    original: async () => ({ about: originalOf(fileName, bytes, importResult), bytes }),
  };
}

async function copyInArticle(context: CoreContext, liveProject: LiveProject, id: Id): Promise<Copy> {
  const { disk } = context;
  const { root } = liveProject.folder;
  const article = await articleIn(context, liveProject, id);
  const { title, titleFrom, metadata, blocks, about, original } = article;
  const text = await readText(disk, root, article);
  return {
    title,
    isTitled: hasTitle(article, text),
    label: message("changes.brought-in", { at: new Date(article.addedAt) }),
    text,
    read: {
      metadata,
      // Any other is in the text, or is the name of a file.
      ...(titleFrom !== undefined && { title, titleFrom }),
      ...(blocks && { blocks }),
      ...(about && { about }),
    },
    original: async () =>
      original && { about: original, bytes: await readOriginalFile(disk, root, article, original) },
  };
}

/** As a version to be compared. Nobody's marks are looked for in it. */
export const versionOf = ({ title, isTitled, label, text }: Copy): ReadVersion => ({
  title,
  isTitled,
  label,
  text,
  textHash: sha256(text),
  set: null,
});
