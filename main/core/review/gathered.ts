// Who speaks and what may be missed in the articles of a project: worked out once for each text and the project's own words, and kept
// while it is open, so that a list over a thousand articles is made again in a moment. What one's own set makes of it is kept with the set.

import type { PlacedMiss } from "../../../shared/api/replies.ts";
import { type AnnotationSet, compareSpans } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import type { Rejection } from "../../../shared/model/rejection.ts";
import { records } from "../../../shared/model/table.ts";
import { spanTypeOf, type Tagset } from "../../../shared/model/tagset.ts";
import type { GatheredArticle } from "../../../shared/suggestions/gather-article.ts";
import { uncovered } from "../../../shared/suggestions/new-suggestions.ts";
import type { OwnMarks } from "../../../shared/suggestions/project-people.ts";
import { readText } from "../../storage/articles/article-files.ts";
import type { CoreContext } from "../context.ts";
import { type JobOptions, runJob } from "../jobs/run-job.ts";
import { isClosedSet, ownSet, unopenedKey } from "../project/own-sets.ts";
import { articleIn, type ProjectInUse } from "../project/project-in-use.ts";

/** What one's own set says beside what was gathered from its article. */
export interface OwnSide {
  readonly gathered: GatheredArticle;
  readonly tagset: Tagset;
  readonly marks: OwnMarks;
  readonly missed: readonly PlacedMiss[];
  readonly rejections: readonly Rejection[];
  readonly cards: number;
}

const cacheOf = memoize((_: ProjectInUse) => new Map<string, GatheredArticle>());
/** Articles a thread: what is done stays when the next one is ended, and the texts of a large project are never all in memory. */
const batch = 100;

/** Of all articles, in their order; `null` when it was ended. Throws an `ApiError` when a text cannot be read. */
export async function gatheredIn(
  context: CoreContext,
  inUse: ProjectInUse,
  { signal, onProgress }: JobOptions,
): Promise<ReadonlyMap<Id, GatheredArticle> | null> {
  const cachedArticles = cacheOf(inUse);
  const { ownCues = [], ownNames = [] } = inUse.folder.project.data().tagset;
  const ownWords = { cues: ownCues, names: ownNames };
  const projectArticles = await Promise.all(
    [...inUse.articles.keys()].map((id) => articleIn(context, inUse, id)),
  );
  const keyOf = ({ textHash }: Article): string => JSON.stringify([textHash, ownWords]);
  const ungatheredArticles = projectArticles.filter((article) => !cachedArticles.has(keyOf(article)));
  for (let from = 0; from < ungatheredArticles.length; from += batch) {
    const articles = ungatheredArticles.slice(from, from + batch);
    const texts: string[] = [];
    for (const article of articles) texts.push(await readText(context.disk, inUse.folder.root, article));
    const gatheredBatch = await runJob(
      context.processes,
      "gather",
      { texts, own: ownWords },
      { signal, onProgress: ({ done }) => onProgress({ done: from + done, of: ungatheredArticles.length }) },
    );
    if (!gatheredBatch) return null;
    articles.forEach((article, at) => {
      const gatheredArticle = gatheredBatch[at];
      if (gatheredArticle) cachedArticles.set(keyOf(article), gatheredArticle);
    });
  }
  return new Map(
    projectArticles.flatMap((article) => {
      const gatheredArticle = cachedArticles.get(keyOf(article));
      return gatheredArticle ? [[article.id, gatheredArticle] as const] : [];
    }),
  );
}

/** By set, for those that are open. */
const ofSets = new WeakMap<AnnotationSet, OwnSide>();
const ofUnopened = memoize((_: ReturnType<typeof unopenedKey>) => new Map<Id, OwnSide>());

/** What stands in one's own set of an article beside what was gathered from it; `null` where nobody could have a set. */
export async function standingIn(
  context: CoreContext,
  inUse: ProjectInUse,
  article: Id,
  gathered: GatheredArticle,
): Promise<OwnSide | null> {
  const { tagset } = inUse.folder.project.data();
  const isFresh = (one: OwnSide | undefined): one is OwnSide =>
    one?.gathered === gathered && one.tagset === tagset;
  const isClosed = isClosedSet(inUse, article);
  const unopenedStandings = ofUnopened(unopenedKey(inUse));
  const unopenedStanding = isClosed ? unopenedStandings.get(article) : undefined;
  if (isFresh(unopenedStanding)) return unopenedStanding;
  const ownAnnotations = await ownSet(context, inUse, article);
  if (!ownAnnotations) return null;
  const cachedStanding = ofSets.get(ownAnnotations.set);
  const articleStanding = isFresh(cachedStanding)
    ? cachedStanding
    : standingOf(ownAnnotations.set, gathered, tagset, inUse.articles.get(article)?.metadata ?? []);
  ofSets.set(ownAnnotations.set, articleStanding);
  if (isClosed) unopenedStandings.set(article, articleStanding);
  return articleStanding;
}

function standingOf(
  set: AnnotationSet,
  gathered: GatheredArticle,
  tagset: Tagset,
  metadata: Article["metadata"],
): OwnSide {
  const mentions = [...records(set.spans)]
    .filter(({ type }) => spanTypeOf(tagset, type)?.refersToEntity === true)
    .sort(compareSpans);
  const missed = gathered.missed.map((one) => ({ ...one, range: one.segment, inClaim: false }));
  return {
    gathered,
    tagset,
    marks: {
      linked: mentions.flatMap(({ entity, segments }) =>
        entity === undefined ? [] : segments.map((range) => ({ range, entity })),
      ),
      unlinked: mentions.filter(({ entity }) => entity === undefined),
    },
    missed: uncovered(missed, set, tagset, metadata).map(({ range: _, ...one }) => one),
    rejections: [...records(set.rejections)],
    cards: set.attributions.size,
  };
}
