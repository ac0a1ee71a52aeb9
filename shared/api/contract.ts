// The one list of what the interface can ask of the core. It is at once the types, the allow-list and the check of every
// input: a method that is not here does not exist, and an input that does not fit is refused before a handler sees it. Then what the core
// tells, unasked.
import type { z } from "zod";
import type { ArticleSet } from "../model/article-set.ts";
import type { Assignment } from "../model/assignment.ts";
import type { Whose } from "../model/curation.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { Annotator } from "../model/project.ts";
import type { Step } from "../model/step.ts";
import type { LanguageSetting } from "../words/language.ts";
import { agreementMethods } from "./methods/agreement.ts";
import { annotationsMethods } from "./methods/annotations.ts";
import { articleSetsMethods } from "./methods/article-sets.ts";
import { articlesMethods } from "./methods/articles.ts";
import { comparisonsMethods } from "./methods/comparisons.ts";
import { deskMethods } from "./methods/desk.ts";
import { exportsMethods } from "./methods/exports.ts";
import { hostMethods } from "./methods/host.ts";
import { insightMethods } from "./methods/insight.ts";
import { learningMethods } from "./methods/learning.ts";
import { modelsMethods } from "./methods/models.ts";
import { projectsMethods } from "./methods/projects.ts";
import { reviewMethods } from "./methods/review.ts";
import { revisionsMethods } from "./methods/revisions.ts";
import { statementsMethods } from "./methods/statements.ts";
import { suggestionsMethods } from "./methods/suggestions.ts";
import { teamMethods } from "./methods/team.ts";
import { trashMethods } from "./methods/trash.ts";
import { versionsMethods } from "./methods/versions.ts";
import type { OutsideNews } from "./outside-news.ts";
import type { ArticleSummary, MissingWork, ReadOnly, Theme } from "./replies.ts";
import type { TakeInStage } from "./take-in.ts";
import type { TeamState } from "./team.ts";
import type { Watching } from "./watching.ts";

export type * from "./replies.ts";

export const contract = {
  ...hostMethods,
  ...modelsMethods,
  ...projectsMethods,
  ...deskMethods,
  ...articleSetsMethods,
  ...articlesMethods,
  ...revisionsMethods,
  ...comparisonsMethods,
  ...trashMethods,
  ...versionsMethods,
  ...annotationsMethods,
  ...reviewMethods,
  ...agreementMethods,
  ...insightMethods,
  ...statementsMethods,
  ...suggestionsMethods,
  ...learningMethods,
  ...exportsMethods,
  ...teamMethods,
} as const;

type Contract = typeof contract;
export type Method = keyof Contract;
export type Input<M extends Method> = z.input<Contract[M]["input"]>;
export type ParsedInput<M extends Method> = z.output<Contract[M]["input"]>;
export type Result<M extends Method> =
  | NonNullable<Contract[M]["result"]>
  | Extract<Contract[M]["result"], null>;

/** What the core tells every client, unasked. */
export type Event =
  | { readonly type: "articles"; readonly project: Id; readonly articles: readonly ArticleSummary[] }
  /** Another window of the same host changed the set: reload it if `revision` is not yours. */
  | {
      readonly type: "set";
      readonly project: Id;
      readonly article: Id;
      readonly whose?: Whose;
      readonly revision: number;
      /** Whatever its revision is: it was changed from outside. */
      readonly again?: true;
    }
  | { readonly type: "entities"; readonly project: Id; readonly entities: readonly Entity[] }
  /** Another window of this person did a step: it belongs to the same history. */
  | { readonly type: "step"; readonly project: Id; readonly step: Step }
  /** Colleagues came to the project, or the curation did. */
  | { readonly type: "annotators"; readonly project: Id; readonly annotators: readonly Annotator[] }
  /** The project’s name, which may have changed. */
  | { readonly type: "renamed"; readonly project: Id; readonly name: string }
  /** Articles were assigned or released. */
  | { readonly type: "assignments"; readonly project: Id; readonly assignments: readonly Assignment[] }
  /** Sets of articles were made, changed or removed: these are all. */
  | { readonly type: "article-sets"; readonly project: Id; readonly articleSets: readonly ArticleSet[] }
  /** Sets of these articles that are not this person's own were imported or decided on: look at them again. */
  | { readonly type: "sets"; readonly project: Id; readonly articles: readonly Id[] }
  /** The article is another revision now: whoever shows it opens it anew. */
  | { readonly type: "revised"; readonly project: Id; readonly article: Id; readonly revision: Id | null }
  /** Articles in the trash were deleted for good: what waits for their coming back never gets anywhere. */
  | { readonly type: "deleted"; readonly project: Id; readonly articles: readonly Id[] }
  /** Something came into the project's folder from outside. */
  | { readonly type: "outside"; readonly project: Id; readonly news: readonly OutsideNews[] }
  /** What the project lacks of what it held before is brought back, or left as it is: this is still missing. */
  | { readonly type: "missing"; readonly project: Id; readonly missing: readonly MissingWork[] }
  /** The folder of the project cannot be found any more, or can be again. */
  | { readonly type: "folder"; readonly project: Id; readonly isAway: boolean }
  /** Another window has opened the project at `path`, where its folder was moved to: nothing is to be had at the old place any more. */
  | { readonly type: "moved"; readonly project: Id; readonly path: string }
  /** Somebody else took the project over: nothing of this window is saved any more until it is taken back. */
  | { readonly type: "taken-over"; readonly project: Id; readonly by: ReadOnly["detail"] }
  /** Of a project that somebody else holds: who holds it now, or that nobody does. */
  | { readonly type: "read-only"; readonly project: Id; readonly readOnly: ReadOnly }
  /** How far a comparison that this window asked for is, in spans and cards. */
  | {
      readonly type: "comparing";
      readonly project: Id;
      readonly article: Id;
      readonly done: number;
      readonly of: number;
    }
  /** How far the bringing in that this window asked for is; `of` grows while folders are looked through. */
  | {
      readonly type: "bringing-in";
      readonly project: Id;
      readonly done: number;
      readonly of: number;
      readonly file: string;
    }
  /** What became of the folder that is watched for the project. */
  | { readonly type: "watching"; readonly project: Id; readonly state: Watching }
  /** How the project stands to the place at which it is shared. */
  | { readonly type: "team"; readonly project: Id; readonly team: TeamState }
  /** How far a measurement of agreement that this window asked for is. */
  | { readonly type: "measuring"; readonly project: Id; readonly done: number; readonly of: number }
  /** How far figures that this window asked for are: in articles that are read, then in measures. */
  | { readonly type: "counting"; readonly project: Id; readonly done: number; readonly of: number }
  /** A project that was of an older form is written in the form of today from now on; `copy`: where it is as it was. */
  | { readonly type: "migrated"; readonly root: string; readonly copy: string }
  /** How far a look at a colleague's file, or taking it in, is that this window asked for. */
  | {
      readonly type: "taking-in";
      readonly project: Id;
      readonly stage: TakeInStage;
      readonly done: number;
      readonly of: number;
    }
  /** How far the keeping of a version that this window asked for is, in articles. */
  | { readonly type: "keeping"; readonly project: Id; readonly done: number; readonly of: number }
  /** How far an export that this window asked for is. */
  | { readonly type: "exporting"; readonly project: Id; readonly done: number; readonly of: number }
  /** How far the suggestions of several articles that this window asked for are, in articles. */
  | { readonly type: "suggesting"; readonly project: Id; readonly done: number; readonly of: number }
  /** More was told while the window was away than is kept for it: what it shows may be out of date. */
  | { readonly type: "missed" }
  /** Another language was chosen, for every window of this person. */
  | { readonly type: "language"; readonly language: LanguageSetting }
  /** Another theme was chosen, for every window of this person. */
  | { readonly type: "theme"; readonly theme: Theme }
  /** A command chosen in the desktop's menu. */
  | { readonly type: "command"; readonly id: string }
  /** The system asks for something to be opened in this window: `host.openings` says what. */
  | { readonly type: "opening" };
