// Gathering who speaks and what may be missed in texts, one after the other, from data as they travel between threads.
import type { Work } from "../../../shared/model/work.ts";
import { type GatheredArticle, gatherArticle } from "../../../shared/suggestions/gather-article.ts";
import type { OwnWords } from "../../../shared/suggestions/own-words.ts";

interface GatherInput {
  readonly texts: readonly string[];
  readonly own: OwnWords;
}

/** In the order of the texts. */
export function* gatherJob({ texts, own }: GatherInput): Work<readonly GatheredArticle[]> {
  const gatheredArticles: GatheredArticle[] = [];
  for (const text of texts) {
    gatheredArticles.push(gatherArticle(text, own));
    yield { done: gatheredArticles.length, of: texts.length };
  }
  return gatheredArticles;
}
