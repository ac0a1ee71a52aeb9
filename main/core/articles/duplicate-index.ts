// Indexes a project's articles to find duplicates: by their bytes, their words, a text that is nearly the same, or their address.
import { setImmediate as otherWork } from "node:timers/promises";
import type { KnownVersion } from "../../../shared/api/replies.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { ImportedText } from "../../../shared/importers/importer.ts";
import {
  createLikenessIndex,
  type LikenessIndex,
  likeness,
  nearlyTheSame,
  type Sketch,
  sketchOf,
  wordingsOf,
  wordsOfText,
} from "../../../shared/importers/likeness.ts";
import type { Article, ArticleFact } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { sha256 } from "../../storage/files/json-text.ts";
import { openSketches, type SketchStore, type TextTraces } from "../../storage/home/sketches.ts";
import type { CoreContext } from "../context.ts";
import type { LiveProject } from "../project/live-project.ts";

/** The articles of a project by all that duplicates are found by. */
export interface DuplicateIndex {
  readonly bytes: Map<string, IndexedArticle>;
  /** By the hash of each wording of its text (see `wordingsOf`), the whole of it first. */
  readonly wordings: Map<string, IndexedArticle>;
  readonly whole: Map<string, IndexedArticle>;
  readonly alike: LikenessIndex<IndexedArticle>;
  /** By the address that they say they are from. */
  readonly addresses: Map<string, IndexedArticle>;
}

/** The sketches of a project's texts: read once while it is open. */
const sketchesOf = memoize(
  (liveProject: LiveProject, { disk, options }: CoreContext): Promise<SketchStore> =>
    openSketches(disk, options.home, liveProject.folder.project.data().id),
);

/** What the project has. Texts that cannot be read are the doctor’s business. */
export async function duplicateIndexOf(
  context: CoreContext,
  liveProject: LiveProject,
  signal?: AbortSignal,
): Promise<DuplicateIndex> {
  const index: DuplicateIndex = {
    bytes: new Map(),
    wordings: new Map(),
    whole: new Map(),
    alike: createLikenessIndex(),
    addresses: new Map(),
  };
  for (const article of liveProject.articles.values()) {
    if (signal?.aborted) break;
    const { id, title, original } = article;
    const traces = await tracesIn(context, liveProject, article);
    const address = addressIn(article.about);
    addToIndex(index, { id, title, hash: original?.sha256 ?? null, traces, address });
  }
  await keepSketches(context, liveProject);
  return index;
}

/** `null` where its text cannot be read. */
async function tracesIn(
  context: CoreContext,
  liveProject: LiveProject,
  article: Article,
): Promise<TextTraces | null> {
  const sketches = await sketchesOf(liveProject, context);
  const kept = sketches.get(article.textHash);
  if (kept) return kept;
  const text = await textOf(context, liveProject, article);
  await otherWork();
  if (text === null) return null;
  const traces = tracesOf({ text, metadata: article.metadata });
  sketches.set(article.textHash, traces);
  return traces;
}

export const tracesOf = (read: Pick<ImportedText, "text" | "metadata">): TextTraces => ({
  sketch: sketchOf(read.text),
  wordings: wordingsOf(read).map(sha256),
});

/** Finds the articles of the project that have the words of a text, whatever white space parts them and whether or not lines stand at their head. */
export async function sameWordsIn(
  context: CoreContext,
  liveProject: LiveProject,
): Promise<(text: string) => readonly Article[]> {
  const articlesByWording = new Map<string, Article[]>();
  for (const article of liveProject.articles.values())
    for (const wording of (await tracesIn(context, liveProject, article))?.wordings ?? [])
      articlesByWording.set(wording, [...(articlesByWording.get(wording) ?? []), article]);
  await keepSketches(context, liveProject);
  return (text) => articlesByWording.get(sha256(wordsOfText(text))) ?? [];
}

/** Keeps the sketches of what the project has now for the next time that it is open. */
export async function keepSketches(context: CoreContext, liveProject: LiveProject): Promise<void> {
  const sketches = await sketchesOf(liveProject, context);
  await sketches.keep(Array.from(liveProject.articles.values(), ({ textHash }) => textHash));
}

/** Of an article that was just imported, so that its text need not be read for it. */
export async function noteTraces(
  context: CoreContext,
  liveProject: LiveProject,
  textHash: string,
  traces: TextTraces,
): Promise<void> {
  (await sketchesOf(liveProject, context)).set(textHash, traces);
}

/** `null` for one that cannot be read. */
const textOf = ({ disk }: CoreContext, { folder }: LiveProject, article: Article): Promise<string | null> =>
  readText(disk, folder.root, article).catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error;
    return null;
  });

interface IndexedArticle {
  readonly id: Id;
  readonly title: string;
}

interface ArticleTraces extends IndexedArticle {
  readonly hash: string | null;
  readonly traces: TextTraces | null;
  readonly address: string | null;
}

export function addToIndex(index: DuplicateIndex, { id, title, hash, traces, address }: ArticleTraces): void {
  const { bytes, wordings, whole, alike, addresses } = index;
  const article = { id, title };
  if (hash !== null && !bytes.has(hash)) bytes.set(hash, article);
  for (const [at, wording] of (traces?.wordings ?? []).entries()) {
    if (!wordings.has(wording)) wordings.set(wording, article);
    if (at === 0 && !whole.has(wording)) whole.set(wording, article);
  }
  if (traces?.sketch) alike.add(traces.sketch, article);
  if (address !== null) addresses.set(address, article);
}

/** The article with the same words: either has the words of the other, or has them but for the lines at its head. */
export function sameIn(
  { wordings, whole }: DuplicateIndex,
  { wordings: own }: TextTraces,
): IndexedArticle | undefined {
  const [all = "", ...parts] = own;
  const [part] = parts.flatMap((wording) => whole.get(wording) ?? []);
  return whole.get(all) ?? wordings.get(all) ?? part;
}

/**
 * The article that another may be a version of; the text says it better than the address. A sketch may be one that was kept, so
 * the text itself has the last word.
 */
export async function versionIn(
  context: CoreContext,
  liveProject: LiveProject,
  { alike, addresses }: DuplicateIndex,
  { sketch, address }: { readonly sketch: Sketch | null; readonly address: string | null },
): Promise<KnownVersion | null> {
  const byText = sketch && alike.find(sketch);
  const article = byText && liveProject.articles.get(byText.id);
  if (byText && article) {
    const articleSketch = sketchOf((await textOf(context, liveProject, article)) ?? "");
    if (articleSketch && likeness(articleSketch, sketch) >= nearlyTheSame) return { ...byText, by: "text" };
  }
  const byAddress = addresses.get(address ?? "");
  return byAddress ? { ...byAddress, by: "address" } : null;
}

export const addressIn = (about: readonly ArticleFact[] | undefined): string | null =>
  about?.find(({ field }) => field === "url")?.value ?? null;
