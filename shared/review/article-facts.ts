// The facts of an article that a filter can ask for and that are the same for everybody: its title, tags and publication, and who works on it.
import { isoDay } from "../importers/recognise-metadata.ts";
import type { Article } from "../model/article.ts";
import { isDay, knownOf } from "../model/article-about.ts";
import type { SharedFacts } from "../model/article-set.ts";
import type { ArticleProgress } from "./assignments.ts";

export interface PublishedFacts {
  readonly publisher: string | null;
  /** In ISO 8601, a day or less, perhaps with a time. */
  readonly date: string | null;
}

/** Where and when an article appeared. `text` null: it cannot be read, and says nothing. */
export function publishedFacts(article: Article, text: string | null): PublishedFacts {
  const known = knownOf(text === null ? { ...article, metadata: [] } : article, text ?? "");
  const said = (wanted: "publisher" | "date"): string | null =>
    known.find(({ field }) => field === wanted)?.value ?? null;
  const written = said("date");
  return {
    publisher: said("publisher"),
    date: written === null || isDay(written) ? written : isoDay(written),
  };
}

/** `progress` and `published` absent: nothing is known of that. */
export const sharedFactsOf = (
  { id, title, tags = [] }: Pick<Article, "id" | "title" | "tags">,
  { state = null, work = [] }: Partial<Omit<ArticleProgress, "article">> = {},
  { publisher, date }: PublishedFacts = { publisher: null, date: null },
): SharedFacts => ({
  ...{ article: id, title, tags, publisher, date, work: state },
  assigned: work.filter(({ isAssigned }) => isAssigned).map(({ annotator }) => annotator),
  annotated: work.filter((one) => one.state !== "assigned").map(({ annotator }) => annotator),
});
