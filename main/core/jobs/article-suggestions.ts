// The suggestions for the articles of a project: worked out once for each text and what they go by, and kept until one of these is another.

import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { languageOfArticle } from "../../../shared/model/language.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import type { OwnWords } from "../../../shared/suggestions/own-words.ts";
import type { ArticleSuggestions } from "../../../shared/suggestions/suggest-cards.ts";
import type { SuggestedCard } from "../../../shared/suggestions/suggested-card.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { hashOfValue } from "../../storage/files/json-text.ts";
import { readLearned } from "../../storage/sets/learned-file.ts";
import type { CoreContext } from "../context.ts";
import { articleIn, type LiveProject, shownAnnotator } from "../project/live-project.ts";
import type { SuggestedText } from "./jobs.ts";
import { type JobOptions, runJob } from "./run-job.ts";

/** What was worked out of each article; of another key than what is there, it takes its place. */
interface KeptByArticle<T> {
  /** `undefined` where there is nothing of this key. */
  get(article: Id, key: string): T | undefined;
  set(article: Id, key: string, value: T): void;
}

/** `most`: of more articles than these the one that was set first is forgotten. */
export function keptByArticle<T>(most = Infinity): KeptByArticle<T> {
  const kept = new Map<Id, { readonly key: string; readonly value: T }>();
  return {
    get(article, key) {
      const one = kept.get(article);
      return one?.key === key ? one.value : undefined;
    },
    set(article, key, value) {
      kept.delete(article);
      kept.set(article, { key, value });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
  };
}

const mostKept = 200;
const cacheOf = memoize((_: LiveProject) => keptByArticle<ArticleSuggestions>(mostKept));

/** Lists of cards by article, one a model of the person's own. */
type FromOthers = ReadonlyMap<Id, readonly (readonly SuggestedCard[])[]>;

/**
 * By article; `null` when it was ended. Throws an `ApiError` when a text cannot be read. `others`: what models propose, which is put
 * together with what the rules do.
 */
export async function suggestionsFor(
  context: CoreContext,
  liveProject: LiveProject,
  articles: readonly Id[],
  options: JobOptions,
  others: FromOthers = new Map(),
): Promise<ReadonlyMap<Id, ArticleSuggestions> | null> {
  const cache = cacheOf(liveProject);
  const by = await suggestingBy(context, liveProject);
  const articleRecords = await Promise.all(articles.map((id) => articleIn(context, liveProject, id)));
  const keyed = articleRecords.map((article) => ({ article, key: suggestedKey(article, by) }));
  const isAlone = ({ article: { id } }: (typeof keyed)[number]): boolean =>
    (others.get(id) ?? []).every((cards) => cards.length === 0);
  const byArticle = new Map<Id, ArticleSuggestions>();
  for (const one of keyed) {
    const cachedProposals = isAlone(one) && cache.get(one.article.id, one.key);
    if (cachedProposals) byArticle.set(one.article.id, cachedProposals);
  }
  const uncachedArticles = keyed.filter(({ article }) => !byArticle.has(article.id));
  const texts = await Promise.all(
    uncachedArticles.map(({ article }) => readSuggestedText(context, liveProject, article)),
  );
  const more = uncachedArticles.map(({ article }) => others.get(article.id) ?? []);
  const newProposals =
    uncachedArticles.length === 0
      ? []
      : await runJob(context.processes, "suggest", { texts, own: by.own, others: more }, options);
  if (!newProposals) return null;
  uncachedArticles.forEach((one, at) => {
    const proposed = newProposals[at];
    if (!proposed) return;
    byArticle.set(one.article.id, proposed);
    if (isAlone(one)) cache.set(one.article.id, one.key, proposed);
  });
  return byArticle;
}

/** What the suggestions for an article depend on beside the text itself. */
interface SuggestingBy {
  readonly own: OwnWords;
  readonly language: string | undefined;
  /** Of what was learned, a hash. */
  readonly learned: string | null;
}

/** Throws an `ApiError` when the disk does not give what was learned. */
export async function suggestingBy(
  { disk }: Pick<CoreContext, "disk">,
  liveProject: LiveProject,
): Promise<SuggestingBy> {
  const { folder } = liveProject;
  const { ownCues = [], ownNames = [], articleLanguage } = folder.project.data().tagset;
  const annotator = shownAnnotator(liveProject);
  const file = annotator && (await readLearned(disk, folder.root, annotator.id)).file;
  const learned = file?.on === true ? file.used?.learned : undefined;
  return {
    own: { cues: ownCues, names: ownNames, ...(learned && { learned }) },
    language: articleLanguage,
    learned: learned ? hashOfValue(learned) : null,
  };
}

export function suggestedKey(
  { textHash, about = [] }: Article,
  { own: { cues, names }, language, learned }: SuggestingBy,
): string {
  const said = about.filter(({ field }) => field === "language");
  return JSON.stringify([textHash, said, cues, names, language, learned]);
}

/** Throws an `ApiError` when it cannot be read. */
export async function readSuggestedText(
  { disk }: CoreContext,
  liveProject: LiveProject,
  article: Article,
): Promise<SuggestedText> {
  const text = await readText(disk, liveProject.folder.root, article);
  const { articleLanguage } = liveProject.folder.project.data().tagset;
  return { text, language: languageOfArticle(article, text, articleLanguage) };
}
