// The one list of what the interface can ask of the core. It is at once the types, the allow-list and the check of every
// input: a method that is not here does not exist, and an input that does not fit is refused before a handler sees it.
import { z } from "zod";
import type { Assignment } from "../model/assignment.ts";
import type { Whose } from "../model/curation.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { Annotator } from "../model/project.ts";
import type { Step } from "../model/step.ts";
import type { Tagset } from "../model/tagset.ts";
import { edgePolicies } from "../review/policies/index.ts";
import { limits } from "../schema/limits.ts";
import {
  assignmentsChange,
  change,
  entity,
  sha256 as hash,
  id,
  recordsChange,
  stepNote,
  tagset,
  tagsetChange,
  tagsetMoves,
  text,
  whose,
} from "../schema/model.ts";
import { somePreferences } from "../schema/preferences.ts";
import { query } from "../schema/search.ts";
import { takeInChoices } from "../schema/take-in.ts";
import type { SearchResult } from "../search/query.ts";
import type { SuggestionFigures } from "../suggestions/measure-against.ts";
import type { Proposed } from "../suggestions/propose-cards.ts";
import { type LanguageSetting, languages } from "../words/language.ts";
import { agreementChoice, type MeasuredAgreement } from "./agreement.ts";
import { type BringInLook, type BroughtIn, bringInChoices, bringInSources } from "./bringing-in.ts";
import type { ConflictCopy, SettledCopies } from "./copies.ts";
import type { Examination, RepairedCopy } from "./examination.ts";
import type { FeedbackReport } from "./feedback.ts";
import type { OutsideNews } from "./outside.ts";
import type { ChangeRecord } from "./record.ts";
import {
  type AppliedStep,
  type ArticlePutAway,
  type ArticleRejections,
  type ArticleSummary,
  type ArticleTalk,
  type ComparedSets,
  type CopyReport,
  type ExportPreview,
  type ExportReport,
  type FolderListing,
  type HostInfo,
  type ImportReport,
  type Mention,
  type MentionCount,
  type OpenArticle,
  type OpenProject,
  type Place,
  type ReadOnly,
  type ReviewSets,
  type Saved,
  type SetProgress,
  type Settings,
  type TagsetPreview,
  themes,
} from "./replies.ts";
import type { TakeInPreview, TakeInStage, TakenIn } from "./take-in.ts";
import { type InTrash, type ProjectInTrash, type TakenBack, trashItem } from "./trash.ts";
import { type Restored, type RestorePreview, type Versions, versionKinds } from "./versions.ts";

export type * from "./replies.ts";

const path = z.string().min(1).max(limits.pathLength);
const name = z.string().trim().min(1).max(200);
const place: z.ZodType<Place> = z.strictObject({
  offset: z.number().int().min(0),
  span: id.nullable(),
  card: id.nullable(),
});
const theme = z.enum(themes);
const language = z.enum(["system", ...languages]);
const pair = z.strictObject({ article: id, annotator: id });
/** Names an open project in every later call; made anew at each opening. */
const project = id;
/** Of a set, as the caller knew it when the change was made. */
const revision = z.number().int().min(0);

const restoreScope = {
  version: z.strictObject({ kind: z.enum(versionKinds), id: name }),
  article: id.nullable(),
  whose: z.enum(["own", "curation"]).nullable(),
};

/** `method`: its input's schema; the result is named by the type parameter. */
function method<Result>() {
  return <Input extends z.ZodType>(input: Input): { input: Input; result?: Result } => ({ input });
}

const none = z.strictObject({});

export const contract = {
  "host.info": method<HostInfo>()(none),
  "settings.get": method<Settings>()(none),
  "settings.set": method<Settings>()(
    z.strictObject({
      annotatorName: name.exactOptional(),
      theme: theme.exactOptional(),
      language: language.exactOptional(),
      ...somePreferences,
    }),
  ),
  "settings.forgetProject": method<Settings>()(z.strictObject({ path })),
  "dialog.choose": method<{ path: string | null }>()(
    z.strictObject({
      purpose: z.enum([
        "open-project",
        "new-project",
        "open-article",
        "open-tagset",
        "open-review",
        "save-export",
      ]),
      suggestedName: name.exactOptional(),
    }),
  ),
  "files.list": method<FolderListing>()(z.strictObject({ path: path.nullable() })),
  "files.makeFolder": method<{ path: string }>()(z.strictObject({ parent: path, name })),
  /** Makes the folder `path` (which must not exist or be empty) a project, and opens it. */
  "project.create": method<OpenProject>()(z.strictObject({ path, name })),
  /** `takeOver`: the lock of somebody else, as `readOnly` named it, that a person has decided to take over. */
  "project.open": method<OpenProject>()(
    z.strictObject({ path, mode: z.enum(["write", "read"]), takeOver: name.exactOptional() }),
  ),
  /** Copies that synchronisation programs made of conflicts, with what merging them would do. */
  "copies.list": method<{ readonly copies: readonly ConflictCopy[] }>()(z.strictObject({ project })),
  /** Merges copies as one step, and moves them, and those that are only to be set aside, to the quarantine. */
  "copies.settle": method<SettledCopies>()(
    z.strictObject({ project, merge: z.array(path), aside: z.array(path), opId: id, step: stepNote }),
  ),
  /** Looks at the project's folder at once for what others have changed in it, and waits for it. */
  "project.look": method<null>()(z.strictObject({ project })),
  /** Opens this person's own copy of the sample project, made on first use. */
  "project.openSample": method<OpenProject>()(none),
  /** Puts the newest good copies in the place of the project's own damaged files, whose bytes are kept, and opens it. */
  "project.recover": method<OpenProject>()(z.strictObject({ path })),
  /** Looks at everything in the project's folder, as it lies there, and says what is wrong. Changes nothing. */
  "project.examine": method<Examination>()(z.strictObject({ path })),
  /** Copies the project into the new folder `out` and repairs the copy; the project itself stays as it is. */
  "project.repairCopy": method<RepairedCopy>()(z.strictObject({ path, out: path })),
  /** Moves a project that nobody has open aside, whole. */
  "project.putAway": method<{ readonly item: ProjectInTrash; readonly settings: Settings }>()(
    z.strictObject({ path }),
  ),
  /** The projects that were moved aside on this machine, the latest first. */
  "projects.inTrash": method<{ readonly projects: readonly ProjectInTrash[] }>()(none),
  /** Moves one back to where it was, or beside it. */
  "projects.takeBack": method<{ readonly path: string; readonly settings: Settings }>()(
    z.strictObject({ path }),
  ),
  /** Deletes them, with all that is in them; answers with what is left. */
  "projects.deleteForGood": method<{ readonly projects: readonly ProjectInTrash[] }>()(
    z.strictObject({ paths: z.array(path).max(limits.annotations) }),
  ),
  "project.close": method<null>()(z.strictObject({ project })),
  "article.importFile": method<ImportReport>()(z.strictObject({ project, path })),
  "article.importText": method<ImportReport>()(
    z.strictObject({ project, name: name.nullable(), text: z.string().max(limits.articleLength) }),
  ),
  /** A file that was dropped on a window, which knows its bytes and not where it lies. */
  "article.importDropped": method<ImportReport>()(
    z.strictObject({ project, fileName: name, base64: z.base64().max(limits.callBytes) }),
  ),
  /** What there is to bring in, without doing it: tables with their columns as guessed, and texts whose encoding was. */
  "bringIn.look": method<BringInLook>()(z.strictObject({ project, ...bringInSources, ...bringInChoices })),
  /** Brings all of it in, one after the other, and tells how far it is (`bringing-in`). One at a time a window. */
  "bringIn.run": method<BroughtIn>()(
    z.strictObject({
      project,
      ...bringInSources,
      ...bringInChoices,
      /** Part of the one before: the report is of both. */
      goesOn: z.boolean().exactOptional(),
    }),
  ),
  /** Ends it after the file in hand; what was taken stays. */
  "bringIn.stop": method<null>()(z.strictObject({ project })),
  /** Writes what came of the last one as a table, or as JSON where the path ends so. */
  "bringIn.report": method<{ readonly path: string }>()(
    z.strictObject({ project, language: z.enum(languages), path, overwrite: z.boolean() }),
  ),
  "article.open": method<OpenArticle>()(
    z.strictObject({ project, article: id, whose: whose.exactOptional() }),
  ),
  /** Writes what is shown of a damaged set in the place of its files, whose bytes are kept. */
  "article.recover": method<OpenArticle>()(z.strictObject({ project, article: id })),
  /** Puts the text of an article back as it was when it was opened; what stands in its place is kept. */
  "article.restoreText": method<null>()(z.strictObject({ project, article: id })),
  /** Moves an article and everybody's annotations of it to the project's trash, from where they can be taken back. */
  "article.putAway": method<ArticlePutAway>()(z.strictObject({ project, article: id })),
  /** Puts a colleague away with all their sets, remarks and assignments. */
  "annotator.putAway": method<InTrash>()(z.strictObject({ project, annotator: id })),
  /** Takes an entity, with those merged into it, off this person's mentions and out of the registry, as one step. */
  "entity.putAway": method<AppliedStep & { readonly step: Step }>()(
    z.strictObject({ project, entity: id, opId: id, step: stepNote }),
  ),
  /** What is in the trash, the latest first. */
  "trash.list": method<{ readonly items: readonly InTrash[] }>()(z.strictObject({ project })),
  "trash.takeBack": method<TakenBack>()(
    z.strictObject({ project, kind: z.enum(["article", "annotator"]), id }),
  ),
  /** The way back for an entity, as one step. */
  "trash.takeEntityBack": method<AppliedStep & { readonly step: Step }>()(
    z.strictObject({ project, entity: id, opId: id, step: stepNote }),
  ),
  /** Deletes for good; answers with what is left. */
  "trash.empty": method<{ readonly items: readonly InTrash[] }>()(
    z.strictObject({ project, items: z.array(trashItem).max(limits.annotations) }),
  ),
  /** What was kept of the project under a name, and what was copied by itself, with sizes. */
  "versions.list": method<Versions>()(z.strictObject({ project })),
  /** Keeps the project as it stands under a name. Tells how far it is (`keeping`). */
  "versions.keep": method<{ readonly id: Id }>()(z.strictObject({ project, name })),
  /** Deletes a version that was kept, for good. */
  "versions.forget": method<null>()(z.strictObject({ project, version: id })),
  /** What going back to a version would do, without doing it. `article` null: of the whole project; `whose` null: all of ours. */
  "versions.preview": method<RestorePreview>()(z.strictObject({ project, ...restoreScope })),
  /** Goes back to a version: this person's sets and the curated ones, as one step that can be taken back. */
  "versions.restore": method<Restored>()(
    z.strictObject({ project, ...restoreScope, opId: id, step: stepNote }),
  ),
  "article.place": method<null>()(z.strictObject({ project, article: id, place })),
  /** `opId` makes a resend harmless: a change that was already applied is answered as it was then. */
  "annotations.apply": method<Saved>()(
    z.strictObject({
      project,
      article: id,
      whose: whose.exactOptional(),
      opId: id,
      revision,
      change,
      step: stepNote.exactOptional(),
    }),
  ),
  /**
   * Keeps changes in the person's own folder that the project's disk does not take, each once, and drops those named by
   * `forget`. The answer comes when they are safe there. They are offered to the project when it is next opened.
   */
  "annotations.keep": method<{ readonly kept: number }>()(
    z.strictObject({
      project,
      article: id,
      whose: whose.exactOptional(),
      changes: z.array(z.strictObject({ opId: id, change, step: stepNote.exactOptional() })),
      forget: z.array(id),
    }),
  ),
  /**
   * Changes that a window which is gone had made and not saved, in their order: applied as far as they fit, each once. The
   * answer names those that do not. One that the disk does not take is an error, and those before it are applied.
   */
  "annotations.handOver": method<{ readonly applied: number; readonly unfitting: readonly Id[] }>()(
    z.strictObject({
      project,
      article: id,
      whose: whose.exactOptional(),
      changes: z.array(z.strictObject({ opId: id, change, step: stepNote.exactOptional() })),
    }),
  ),
  /**
   * Applies one step to several articles' sets, to the registry, the tagset or the assignments, or to all of these: all of it or nothing. Once it is decided it
   * is finished whatever happens, if need be at the next opening. `opId` makes a resend harmless. The caller saves what
   * it has unsaved in these articles first. `revision` null: on whatever stands, as long as the change fits it.
   */
  "project.apply": method<AppliedStep>()(
    z.strictObject({
      project,
      opId: id,
      step: stepNote,
      parts: z
        .array(
          z.strictObject({
            article: id,
            whose: whose.exactOptional(),
            revision: revision.nullable(),
            change,
          }),
        )
        .max(limits.stepParts),
      entities: recordsChange(entity).exactOptional(),
      tagset: tagsetChange.exactOptional(),
      assignments: assignmentsChange.exactOptional(),
    }),
  ),
  /** Reads a tagset from a file; says what is wrong with one that cannot be read. */
  "tagset.read": method<{ readonly tagset: Tagset }>()(z.strictObject({ path })),
  /** What putting a tagset to use would do, without doing it. */
  "tagset.preview": method<TagsetPreview>()(z.strictObject({ project, tagset, moves: tagsetMoves })),
  /** Puts a tagset to use and carries this person's sets over, as one step that can be taken back. */
  "tagset.put": method<AppliedStep & { readonly step: Step }>()(
    z.strictObject({ project, opId: id, step: stepNote, tagset, moves: tagsetMoves }),
  ),
  /** The latest steps of this person in the project, oldest first: what undo and redo go on from after a restart. */
  "project.history": method<{ readonly steps: readonly Step[] }>()(z.strictObject({ project })),
  /**
   * What was ever done to everybody's sets of an article (`null`: of all), to all of it or to one span or card, the latest
   * first and at most so many.
   */
  "history.read": method<ChangeRecord>()(
    z.strictObject({
      project,
      article: id.nullable(),
      record: id.nullable(),
      most: z.number().int().min(1).max(limits.annotations),
    }),
  ),
  /** How often each entity is mentioned in this person's sets. What was merged is counted by itself. */
  "entities.counts": method<{ readonly counts: readonly MentionCount[] }>()(z.strictObject({ project })),
  /** The mentions of these entities in this person's sets, by article and in reading order. */
  "entities.mentions": method<{ readonly mentions: readonly Mention[] }>()(
    z.strictObject({ project, entities: z.array(id).max(limits.annotations) }),
  ),
  /**
   * Where words stand in these articles (`null`: in all), and which of it this person has marked. A window has one search
   * at a time: the next one ends the one before, whose answer says so.
   */
  "find.search": method<SearchResult>()(
    z.strictObject({ project, query, articles: z.array(id).max(limits.annotations).nullable() }),
  ),
  /** Ends the search that runs, if one does. */
  "find.stop": method<null>()(z.strictObject({ project })),
  /** Everybody's sets of an article, as they stand. */
  "review.sets": method<ReviewSets>()(z.strictObject({ project, article: id })),
  /**
   * How the sets of these annotators differ, members in this order. Tells how far it is (`comparing`). A window has one
   * comparison at a time: the next one ends the one before, whose answer says so.
   */
  "review.compare": method<ComparedSets>()(
    z.strictObject({
      project,
      article: id,
      annotators: z
        .array(id)
        .min(2)
        .max(limits.comparedSets)
        .refine((ids) => new Set(ids).size === ids.length, "names an annotator twice"),
      policies: z.array(z.enum(edgePolicies.map((policy) => policy.id))),
    }),
  ),
  /** What was said about the articles of which anything was said, in everybody’s sets as they stand. */
  "review.threads": method<{ readonly articles: readonly ArticleTalk[] }>()(z.strictObject({ project })),
  /**
   * What the rules propose for an article. A window asks for one article at a time: the next one ends the one before, whose answer
   * is `null`.
   */
  "suggestions.find": method<Proposed | null>()(z.strictObject({ project, article: id })),
  /**
   * How near suggestions that are at least so sure come to what this person made of an article, or of all (`null`). Tells how far it is
   * (`suggesting`). The next call for suggestions ends it; its answer is `null` then.
   */
  "suggestions.measure": method<SuggestionFigures | null>()(
    z.strictObject({ project, article: id.nullable(), atLeast: z.number().min(0).max(1) }),
  ),
  /** What this person rejected in the articles of the project in which they rejected anything. */
  "suggestions.rejections": method<{ readonly articles: readonly ArticleRejections[] }>()(
    z.strictObject({ project }),
  ),
  /** How far everybody’s sets are, as they stand. */
  "project.progress": method<{ readonly sets: readonly SetProgress[] }>()(z.strictObject({ project })),
  /**
   * Assigns articles to people and releases them, as a step that can be taken back; what is assigned already stays as it is. `seed`:
   * what a draw began from. Answers with all assignments, and the step unless nothing changed.
   */
  "project.assign": method<{ readonly assignments: readonly Assignment[]; readonly step: Step | null }>()(
    z.strictObject({
      project,
      opId: id,
      step: stepNote,
      assign: z.array(pair).max(limits.annotations),
      release: z.array(pair).max(limits.annotations),
      seed: name.nullable(),
    }),
  ),
  /** Enters somebody who is to take part, by their name; who is there by that name already stays as they are. */
  "project.addPerson": method<{ readonly annotator: Annotator }>()(z.strictObject({ project, name })),
  /** Ends the comparison that runs, if one does. */
  "review.stop": method<null>()(z.strictObject({ project })),
  /**
   * How alike these annotators annotated these articles, with the disagreements behind each number. Tells how far it is
   * (`measuring`). A window has one measurement at a time: the next one ends the one before, whose answer says so.
   */
  "agreement.run": method<MeasuredAgreement>()(z.strictObject({ project, ...agreementChoice })),
  /**
   * Writes what the curation changed in this annotator's work, as one page of HTML that runs and fetches nothing.
   */
  "feedback.write": method<FeedbackReport>()(
    z.strictObject({ project, annotator: id, language: z.enum(languages), path, overwrite: z.boolean() }),
  ),
  /** Ends the measurement that runs, if one does. */
  "agreement.stop": method<null>()(z.strictObject({ project })),
  /** Writes a review package: what a colleague needs to look at this work. `blind`: the seed of the letters for names. */
  "review.package": method<ExportReport>()(
    z.strictObject({
      project,
      /** `null`: all. */
      articles: z.array(id).nullable(),
      annotators: z.array(id).nullable(),
      history: z.boolean(),
      blind: z.string().min(1).max(200).nullable(),
      path,
      overwrite: z.boolean(),
    }),
  ),
  /**
   * Says what a package, annotated JSON or a project folder holds, and what taking it in would do, without doing it. Tells how
   * far it is (`taking-in`). A window has one look or take-in at a time: the next one ends the one before, with
   * `take-in-stopped`.
   */
  "review.takeInPreview": method<TakeInPreview>()(z.strictObject({ project, ...takeInChoices })),
  /**
   * Takes it in: colleagues' sets as they came under their own annotators, this person's own from elsewhere merged into theirs
   * as one step. Taken in twice it changes nothing. `sha256`: what the preview said the file is. When it is
   * stopped, or cannot be written, everything is as it was.
   */
  "review.takeIn": method<TakenIn>()(
    z.strictObject({ project, ...takeInChoices, sha256: hash, opId: id, step: stepNote }),
  ),
  /** Ends the look or the take-in that runs, if one does and can still be ended. */
  "review.stopTakeIn": method<null>()(z.strictObject({ project })),
  /** Writes the whole project as annotated JSON, with what this window has not yet saved, from memory where it can. */
  "export.copy": method<CopyReport>()(
    z.strictObject({
      project,
      unsaved: z.array(z.strictObject({ article: id, changes: z.array(change) })),
      path,
      overwrite: z.boolean(),
    }),
  ),
  /** What a format could not hold of an export, without writing it. */
  "export.preview": method<ExportPreview>()(
    z.strictObject({
      project,
      format: text,
      articles: z.array(id).nullable(),
      annotators: z.array(id).nullable(),
    }),
  ),
  "export.write": method<ExportReport>()(
    z.strictObject({
      project,
      format: text,
      /** `null`: all. */
      articles: z.array(id).nullable(),
      annotators: z.array(id).nullable(),
      path,
      overwrite: z.boolean(),
    }),
  ),
} as const;

export type Contract = typeof contract;
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
  /** Articles were assigned or released. */
  | { readonly type: "assignments"; readonly project: Id; readonly assignments: readonly Assignment[] }
  /** Sets of these articles that are not this person's own were taken in or decided on: look at them again. */
  | { readonly type: "sets"; readonly project: Id; readonly articles: readonly Id[] }
  /** Something came into the project's folder from outside. */
  | { readonly type: "outside"; readonly project: Id; readonly news: readonly OutsideNews[] }
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
  /** How far a measurement of agreement that this window asked for is. */
  | { readonly type: "measuring"; readonly project: Id; readonly done: number; readonly of: number }
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
  /** How far the suggestions of several articles that this window asked for are, in articles. */
  | { readonly type: "suggesting"; readonly project: Id; readonly done: number; readonly of: number }
  /** Another language was chosen, for every window of this person. */
  | { readonly type: "language"; readonly language: LanguageSetting }
  /** A command chosen in the desktop's menu. */
  | { readonly type: "command"; readonly id: string };
