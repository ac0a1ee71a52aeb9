// Puts what an importer read into a project: its record, its text and the file that it came from.
import { extname } from "node:path";
import type { ImportReport } from "../../../shared/api/contract.ts";
import type { KnownVersion } from "../../../shared/api/replies.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { isPageFile } from "../../../shared/files/endings.ts";
import type { LeftOutPart } from "../../../shared/importers/html-body.ts";
import type { ImportedText, ReadingChoices } from "../../../shared/importers/importer.ts";
import { proposedTitle } from "../../../shared/importers/proposed-title.ts";
import { unseenIn } from "../../../shared/importers/unseen-characters.ts";
import type { Article, Metadata, Original } from "../../../shared/model/article.ts";
import { type ConfirmedAbout, withConfirmed } from "../../../shared/model/article-about.ts";
import { foldedName } from "../../../shared/model/folded-name.ts";
import type { Id } from "../../../shared/model/id.ts";
import { message } from "../../../shared/words/message.ts";
import { addArticle, readOriginalFile } from "../../storage/articles/article-files.ts";
import { sha256 } from "../../storage/files/json-text.ts";
import type { CoreContext } from "../context.ts";
import { type LiveProject, lockIn, summaryOf, whileComing } from "../project/live-project.ts";
import { steadyReader } from "./article-reader.ts";
import {
  addressIn,
  addToIndex,
  type DuplicateIndex,
  noteTraces,
  sameIn,
  tracesOf,
  versionIn,
} from "./duplicate-index.ts";
import { heldToLimits } from "./fitting-text.ts";

interface Source {
  readonly name: string | null;
  /** The bytes of the file; `null` for pasted text. */
  readonly bytes: Uint8Array | null;
  /** Under which name the bytes are kept, where that is not the article's own. */
  readonly keptAs?: string;
  /** What the person who brings it in says of it; what it and its file say stays where that is the same. */
  readonly confirmed?: ConfirmedAbout;
  /** An article that is there and that it may be another version of. */
  readonly versionOf?: KnownVersion | null;
}

/** An article of the project, and what it shares with the one to be imported: the file, or the words. */
interface Twin {
  readonly id: Id;
  readonly title: string;
  readonly by: "bytes" | "text";
}

type AddOutcome = { readonly report: ImportReport } | { readonly twin: Twin };

/**
 * Adds what an importer read, or says which article of the index is its twin, where those are to be skipped; one that was added is in the
 * index from then on. Throws an `ApiError` for a refusal, and for what hinders writing; then nothing is there.
 */
export async function addUnlessTwin(
  context: CoreContext,
  liveProject: LiveProject,
  index: DuplicateIndex,
  read: ImportedText,
  { twins, ...source }: Omit<Source, "versionOf"> & { readonly twins: "skip" | "take" },
): Promise<AddOutcome> {
  const result = heldToLimits(read, source.name);
  if (!result.ok) throw new ApiError(result.problem, result.detail);
  const hash = source.bytes && sha256(source.bytes);
  const sameBytes = index.bytes.get(hash ?? "");
  const traces = tracesOf(result);
  const twin = sameBytes ?? sameIn(index, traces);
  if (twin && twins === "skip") return { twin: { ...twin, by: sameBytes ? "bytes" : "text" } };
  const address = addressIn(result.about);
  const versionOf = await versionIn(context, liveProject, index, { sketch: traces.sketch, address });
  const report = await addImported(context, liveProject, result, { ...source, versionOf });
  const { id, title, textHash } = report.article;
  addToIndex(index, { id, title, hash, traces, address });
  await noteTraces(context, liveProject, textHash, traces);
  return { report };
}

async function addImported(
  { disk, newId, now }: CoreContext,
  liveProject: LiveProject,
  result: ImportedText,
  source: Source,
): Promise<ImportReport> {
  const lock = lockIn(liveProject);
  const { text, metadata, replacedCharacters, blocks, about, titleFrom } = result;
  const unseen = unseenIn(text).reduce((sum, { count }) => sum + count, 0);
  const notes = [
    ...(result.notes ?? []),
    ...(unseen > 0 ? [message("importing.unseen", { count: unseen })] : []),
  ];
  const textHash = sha256(text);
  const articles = [...liveProject.articles.values()];
  const same = articles.find((article) => article.textHash === textHash);
  const asRead: Article = {
    id: newId(),
    title: result.title ?? titleFor(source.name, text, metadata),
    addedAt: now(),
    textHash,
    length: text.length,
    metadata,
    original: source.bytes && originalOf(source.keptAs ?? source.name ?? "", source.bytes, result),
    ...(blocks ? { blocks } : {}),
    ...(about ? { about } : {}),
    ...(titleFrom ? { titleFrom } : {}),
  };
  const article = source.confirmed ? withConfirmed(asRead, text, source.confirmed) : asRead;
  const versionOf = same ? null : (source.versionOf ?? null);
  const isNamesake = ({ title }: Article): boolean => foldedName(title) === foldedName(article.title);
  if (!same && !versionOf && articles.some(isNamesake)) notes.push(message("importing.same-title"));
  await lock.fence();
  await whileComing(liveProject, article.id, async () => {
    await addArticle(disk, liveProject.folder.root, { article, text, original: source.bytes });
    liveProject.articles.set(article.id, article);
  });
  return {
    article: summaryOf(liveProject, article),
    replacedCharacters,
    sameTextAs: same?.title ?? null,
    versionOf,
    notes,
  };
}

/** What is said of the file that an article came from. */
export function originalOf(
  fileName: string,
  bytes: Uint8Array,
  { encoding, charset }: Pick<ImportedText, "encoding" | "charset">,
): Original {
  const ending = extname(fileName).toLowerCase();
  return {
    fileName,
    storedAs: `original${/^\.[a-z0-9]{1,8}$/.test(ending) ? ending : ""}`,
    byteLength: bytes.length,
    sha256: sha256(bytes),
    encoding,
    ...(charset === undefined ? {} : { charset }),
  };
}

// What an article is called when its text has no title: the file's name without its ending, else its first words.

/** `name`: of the file; `null` for text that was pasted. Never empty as long as the text has a word. */
export function titleFor(name: string | null, text: string, metadata: readonly Metadata[]): string {
  const fromName = visibleText(name?.replace(/\.[a-z0-9]{1,8}$/i, "") ?? "").trim();
  return fromName === "" ? visibleText(proposedTitle(text, metadata)) : fromName;
}

// What was left out of the page that an article is from, and the article once more with some of it: from the original, which is kept.

/** None for what is no page. Throws an `ApiError`. */
export async function leftOutOf(
  context: CoreContext,
  liveProject: LiveProject,
  article: Article,
): Promise<readonly LeftOutPart[]> {
  if (!article.original || !isPageFile(article.original.fileName)) return [];
  const page = await keptOriginalOf(context, liveProject, article, article.original);
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
  liveProject: LiveProject,
  article: Article,
  keep: NonNullable<ReadingChoices["keep"]>,
): Promise<ImportReport> {
  lockIn(liveProject);
  const { original } = article;
  if (!original || !isPageFile(original.fileName))
    throw new ApiError("article-no-page", { file: article.title });
  const { file, choices } = await keptOriginalOf(context, liveProject, article, original);
  const reader = steadyReader(context);
  try {
    const name = article.title;
    const result = heldToLimits(await reader.read({ ...file, isChosen: true }, { ...choices, keep }), name);
    if (!result.ok) throw new ApiError(result.problem, result.detail);
    return await addImported(context, liveProject, result, {
      name,
      bytes: file.bytes,
      keptAs: original.fileName,
    });
  } finally {
    reader.close();
  }
}

async function keptOriginalOf(
  { disk }: CoreContext,
  { folder }: LiveProject,
  article: Article,
  original: Original,
) {
  const { fileName, charset } = original;
  const bytes = await readOriginalFile(disk, folder.root, article, original);
  return { file: { bytes, fileName }, choices: charset === undefined ? {} : { encoding: charset } };
}
