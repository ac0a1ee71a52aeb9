// An annotator's progress with an article, and their own note on it.
import type { Id } from "./id.ts";

export type ArticleState = "new" | "in-progress" | "done" | "needs-discussion";

export const articleStates = [
  "new",
  "in-progress",
  "done",
  "needs-discussion",
] as const satisfies readonly ArticleState[];

/** How far an article is with everybody, in the order of the work; `in-review`: curation of it has begun. */
export const workStates = [
  "assigned",
  "in-progress",
  "needs-discussion",
  "done",
  "in-review",
  "curated",
] as const;
export type WorkState = (typeof workStates)[number];

/** What an annotator said of an article as a whole. A set holds at most one; its id is the article's. */
export interface Progress {
  readonly id: Id;
  /** `null`: not said, so it follows from the marks. */
  readonly state: ArticleState | null;
  readonly note: string;
}
