// A revision of an article: what its text became, from what, by whom and why, and what became of everybody's annotations. Revisions
// are only ever added; taking one back is a revision too.
import type { Article } from "./article.ts";
import type { Id } from "./id.ts";
import type { StepNote } from "./step.ts";

/** `correction`: somebody put it right here. `new-version`: the publisher's article is another now. `taken-back`: one before was undone. */
export const revisionReasons = ["correction", "new-version", "taken-back"] as const;
export type RevisionReason = (typeof revisionReasons)[number];

/** What became of one annotator's spans and exclusions. */
export interface RevisedSet {
  readonly annotator: Id;
  /** Where they stood, with the same words. */
  readonly same: number;
  /** Elsewhere in the text, with the same words. */
  readonly moved: number;
  /** With other words. */
  readonly reworded: number;
  /** Without a place. */
  readonly waiting: number;
}

export interface ArticleRevision {
  readonly id: Id;
  /** `null`: the article as it was brought in. */
  readonly parent: Id | null;
  readonly before: Article;
  readonly after: Article;
  readonly why: RevisionReason;
  /** What its maker says of it; may be empty. */
  readonly note: string;
  /** The revision that this one takes back. */
  readonly takesBack?: Id;
  /** Revisions that had not led to the text of before, and whose corrections this one has taken in. */
  readonly joins?: readonly Id[];
  readonly at: string;
  readonly by: Id;
  /** The action that made it, by which the history of its maker knows it. */
  readonly opId: Id;
  readonly step: StepNote;
  readonly sets: readonly RevisedSet[];
}
