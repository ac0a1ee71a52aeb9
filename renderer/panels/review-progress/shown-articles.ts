// Which articles the page shows. Pure.
import type { ArticleSummary } from "../../../shared/api/contract.ts";
import type { ArticleProgress } from "../../../shared/review/assignments.ts";
import type { ProgressQuery } from "../../state/review/assigning.ts";

export type ShownArticle = Pick<ArticleSummary, "id" | "title"> & Pick<ArticleProgress, "state" | "work">;

/** In the order of the project. */
export function shownArticles(
  articles: readonly Pick<ArticleSummary, "id" | "title">[],
  progress: readonly ArticleProgress[],
  { typed, state, person }: ProgressQuery,
): readonly ShownArticle[] {
  const parts = typed.toLocaleLowerCase().split(/\s+/u);
  const progressById = new Map(progress.map((one) => [one.article, one]));
  return articles.flatMap(({ id, title }) => {
    const of = progressById.get(id);
    const fits =
      parts.every((part) => title.toLocaleLowerCase().includes(part)) &&
      (state === null || (state === "nobody" ? of?.state === null : of?.state === state)) &&
      (person === null || (of?.work.some(({ annotator }) => annotator === person) ?? false));
    return fits && of ? [{ id, title, state: of.state, work: of.work }] : [];
  });
}
