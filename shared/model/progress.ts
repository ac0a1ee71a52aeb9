// An annotator's progress with an article, and their own note on it.
import type { Id } from "./id.ts";

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
