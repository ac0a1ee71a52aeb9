// Review: everybody’s sets, compared, talked about, assigned, handed over, imported and reported on.
import { z } from "zod";
import type { Assignment } from "../../model/assignment.ts";
import type { Annotator } from "../../model/project.ts";
import type { Step } from "../../model/step.ts";
import { edgePolicies } from "../../review/edge-policies.ts";
import { limits } from "../../schema/limits.ts";
import { sha256 as hash, id, stepNote } from "../../schema/model.ts";
import { languages } from "../../words/language.ts";
import type {
  ArticleTalk,
  ComparedSets,
  ExportReport,
  FeedbackReport,
  Publication,
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
        .min(1)
        .max(limits.comparedSets)
        .refine((ids) => new Set(ids).size === ids.length, "names an annotator twice"),
      policies: z.array(z.enum(edgePolicies.map((policy) => policy.id))),
    }),
  ),
  /** What was said about the articles of which anything was said, in everybody’s sets as they stand. */
  "review.threads": method<{ readonly articles: readonly ArticleTalk[] }>()(z.strictObject({ project })),
  /** How far everybody’s sets are, as they stand, and what lists tell of the articles. */
  "project.progress": method<{
    readonly sets: readonly SetProgress[];
    readonly publications: readonly Publication[];
  }>()(z.strictObject({ project })),
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
   * Writes what the curation changed in this annotator's work, as one page of HTML that runs and fetches nothing.
   */
  "feedback.write": method<FeedbackReport>()(
    z.strictObject({ project, annotator: id, language: z.enum(languages), path, overwrite: z.boolean() }),
  ),
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
