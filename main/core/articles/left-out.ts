// What was left out of the page that an article is from, and the article once more with some of it: from the original, which is kept.

import type { ImportReport } from "../../../shared/api/replies.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { isPage } from "../../../shared/files/endings.ts";
import type { LeftOut } from "../../../shared/importers/html-body.ts";
import type { ReadingChoices } from "../../../shared/importers/importer.ts";
import type { Article, Original } from "../../../shared/model/article.ts";
import { readOriginalFile } from "../../storage/articles/original-file.ts";
import type { CoreContext } from "../context.ts";
import { type ProjectInUse, writerIn } from "../project/project-in-use.ts";
import { addImported } from "./add-article.ts";
import { steadyReader } from "./article-reader.ts";

/** None for what is no page. Throws an `ApiError`. */
export async function leftOutOf(
  context: CoreContext,
  inUse: ProjectInUse,
  article: Article,
): Promise<readonly LeftOut[]> {
  if (!article.original || !isPage(article.original.fileName)) return [];
  const page = await originalOf(context, inUse, article, article.original);
  const reader = steadyReader(context);
  try {
    const leftOutParts = await reader.left({ ...page.file, isChosen: true }, page.choices);
    if ("ok" in leftOutParts) throw new ApiError(leftOutParts.problem, leftOutParts.detail);
    return leftOutParts;
  } finally {
    reader.close();
  }
}

/** The same file as another article, with what was left out of it before. Throws an `ApiError`. */
export async function bringAgain(
  context: CoreContext,
  inUse: ProjectInUse,
  article: Article,
  keep: NonNullable<ReadingChoices["keep"]>,
): Promise<ImportReport> {
  writerIn(inUse);
  const { original } = article;
  if (!original || !isPage(original.fileName)) throw new ApiError("article-no-page", { file: article.title });
  const { file, choices } = await originalOf(context, inUse, article, original);
  const reader = steadyReader(context);
  try {
    const result = await reader.read({ ...file, isChosen: true }, { ...choices, keep });
    const name = article.title;
    return await addImported(context, inUse, result, { name, bytes: file.bytes, keptAs: original.fileName });
  } finally {
    reader.close();
  }
}

async function originalOf(
  { disk }: CoreContext,
  { folder }: ProjectInUse,
  article: Article,
  original: Original,
) {
  const { fileName, charset } = original;
  const bytes = await readOriginalFile(disk, folder.root, article, original);
  return { file: { bytes, fileName }, choices: charset === undefined ? {} : { encoding: charset } };
}
