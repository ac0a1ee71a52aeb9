// Annotations: saved, taken over from windows that are gone, undone, found; the tagset that they are made with.
import { z } from "zod";
import type { Step } from "../../model/step.ts";
import type { Tagset } from "../../model/tagset.ts";
import type { ChangeRecord } from "../../review/record.ts";
import { limits } from "../../schema/limits.ts";
import {
  aboutChange,
  articleSetsChange,
  articlesChange,
  assignmentsChange,
  entity,
  id,
  stepNote,
  tagset,
  tagsetChange,
  tagsetMoves,
  text,
  whose,
} from "../../schema/model.ts";
import { change, recordsChange } from "../../schema/record-kinds.ts";
import { longestQuery, mostTexts, type Query, type SearchResult } from "../../search/query.ts";
import type { AppliedStep, AppliedUnsaved, Mention, MentionCount, Saved, TagsetPreview } from "../replies.ts";
import { method, path, project } from "./method.ts";

const queryWords = z.string().min(1).max(longestQuery);

/** What is looked for. */
const query: z.ZodType<Query> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("plain"),
    any: z.array(queryWords).min(1).max(mostTexts),
    wholeWords: z.boolean(),
    matchCase: z.boolean(),
    ignoreAccents: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("pattern"),
    pattern: queryWords,
    wholeWords: z.boolean(),
    matchCase: z.boolean(),
  }),
]);

/** Of a set, as the caller knew it when the change was made. */
const revision = z.number().int().min(0);

/** Of the text that changes were made on. */
const textHash = text.exactOptional();

export const annotationsMethods = {
  /**
   * `opId` makes a resend harmless: a change that was already applied is answered as it was then. `textHash`: of the text that it was made
   * on; fails with `article-revised` where the article's is another by now.
   */
  "annotations.apply": method<Saved>()(
    z.strictObject({
      project,
      article: id,
      whose: whose.exactOptional(),
      opId: id,
      revision,
      change,
      step: stepNote.exactOptional(),
      textHash,
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
      textHash,
    }),
  ),
  /**
   * Changes that a window which is gone had made and not saved, in their order: applied as far as they fit, each once. The
   * answer names those that do not. One that the disk does not take is an error, and those before it are applied. Where the text that they
   * were made on (`textHash`) is an earlier one of the article, they are carried over from it: `carried` tells as what.
   */
  "annotations.applyUnsaved": method<AppliedUnsaved>()(
    z.strictObject({
      project,
      article: id,
      whose: whose.exactOptional(),
      changes: z.array(z.strictObject({ opId: id, change, step: stepNote.exactOptional() })),
      textHash,
    }),
  ),
  /**
   * Applies one step to several articles' sets, to the registry, the tagset or the assignments, takes articles out of the trash and puts them there,
   * or does all of these: all of it or nothing. Once it is decided it is finished whatever happens, if need be at the next opening. `opId` makes a resend harmless. The caller saves what
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
      articleSets: articleSetsChange.exactOptional(),
      about: z.array(aboutChange).max(limits.stepParts).readonly().exactOptional(),
      articles: articlesChange.exactOptional(),
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
  /** The names of the colleagues in whose sets one of these entities is mentioned, or is whom a claim is about: while there are any, it cannot go to the trash. */
  "entities.colleagues": method<{ readonly names: readonly string[] }>()(
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
} as const;
