// The revisions of an article, as the core tells of them.
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import type { Article } from "../model/article.ts";
import type { Id } from "../model/id.ts";
import type { RevisedSet } from "../model/revision.ts";
import type { Step } from "../model/step.ts";
import type { CarriedRecord } from "../revise/carry-records.ts";
import type { RevisionKind } from "../revise/revision-kind.ts";
import type { ArticleSummary, ReviewedAnnotator } from "./replies.ts";

/** What a revision would make of one annotator's set. */
export interface RevisionSetPreview extends Omit<RevisedSet, "annotator"> {
  readonly annotator: ReviewedAnnotator;
  /** How many of those that are counted are exclusions. */
  readonly exclusions: number;
  /** Those that change their words or lose their place, at most so many; spans first. */
  readonly records: readonly CarriedRecord[];
}

export interface RevisionPreview {
  /** The article's record as it would be. */
  readonly article: Article;
  readonly sets: readonly RevisionSetPreview[];
}

/** One revision, as a list shows it. */
export interface ListedRevision {
  /** `null`: the article as it was imported. */
  readonly id: Id | null;
  readonly at: string;
  /** The name of who made it; empty for the article as it was imported. */
  readonly by: string;
  readonly why: RevisionKind | "brought-in";
  readonly note: string;
  /** The name of the file that its text came with; `null`: none is kept. */
  readonly file: string | null;
  readonly title: string;
  readonly isPresent: boolean;
  /** Code units that the text grew by. */
  readonly growth: number;
  readonly sets: readonly (Omit<RevisedSet, "annotator"> & { readonly annotator: string })[];
}

/** The article as a revision has it, with this person's set as it was when the next one was made, or is. */
export interface RevisionText {
  readonly article: Article;
  readonly text: string;
  readonly set: AnnotationSetJson | null;
}

/** A text that did not lead to the present one. */
export interface OtherText {
  readonly text: string;
  /** The latest text that both it and the present one come from; `null` where that cannot be read any more. */
  readonly base: string | null;
}

export interface ListedRevisions {
  /** Those that led to the present text, the latest first; the last one is the article as it was imported. */
  readonly revisions: readonly ListedRevision[];
  /** The last of each side that did not lead to it, since its text was corrected in two places at once; the latest first. */
  readonly others: readonly ListedRevision[];
}

export interface RevisedReply {
  readonly article: ArticleSummary;
  readonly step: Step;
  readonly sets: readonly RevisedSet[];
}
