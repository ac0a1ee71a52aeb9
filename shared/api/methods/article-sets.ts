// Sets of articles that the people of a project share.
import { z } from "zod";
import type { ArticleSet } from "../../model/article-set.ts";
import type { Step } from "../../model/step.ts";
import { limits } from "../../schema/limits.ts";
import { id, sharedFilter, stepNote } from "../../schema/model.ts";
import { method, name, project } from "./method.ts";

export const articleSetsMethods = {
  /**
   * Makes sets (`id` null; `newId`: the id that they get), changes those that are there and removes others, as one step that can be undone.
   * Answers with all sets, and the step unless nothing changed.
   */
  "articleSets.save": method<{ readonly articleSets: readonly ArticleSet[]; readonly step: Step | null }>()(
    z.strictObject({
      project,
      opId: id,
      step: stepNote,
      save: z
        .array(z.strictObject({ id: id.nullable(), newId: id.exactOptional(), name, filter: sharedFilter }))
        .max(limits.articleSets),
      remove: z.array(id).max(limits.articleSets),
    }),
  ),
} as const;
