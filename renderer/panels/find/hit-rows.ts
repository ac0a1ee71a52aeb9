// The hits as rows of a list: each article with its hits under it.
import type { Id } from "../../../shared/model/id.ts";
import type { ArticleHits } from "../../../shared/search/query.ts";
import { hitKey, type PlacedHit } from "../../state/articles/find.ts";

export type HitRow =
  | { readonly kind: "article"; readonly article: Id; readonly keys: readonly string[] }
  | ({ readonly kind: "hit" } & PlacedHit);

export function hitRows(articles: readonly ArticleHits[]): readonly HitRow[] {
  return articles.flatMap(({ article, hits }): HitRow[] => {
    const placed = hits.map((hit) => ({ kind: "hit" as const, article, hit, key: hitKey(article, hit) }));
    return [{ kind: "article", article, keys: placed.map(({ key }) => key) }, ...placed];
  });
}
