// A project: a folder of articles, the people who annotate them, one tagset and one registry of entities.
import type { ArticleSet } from "./article-set.ts";
import type { Assignment } from "./assignment.ts";
import type { Id } from "./id.ts";
import type { Tagset } from "./tagset.ts";

/** The newest form of a project's files that this version reads and writes. */
export const schemaVersion = 6;

/** `kind`: not a person but the curation, whose sets hold what was decided between those of people. One a project (see `isPerson`). */
export interface Annotator {
  readonly id: Id;
  readonly name: string;
  readonly kind?: "curation";
  /** Not a person either: its sets are curated ones from elsewhere, kept beside the project's own (`docs/decisions/0064`). */
  readonly decidedElsewhere?: true;
  /** Somebody said that this is the same person as that annotator: review counts them as one (`shared/review/one-person.ts`). */
  readonly sameAs?: Id;
  /** Annotators of whom somebody said that they are other people than this one, however much their sets are alike. */
  readonly notSameAs?: readonly Id[];
}

/** The content of `project.json`. */
export interface Project {
  readonly schemaVersion: number;
  readonly id: Id;
  readonly name: string;
  readonly createdAt: string;
  readonly tagset: Tagset;
  readonly annotators: readonly Annotator[];
  /** Who is to annotate what; absent until somebody was asked to. */
  readonly assignments?: readonly Assignment[];
  /** Absent until somebody made one. */
  readonly articleSets?: readonly ArticleSet[];
}
