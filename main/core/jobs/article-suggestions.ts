// The suggestions for the articles of a project: worked out once for each text and the project's own words, and kept while it is open.

import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import type { OwnWords } from "../../../shared/suggestions/own-words.ts";
import type { ArticleSuggestions } from "../../../shared/suggestions/suggest-cards.ts";
import type { SuggestedCard } from "../../../shared/suggestions/suggested-card.ts";
import { readText } from "../../storage/articles/article-files.ts";
import type { CoreContext } from "../context.ts";
import { articleIn, type ProjectInUse } from "../project/project-in-use.ts";
import { type JobOptions, runJob } from "./run-job.ts";

const cacheOf = memoize((_: ProjectInUse) => new Map<string, ArticleSuggestions>());
/** More than these are worked out anew. */
const mostKept = 200;

/** Lists of cards by article, one a model of the person's own. */
type FromOthers = ReadonlyMap<Id, readonly (readonly SuggestedCard[])[]>;

/**
 * By article; `null` when it was ended. Throws an `ApiError` when a text cannot be read. `others`: what models propose, which is put
 * together with what the rules do.
 */
export async function suggestionsFor(
  context: CoreContext,
  inUse: ProjectInUse,
  articles: readonly Id[],
  options: JobOptions,
  others: FromOthers = new Map(),
): Promise<ReadonlyMap<Id, ArticleSuggestions> | null> {
  const cache = cacheOf(inUse);
  const { ownCues = [], ownNames = [] } = inUse.folder.project.data().tagset;
  const ownWords: OwnWords = { cues: ownCues, names: ownNames };
  const articleRecords = await Promise.all(articles.map((id) => articleIn(context, inUse, id)));
  const keyed = articleRecords.map((article) => ({
    article,
    key: JSON.stringify([article.textHash, ownWords]),
  }));
  const isAlone = ({ article: { id } }: (typeof keyed)[number]): boolean =>
    (others.get(id) ?? []).every((cards) => cards.length === 0);
  const uncachedArticles = keyed.filter((one) => !isAlone(one) || !cache.has(one.key));
  const texts = await Promise.all(
    uncachedArticles.map(({ article }) => readText(context.disk, inUse.folder.root, article)),
  );
  const more = uncachedArticles.map(({ article }) => others.get(article.id) ?? []);
  const newProposals =
    uncachedArticles.length === 0
      ? []
      : await runJob(context.processes, "suggest", { texts, own: ownWords, others: more }, options);
  if (!newProposals) return null;
  const byArticle = new Map<Id, ArticleSuggestions>();
  for (const { article, key } of keyed) {
    const cachedProposals = cache.get(key);
    if (cachedProposals) byArticle.set(article.id, cachedProposals);
  }
  uncachedArticles.forEach((one, at) => {
    const proposed = newProposals[at];
    if (!proposed) return;
    byArticle.set(one.article.id, proposed);
    if (isAlone(one) && cache.size < mostKept) cache.set(one.key, proposed);
  });
  return byArticle;
}
