// Review: everybody’s sets, compared, measured, talked about, assigned, handed over and taken in; and what the machine suggests.
import { z } from "zod";
import type { Assignment } from "../../model/assignment.ts";
import type { Annotator } from "../../model/project.ts";
import type { Step } from "../../model/step.ts";
import type { LikePair } from "../../review/like-people.ts";
import { edgePolicies } from "../../review/policies/index.ts";
import { limits } from "../../schema/limits.ts";
import { sha256 as hash, id, stepNote } from "../../schema/model.ts";
import { languages } from "../../words/language.ts";
import { agreementChoice, type MeasuredAgreement } from "../agreement.ts";
import type { FeedbackReport } from "../feedback.ts";
import type { MeasuredTogether, Suggested, SuggestedTogether } from "../own-models.ts";
import type {
  ArticleRejections,
  ArticleTalk,
  ComparedSets,
  ExportReport,
  GatheredPeople,
  MissedInProject,
  ReviewSets,
  SetProgress,
  WaitingSet,
} from "../replies.ts";
import type { PackageRead, TakeInPreview, TakenIn } from "../take-in.ts";
import { packageChoice, takeInChoices } from "../take-in-schema.ts";
import { method, name, path, project } from "./method.ts";

const pair = z.strictObject({ article: id, annotator: id });

export const reviewMethods = {
  /** Everybody's sets of an article, as they stand. */
  "review.sets": method<ReviewSets>()(z.strictObject({ project, article: id })),
  /** What of everybody's sets of an article waits for a place; who has a readable set is named, also where nothing of it waits. */
  "review.orphans": method<{ readonly sets: readonly WaitingSet[] }>()(
    z.strictObject({ project, article: id }),
  ),
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
  "suggestions.find": method<Suggested | null>()(z.strictObject({ project, article: id })),
  /** The same with what the models that are on propose. The next call of either ends it; its answer is `null` then. */
  "suggestions.together": method<SuggestedTogether | null>()(z.strictObject({ project, article: id })),
  /** Ends the asking of models. */
  "suggestions.stop": method<null>()(z.strictObject({ project })),
  /**
   * How near suggestions that are at least so sure come to what this person made of an article, or of all (`null`). Tells how far it is
   * (`suggesting`). The next measurement ends it; its answer is `null` then.
   */
  "suggestions.measure": method<MeasuredTogether | null>()(
    z.strictObject({ project, article: id.nullable(), atLeast: z.number().min(0).max(1) }),
  ),
  /**
   * Who speaks in all articles and is not in the registry yet, or is and has marked mentions that are not linked. Tells how far it is
   * (`suggesting`). A window asks for one such list at a time: the next one ends the one before, whose answer is `null`.
   */
  "suggestions.people": method<GatheredPeople | null>()(z.strictObject({ project })),
  /** Quotations and words of saying without a card, in the articles in which this person made any. As `suggestions.people`. */
  "suggestions.missed": method<MissedInProject | null>()(z.strictObject({ project })),
  /** Ends the list that this window asked for. */
  "suggestions.stopList": method<null>()(z.strictObject({ project })),
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
  /** Who of the project looks like one person, as long as nobody answered that. */
  "review.likePeople": method<{ readonly alike: readonly LikePair[] }>()(z.strictObject({ project })),
  /**
   * Keeps with the project whether these two annotators are one person; `null` takes the answer back. Who is the same is compared and
   * measured as one; their sets stay as they are. Answers with all annotators.
   */
  "review.samePerson": method<{ readonly annotators: readonly Annotator[] }>()(
    z.strictObject({
      project,
      people: z.tuple([id, id]).refine(([one, other]) => one !== other, "names an annotator twice"),
      answer: z.enum(["same", "different"]).nullable(),
    }),
  ),
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
  /** What a package or annotated JSON says of itself, or why it cannot be read. Needs no project: one can be started from it. */
  "review.packageHead": method<PackageRead>()(z.strictObject(packageChoice)),
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
} as const;
