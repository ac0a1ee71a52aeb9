// How far an annotator is with an article, and their own note on it.
import type { AnnotationSet } from "./annotation-set.ts";
import type { Id } from "./id.ts";
import { get } from "./table.ts";

export type ArticleState = "new" | "in-progress" | "done" | "needs-discussion";

export const articleStates = [
  "new",
  "in-progress",
  "done",
  "needs-discussion",
] as const satisfies readonly ArticleState[];

/** What an annotator said of an article as a whole. A set holds at most one; its id is the article's. */
export interface Progress {
  readonly id: Id;
  /** `null`: not said, so it follows from the marks. */
  readonly state: ArticleState | null;
  readonly note: string;
}

/** The state of an article as lists show it: what was said, else new without marks and in progress with some. */
export function articleStateOf(set: AnnotationSet): ArticleState {
  const said = get(set.progress, set.articleId)?.state ?? null;
  if (said !== null) return said;
  return set.spans.size + set.attributions.size > 0 ? "in-progress" : "new";
}

/** The annotator's own note on the article; empty where there is none. */
export const articleNoteOf = (set: AnnotationSet): string => get(set.progress, set.articleId)?.note ?? "";
