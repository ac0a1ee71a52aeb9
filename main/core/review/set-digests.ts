// Digests everybody's sets of a project: how far each is, and the remarks in it; and what is known of the articles. An article is read
// again only when it, the tagset or a file of its sets has changed, so that it can be asked for as often as a window likes.
import { join } from "node:path";
import type {
  Publication,
  ReviewedAnnotator,
  SetSummary,
  SubjectPlace,
} from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type AnnotationSet, placeOf } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import { gapsOf } from "../../../shared/model/gaps.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { type Remark, subjectIds } from "../../../shared/model/remark.ts";
import { spanHull } from "../../../shared/model/span.ts";
import { get, records } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { publishedFacts } from "../../../shared/review/article-facts.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { readDurable } from "../../storage/files/durable-file.ts";
import { filesSignature } from "../../storage/files/files-signature.ts";
import { leadsNowhere, readError } from "../../storage/files/storage-error.ts";
import { annotationsFolder } from "../../storage/project/project-folder.ts";
import type { CoreContext } from "../context.ts";
import { countsOf, type LiveProject } from "../project/live-project.ts";
import { annotatorsOf, readOne } from "../project/review-sets.ts";

interface SetDigest {
  readonly annotator: ReviewedAnnotator;
  readonly summary: SetSummary;
  readonly gaps: number;
  readonly remarks: readonly Remark[];
}

interface ArticleDigest extends Publication {
  /** Those that can be read and in which anything was ever done. */
  readonly sets: readonly SetDigest[];
  /** Where what the remarks are on stands. */
  readonly places: readonly SubjectPlace[];
}

interface CachedDigest extends ArticleDigest {
  readonly signature: string;
  readonly own: AnnotationSet | null;
  readonly of: Article;
  readonly tagset: Tagset;
}

const cacheOf = memoize((_: LiveProject) => new Map<Id, CachedDigest>());

/** By what is to be known: of every article, or of those in which anything was ever said, which costs far less. */
type DigestScope = "all" | "talked";

/** In the project's order. */
export async function articleDigests(
  context: CoreContext,
  liveProject: LiveProject,
  wanted: DigestScope = "all",
): Promise<readonly ArticleDigest[]> {
  const cachedDigests = cacheOf(liveProject);
  const digests: ArticleDigest[] = [];
  const { tagset } = liveProject.folder.project.data();
  for (const article of liveProject.articles.values()) {
    const signature = await signatureOf(context, liveProject, article);
    const ownSet = (await liveProject.sets.get(article.id))?.store.set() ?? null;
    const cachedDigest = cachedDigests.get(article.id);
    const isSame =
      cachedDigest?.signature === signature &&
      cachedDigest.own === ownSet &&
      cachedDigest.of === article &&
      cachedDigest.tagset === tagset;
    if (!isSame && wanted === "talked" && (await isSilent(context, liveProject, article, signature)))
      continue;
    const digest = isSame
      ? cachedDigest
      : { ...(await digestOf(context, liveProject, article)), signature, own: ownSet, of: article, tagset };
    cachedDigests.set(article.id, digest);
    digests.push(digest);
  }
  return digests;
}

/** Articles in whose files nothing was ever said, by their signatures. */
const silentIn = memoize((_: LiveProject) => new Map<Id, string>());

/**
 * Whether no file of the article's sets speaks of remarks. Looked for in the bytes: reading and checking every set of a large
 * project would take many times as long.
 */
async function isSilent(
  { disk }: CoreContext,
  liveProject: LiveProject,
  article: Article,
  signature: string,
): Promise<boolean> {
  const silentSignatures = silentIn(liveProject);
  const { id } = article;
  if (silentSignatures.get(id) === signature) return true;
  const folder = annotationsFolder(liveProject.folder.root, article);
  try {
    for (const { name, kind } of await disk.list(folder)) {
      const bytes = kind === "file" ? await readDurable(disk, join(folder, name), limits.jsonBytes) : null;
      if (bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('"remarks"'))
        return false;
    }
  } catch (error) {
    // What cannot be read here is read as a set, where the reason is known.
    if (!leadsNowhere(error)) return false;
  }
  silentSignatures.set(id, signature);
  return true;
}

/** By which one sees that a file was added, removed or written. */
async function signatureOf(
  { disk }: CoreContext,
  liveProject: LiveProject,
  article: Article,
): Promise<string> {
  const folder = annotationsFolder(liveProject.folder.root, article);
  const people = liveProject.folder.project.data().annotators.map(({ id: of, name }) => `${of} ${name}`);
  try {
    return JSON.stringify([people, article.textHash, await filesSignature(disk, folder)]);
  } catch (error) {
    throw readError(error, folder);
  }
}

async function digestOf(
  context: CoreContext,
  liveProject: LiveProject,
  article: Article,
): Promise<ArticleDigest> {
  const annotatorSets: { readonly annotator: ReviewedAnnotator; readonly set: AnnotationSet }[] = [];
  for (const annotator of await annotatorsOf(context, liveProject, article)) {
    const annotatorSet = await readOne(context, liveProject, article, annotator);
    if ("set" in annotatorSet && annotatorSet.revision > 0)
      annotatorSets.push({ annotator, set: annotatorSet.set });
  }
  const sets = annotatorSets.map(({ annotator, set }) => ({
    annotator,
    summary: countsOf(set),
    gaps: gapsOf(set, liveProject.folder.project.data().tagset).length,
    remarks: [...records(set.remarks)],
  }));
  const subjects = new Set(sets.flatMap(({ remarks }) => remarks.flatMap(({ on }) => subjectIds(on))));
  const places = annotatorSets.flatMap(({ annotator, set }) =>
    [...subjects].flatMap((id) => placeIn(set, id, annotator.id)),
  );
  return { ...(await publicationOf(context, liveProject, article)), sets, places };
}

/** What is known of an article for lists: from its text too where that says it, and it can be read. */
async function publicationOf(
  { disk }: CoreContext,
  liveProject: LiveProject,
  article: Article,
): Promise<Publication> {
  const isInText = article.metadata.some(({ field }) => field === "publisher" || field === "date");
  const text = isInText ? await textOf(disk, liveProject, article) : null;
  return { article: article.id, ...publishedFacts(article, text) };
}

/** `null` where it is damaged or away, which is told when the article is opened. */
async function textOf(
  disk: CoreContext["disk"],
  liveProject: LiveProject,
  article: Article,
): Promise<string | null> {
  try {
    return await readText(disk, liveProject.folder.root, article);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return null;
  }
}

function placeIn(set: AnnotationSet, id: Id, annotator: Id): SubjectPlace[] {
  const span = get(set.spans, id);
  const card = get(set.attributions, id);
  const place = span ? spanHull(span) : card ? placeOf(set, card) : null;
  return place ? [{ id, annotator, start: place.start, end: place.end }] : [];
}
