// The list of articles as it is told anew, with those kept as the same objects that are as they were: what draws a long list draws
// only the others again.
import type { ArticleSummary } from "../../../shared/api/contract.ts";
import { sameValue } from "../../../shared/model/same-value.ts";

/** `told` in its order; `before` itself where nothing is another. */
export function sameArticles(
  before: readonly ArticleSummary[],
  told: readonly ArticleSummary[],
): readonly ArticleSummary[] {
  const articlesById = new Map(before.map((article) => [article.id, article]));
  const articles = told.map((article) => {
    const was = articlesById.get(article.id);
    return was && sameValue(was, article) ? was : article;
  });
  const isAll = articles.length === before.length && articles.every((article, at) => article === before[at]);
  return isAll ? before : articles;
}
