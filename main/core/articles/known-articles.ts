// What the articles of a project are found again by: their bytes, their text, what is nearly their text, and their address.
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
} from "../../../shared/importers/likeness.ts";
import type { Article, ArticleFact } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { sha256 } from "../../storage/files/json-text.ts";
import { openSketches, type SketchStore } from "../../storage/home/sketches.ts";
import type { CoreContext } from "../context.ts";
import type { ProjectInUse } from "../project/project-in-use.ts";

/** The articles that are there: how others are found to be the same. */
export interface Known {
  readonly bytes: Map<string, KnownArticle>;
  readonly texts: Map<string, KnownArticle>;
  readonly alike: LikenessIndex<KnownArticle>;
  /** By the address that they say they are from. */
  readonly addresses: Map<string, KnownArticle>;
}

const kept = new WeakMap<ProjectInUse, Promise<SketchStore>>();

/** The sketches of a project's texts: read once while it is open. */
function sketchesOf({ disk, options }: CoreContext, inUse: ProjectInUse): Promise<SketchStore> {
  const known = kept.get(inUse) ?? openSketches(disk, options.home, inUse.folder.project.data().id);
  kept.set(inUse, known);
  return known;
}

/** What the project has. Texts that cannot be read are the doctor’s business. */
export async function knownIn(
  context: CoreContext,
  inUse: ProjectInUse,
  signal?: AbortSignal,
): Promise<Known> {
  const known: Known = {
    bytes: new Map(),
    texts: new Map(),
    alike: createLikenessIndex(),
    addresses: new Map(),
  };
  const sketches = await sketchesOf(context, inUse);
  for (const article of inUse.articles.values()) {
    if (signal?.aborted) break;
    const { title, textHash, original } = article;
    let sketch = sketches.get(textHash);
    if (sketch === undefined) {
      const text = await textOf(context, inUse, article);
      sketch = text === null ? null : sketchOf(text);
      if (text !== null) sketches.set(textHash, sketch);
      await otherWork();
    }
    const { id } = article;
    const address = addressIn(article.about);
    remember(known, { id, title, hash: original?.sha256 ?? null, textHash, sketch, address });
  }
  await keepSketches(context, inUse);
  return known;
}

/** Keeps the sketches of what the project has now for the next time that it is open. */
export async function keepSketches(context: CoreContext, inUse: ProjectInUse): Promise<void> {
  const sketches = await sketchesOf(context, inUse);
  await sketches.keep(Array.from(inUse.articles.values(), ({ textHash }) => textHash));
}

/** Of an article that was just brought in, so that its text need not be read for it. */
export async function noteSketch(
  context: CoreContext,
  inUse: ProjectInUse,
  textHash: string,
  sketch: Sketch | null,
): Promise<void> {
  (await sketchesOf(context, inUse)).set(textHash, sketch);
}

/** `null` for one that cannot be read. */
const textOf = ({ disk }: CoreContext, { folder }: ProjectInUse, article: Article): Promise<string | null> =>
  readText(disk, folder.root, article).catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error;
    return null;
  });

interface KnownArticle {
  readonly id: Id;
  readonly title: string;
}

interface Remembered extends KnownArticle {
  readonly hash: string | null;
  readonly textHash: string;
  readonly sketch: Sketch | null;
  readonly address: string | null;
}

export function remember({ bytes, texts, alike, addresses }: Known, article: Remembered): void {
  const { id, title, hash, textHash, sketch, address } = article;
  if (hash !== null && !bytes.has(hash)) bytes.set(hash, { id, title });
  if (!texts.has(textHash)) texts.set(textHash, { id, title });
  if (sketch) alike.add(sketch, { id, title });
  if (address !== null) addresses.set(address, { id, title });
}

/**
 * The article that another may be a version of; the text says it better than the address. A sketch may be one that was kept, so
 * the text itself has the last word.
 */
export async function versionIn(
  context: CoreContext,
  inUse: ProjectInUse,
  { alike, addresses }: Known,
  { sketch, address }: Pick<Remembered, "sketch" | "address">,
): Promise<KnownVersion | null> {
  const byText = sketch && alike.find(sketch);
  const article = byText && inUse.articles.get(byText.id);
  if (byText && article) {
    const own = sketchOf((await textOf(context, inUse, article)) ?? "");
    if (own && likeness(own, sketch) >= nearlyTheSame) return { ...byText, by: "text" };
  }
  const byAddress = addresses.get(address ?? "");
  return byAddress ? { ...byAddress, by: "address" } : null;
}

/** The article of the project that this one, just read, may be a version of. */
export async function knownVersion(
  context: CoreContext,
  inUse: ProjectInUse,
  { text, about }: Pick<ImportedText, "text" | "about">,
): Promise<KnownVersion | null> {
  const known = await knownIn(context, inUse);
  const sketch = sketchOf(text);
  await noteSketch(context, inUse, sha256(text), sketch);
  return versionIn(context, inUse, known, { sketch, address: addressIn(about) });
}

export const addressIn = (about: readonly ArticleFact[] | undefined): string | null =>
  about?.find(({ field }) => field === "url")?.value ?? null;
