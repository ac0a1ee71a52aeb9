// What the articles of a project are found again by: their bytes, their text, what is nearly their text, and their address.
import { setImmediate as otherWork } from "node:timers/promises";
import type { KnownVersion } from "../../shared/api/replies.ts";
import type { ImportedText } from "../../shared/importers/importer.ts";
import {
  createLikenessIndex,
  type LikenessIndex,
  type Sketch,
  sketchOf,
} from "../../shared/importers/likeness.ts";
import type { Article, ArticleFact } from "../../shared/model/article.ts";
import type { Id } from "../../shared/model/id.ts";
import { readText } from "../storage/article-files.ts";
import type { CoreContext } from "./context.ts";
import type { ProjectInUse } from "./project-in-use.ts";

/** The articles that are there: how others are found to be the same. */
export interface Known {
  readonly bytes: Map<string, string>;
  readonly texts: Map<string, string>;
  readonly alike: LikenessIndex<KnownArticle>;
  /** By the address that they say they are from. */
  readonly addresses: Map<string, KnownArticle>;
}

/** Of articles whose text was read before. */
const sketches = new WeakMap<Article, Sketch | null>();

/** What the project has. Texts that cannot be read are the doctor’s business. */
export async function knownIn(
  { disk }: CoreContext,
  { articles, folder }: ProjectInUse,
  signal?: AbortSignal,
): Promise<Known> {
  const known: Known = {
    bytes: new Map(),
    texts: new Map(),
    alike: createLikenessIndex(),
    addresses: new Map(),
  };
  for (const article of articles.values()) {
    if (signal?.aborted) break;
    const { title, textHash, original } = article;
    let sketch = sketches.get(article);
    if (sketch === undefined) {
      sketch = sketchOf(await readText(disk, folder.root, article).catch(() => ""));
      sketches.set(article, sketch);
      await otherWork();
    }
    const { id } = article;
    const address = addressIn(article.about);
    remember(known, { id, title, hash: original?.sha256 ?? null, textHash, sketch, address });
  }
  return known;
}

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
  if (hash !== null) bytes.set(hash, title);
  texts.set(textHash, title);
  if (sketch) alike.add(sketch, { id, title });
  if (address !== null) addresses.set(address, { id, title });
}

/** The article that another may be a version of; the text says it better than the address. */
export function versionIn(
  { alike, addresses }: Known,
  sketch: Sketch | null,
  address: string | null,
): KnownVersion | null {
  const byText = sketch ? alike.find(sketch) : null;
  if (byText) return { ...byText, by: "text" };
  const byAddress = addresses.get(address ?? "");
  return byAddress ? { ...byAddress, by: "address" } : null;
}

/** The article of the project that this one, just read, may be a version of. */
export async function knownVersion(
  context: CoreContext,
  inUse: ProjectInUse,
  { text, about }: Pick<ImportedText, "text" | "about">,
): Promise<KnownVersion | null> {
  return versionIn(await knownIn(context, inUse), sketchOf(text), addressIn(about));
}

export const addressIn = (about: readonly ArticleFact[] | undefined): string | null =>
  about?.find(({ field }) => field === "url")?.value ?? null;
