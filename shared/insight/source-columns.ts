// Columns of what sources add to a figure: each has the articles in which it speaks as a row of numbers, so that thousands of sources, and pairs of
// them, are counted in one pass over the statements.
import type { Id } from "../model/id.ts";
import type { CountedArticle } from "./counted-article.ts";
import type { AddOfSource } from "./measure.ts";

/** The numbers of articles, ascending, and what stands beside each of them. */
export interface SourceColumn {
  readonly articles: readonly number[];
  readonly values: readonly number[];
}

interface GrowingColumn {
  readonly articles: number[];
  readonly values: number[];
}

const emptyColumn: SourceColumn = { articles: [], values: [] };

/** The columns by source. */
interface SourceColumns {
  of(source: Id): SourceColumn;
}

type Each = (article: CountedArticle, add: AddOfSource) => void;

function columnsOf(
  articles: readonly CountedArticle[],
  each: Each,
  put: (column: GrowingColumn, article: number, value: number) => void,
): SourceColumns {
  const columns = new Map<Id, GrowingColumn>();
  for (const [at, article] of articles.entries())
    each(article, (source, value) => {
      const column = columns.get(source) ?? { articles: [], values: [] };
      if (column.articles.length === 0) columns.set(source, column);
      put(column, at, value);
    });
  return { of: (source) => columns.get(source) ?? emptyColumn };
}

/** Each article once, with the sum of the amounts that the source adds in it. */
export const amountsBySource = (articles: readonly CountedArticle[], each: Each): SourceColumns =>
  columnsOf(articles, each, (column, article, amount) => {
    const last = column.articles.length - 1;
    if (column.articles[last] === article) column.values[last] = (column.values[last] ?? 0) + amount;
    else {
      column.articles.push(article);
      column.values.push(amount);
    }
  });

/** Each place of each article once, in the order of their numbers. */
export const placesBySource = (articles: readonly CountedArticle[], each: Each): SourceColumns =>
  columnsOf(articles, each, (column, article, place) => {
    let at = column.articles.length;
    while (column.articles[at - 1] === article && (column.values[at - 1] ?? 0) > place) at -= 1;
    if (column.articles[at - 1] === article && column.values[at - 1] === place) return;
    column.articles.push(article);
    column.values.splice(at, 0, place);
  });

/** The article of each place that both have. */
export function commonPlaces(one: SourceColumn, other: SourceColumn): readonly number[] {
  const common: number[] = [];
  let [first, second] = [0, 0];
  while (first < one.articles.length && second < other.articles.length) {
    const order =
      (one.articles[first] ?? 0) - (other.articles[second] ?? 0) ||
      (one.values[first] ?? 0) - (other.values[second] ?? 0);
    if (order === 0) common.push(one.articles[first] ?? 0);
    if (order <= 0) first += 1;
    if (order >= 0) second += 1;
  }
  return common;
}
