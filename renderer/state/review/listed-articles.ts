// The articles of the project as the list, the board and the table show them, each with the facts that a filter can ask for. Pure.
import type { ArticleSummary, Publication, SetProgress } from "../../../shared/api/contract.ts";
import type { articleSorts } from "../../../shared/api/preferences.ts";
import { tidyTags } from "../../../shared/model/article-about.ts";
import { type ArticleFacts, type ArticleFilter, matches } from "../../../shared/model/article-filter.ts";
import { compareCodeUnits } from "../../../shared/model/compare-code-units.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type ArticleState, articleStates } from "../../../shared/model/progress.ts";
import { sharedFactsOf } from "../../../shared/review/article-facts.ts";
import type { ArticleProgress, ProjectProgress } from "../../../shared/review/assignments.ts";

/** `annotator`: this person; `null` while they have given no name. */
interface ArticleSources {
  readonly progress: ProjectProgress;
  readonly sets: readonly SetProgress[];
  readonly publications: readonly Publication[];
  readonly annotator: Id | null;
}

export interface ListedArticle extends ArticleSummary {
  /** The same object as long as it says the same: what draws a long list draws only the others again. */
  readonly summary: ArticleSummary;
  readonly facts: ArticleFacts;
  readonly work: ArticleProgress["work"];
}

/** In the order of the project. */
export function listedArticles(
  articles: readonly ArticleSummary[],
  { progress, sets, publications, annotator }: ArticleSources,
): readonly ListedArticle[] {
  const progressById = new Map(progress.articles.map((one) => [one.article, one]));
  const publicationById = new Map(publications.map((one) => [one.article, one]));
  const gapsById = new Map(
    sets.filter((set) => set.annotator.id === annotator).map(({ article, gaps }) => [article, gaps]),
  );
  return articles.map((article): ListedArticle => {
    const progressOfArticle = progressById.get(article.id);
    return {
      ...article,
      summary: article,
      work: progressOfArticle?.work ?? [],
      facts: {
        ...sharedFactsOf(article, progressOfArticle, publicationById.get(article.id)),
        state: article.state,
        gaps: gapsById.get(article.id) ?? 0,
        hasNote: article.hasNote,
      },
    };
  });
}

/** The tags of these articles, each once however it is written, in the order of the language of the interface. */
export const tagsOfArticles = (
  articles: readonly Pick<ArticleSummary, "tags">[],
  compare: (a: string, b: string) => number,
): readonly string[] => tidyTags(articles.flatMap(({ tags = [] }) => tags)).toSorted(compare);

/** What calls for somebody comes first, what is finished last. */
const urgency: Readonly<Record<ArticleState, number>> = {
  "needs-discussion": 0,
  "in-progress": 1,
  new: 2,
  done: 3,
};

type Listed = Pick<ArticleSummary, "id" | "title" | "addedAt" | "state">;

interface Order {
  readonly sort: (typeof articleSorts)[number];
  /** Compares texts as the language of the interface does. */
  compare(a: string, b: string): number;
}

/** Equal ones stay in their order. */
export function sortArticles<T extends Listed>(
  articles: readonly T[],
  { sort, compare }: Order,
): readonly T[] {
  if (sort === "title") return articles.toSorted((a, b) => compare(a.title, b.title));
  if (sort === "state") return articles.toSorted((a, b) => urgency[a.state] - urgency[b.state]);
  return articles.toSorted((a, b) => compareCodeUnits(a.addedAt, b.addedAt));
}

/** The articles that fit, in order. */
export const shownArticles = (
  articles: readonly ListedArticle[],
  filter: ArticleFilter,
  order: Order,
): readonly ListedArticle[] =>
  sortArticles(
    articles.filter(({ facts }) => matches(filter, facts)),
    order,
  );

/** The columns of the board, each in the order of the articles. */
export const columnsOf = (
  articles: readonly ListedArticle[],
): readonly { readonly state: ArticleState; readonly articles: readonly ListedArticle[] }[] =>
  articleStates.map((state) => ({ state, articles: articles.filter((one) => one.state === state) }));
