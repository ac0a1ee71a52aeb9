// Says of everybody's sets of a project together how far each is, and what is known of the articles and remarked there. An article is looked at
// again only when it, one of its sets or the tagset has changed, so that it can be asked for as often as a window likes.
import { join } from "node:path";
import type {
  ArticleTalk,
  Publication,
  ReviewedAnnotator,
  SetProgress,
  SubjectPlace,
} from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type AnnotationSet, placeOf } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { subjectIds } from "../../../shared/model/remark.ts";
import { spanHull } from "../../../shared/model/span.ts";
import { get, records } from "../../../shared/model/table.ts";
import { publishedFacts } from "../../../shared/review/article-facts.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { readDurable } from "../../storage/files/durable-file.ts";
import { filesSignature } from "../../storage/files/files-signature.ts";
import { lookedAhead } from "../../storage/files/looked-ahead.ts";
import { leadsNowhere, readError } from "../../storage/files/storage-error.ts";
import { isPlain, type SetDigest, tagsetKey } from "../../storage/home/opening-index.ts";
import { annotationsFolder } from "../../storage/project/project-folder.ts";
import type { CoreContext } from "../context.ts";
import { digestOf, type LiveProject, saveOpeningIndex, setPlace } from "../project/live-project.ts";
import { annotatorsOf, readOne } from "../project/review-sets.ts";

interface ArticleProgress {
  /** Those that can be read and in which anything was ever done. */
  readonly sets: readonly SetProgress[];
  readonly publication: Publication;
}

const cachedProgress = memoize((_: LiveProject): ArticleCache<ArticleProgress> => new Map());

/** How far everybody is with each article, in the project's order. Throws an `ApiError` when a folder of sets cannot be listed. */
export async function progressByArticle(
  context: CoreContext,
  liveProject: LiveProject,
): Promise<readonly ArticleProgress[]> {
  const progress = await ofEachArticle(context, liveProject, cachedProgress(liveProject), (article, files) =>
    progressOf(context, liveProject, article, files),
  );
  await saveOpeningIndex(liveProject);
  return progress;
}

const cachedTalk = memoize((_: LiveProject): ArticleCache<ArticleTalk | null> => new Map());

/** What was said about the articles of which anything was said, in the project's order. Throws as `progressByArticle` does. */
export async function remarksByArticle(
  context: CoreContext,
  liveProject: LiveProject,
): Promise<readonly ArticleTalk[]> {
  const talks = await ofEachArticle(context, liveProject, cachedTalk(liveProject), async (article) =>
    (await isSilent(context, liveProject, article)) ? null : talkOf(context, liveProject, article),
  );
  return talks.flatMap((talk) => (talk && talk.sets.length > 0 ? [talk] : []));
}

type ArticleCache<T> = Map<Id, { readonly basis: readonly unknown[]; readonly value: T }>;

/** What is worked out of each article and the files of its sets, again where any of that, the people or the tagset is another than it was. */
async function ofEachArticle<T>(
  context: CoreContext,
  liveProject: LiveProject,
  cache: ArticleCache<T>,
  workOut: (article: Article, files: readonly string[]) => Promise<T>,
): Promise<readonly T[]> {
  const values: T[] = [];
  const look = async (article: Article) => {
    const { tagset, annotators } = liveProject.folder.project.data();
    const files = await filesOf(context, liveProject, article);
    const ownSet = (await liveProject.sets.get(article.id))?.store.set() ?? null;
    const basis = [article, ownSet, tagset, annotators, files.join("\n")];
    const cached = cache.get(article.id);
    return cached?.basis.every((value, at) => value === basis[at])
      ? cached
      : { basis, value: await workOut(article, files) };
  };
  for await (const [{ id }, found] of lookedAhead([...liveProject.articles.values()], look)) {
    cache.set(id, found);
    values.push(found.value);
  }
  return values;
}

async function progressOf(
  context: CoreContext,
  liveProject: LiveProject,
  article: Article,
  files: readonly string[],
): Promise<ArticleProgress> {
  const sets: SetProgress[] = [];
  for (const annotator of await annotatorsOf(context, liveProject, article)) {
    const digest = await digestOfSet(context, liveProject, { article, annotator, files });
    if (digest && digest.revision > 0)
      sets.push({ article: article.id, annotator, summary: digest.summary, gaps: digest.gaps.count });
  }
  return { sets, publication: await publicationOf(context, liveProject, article) };
}

/** By which one sees that a file of the article's sets was added, removed or written. */
async function filesOf(
  { disk }: CoreContext,
  liveProject: LiveProject,
  article: Article,
): Promise<readonly string[]> {
  const folder = annotationsFolder(liveProject.folder.root, article);
  try {
    return await filesSignature(disk, folder);
  } catch (error) {
    throw readError(error, folder);
  }
}

interface SetToDigest {
  readonly article: Article;
  readonly annotator: ReviewedAnnotator;
  /** The look of all that lies in its folder. */
  readonly files: readonly string[];
}

/** `null` for one that cannot be read. What its files say is read again only where they, or the tagset, are others than they were. */
async function digestOfSet(
  context: CoreContext,
  liveProject: LiveProject,
  { article, annotator, files }: SetToDigest,
): Promise<SetDigest | null> {
  const { tagset } = liveProject.folder.project.data();
  const { device } = context.settings;
  const place = setPlace(liveProject.folder, article, annotator.id);
  const isOpen = annotator.role === "own" && liveProject.sets.has(article.id);
  const look = isOpen ? null : await liveProject.openingIndex.set(place, 0, files);
  if (look?.kept?.gaps.tagset === tagsetKey(tagset)) return look.kept;
  const annotatorSet = await readOne(context, liveProject, article, annotator);
  if ("problem" in annotatorSet) return null;
  const { set, revision, stored } = annotatorSet;
  const digest = digestOf(stored ?? { set, revision, seqByDevice: new Map() }, device, tagset);
  if (stored && isPlain(stored)) look?.keep(digest);
  return digest;
}

/** What is known of an article for lists: from its text too where that says it, and it can be read. */
async function publicationOf(
  { disk }: CoreContext,
  liveProject: LiveProject,
  article: Article,
): Promise<Publication> {
  const look = liveProject.openingIndex.published(article);
  if (look.kept) return { article: article.id, ...look.kept };
  const isInText = article.metadata.some(({ field }) => field === "publisher" || field === "date");
  const text = isInText ? await textOf(disk, liveProject, article) : null;
  const published = publishedFacts(article, text);
  if (!isInText || text !== null) look.keep(published);
  return { article: article.id, ...published };
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

/**
 * Whether no file of the article's sets speaks of remarks. Looked for in the bytes: reading and checking every set of a large
 * project would take many times as long.
 */
async function isSilent({ disk }: CoreContext, liveProject: LiveProject, article: Article): Promise<boolean> {
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
  return true;
}

async function talkOf(
  context: CoreContext,
  liveProject: LiveProject,
  article: Article,
): Promise<ArticleTalk> {
  const annotatorSets: { readonly annotator: Id; readonly set: AnnotationSet }[] = [];
  for (const annotator of await annotatorsOf(context, liveProject, article)) {
    const annotatorSet = await readOne(context, liveProject, article, annotator);
    if ("set" in annotatorSet && annotatorSet.revision > 0)
      annotatorSets.push({ annotator: annotator.id, set: annotatorSet.set });
  }
  const sets = annotatorSets.flatMap(({ annotator, set }) => {
    const remarks = [...records(set.remarks)];
    return remarks.length === 0 ? [] : [{ articleId: article.id, annotatorId: annotator, remarks }];
  });
  const subjects = new Set(sets.flatMap(({ remarks }) => remarks.flatMap(({ on }) => subjectIds(on))));
  const places = annotatorSets.flatMap(({ annotator, set }) =>
    [...subjects].flatMap((id) => placeIn(set, id, annotator)),
  );
  return { article: article.id, sets, places };
}

function placeIn(set: AnnotationSet, id: Id, annotator: Id): SubjectPlace[] {
  const span = get(set.spans, id);
  const card = get(set.attributions, id);
  const place = span ? spanHull(span) : card ? placeOf(set, card) : null;
  return place ? [{ id, annotator, start: place.start, end: place.end }] : [];
}
