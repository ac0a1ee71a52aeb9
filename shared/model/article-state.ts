// The state of an article as lists show it, by annotator: what they said, else what the marks say.
import type { AnnotationSet } from "./annotation-set.ts";
import type { ArticleState } from "./progress.ts";
import { get } from "./table.ts";

/** The state of an article as lists show it: what was said, else new without marks and in progress with some. */
export function articleStateOf(set: AnnotationSet): ArticleState {
  const explicitState = get(set.progress, set.articleId)?.state ?? null;
  if (explicitState !== null) return explicitState;
  return set.spans.size + set.attributions.size > 0 ? "in-progress" : "new";
}

/** The annotator's own note on the article; empty where there is none. */
export const articleNoteOf = (set: AnnotationSet): string => get(set.progress, set.articleId)?.note ?? "";
