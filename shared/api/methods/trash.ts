// The trash: articles, annotators and entities.
import { z } from "zod";
import type { Step } from "../../model/step.ts";
import { limits } from "../../schema/limits.ts";
import { id, stepNote } from "../../schema/model.ts";
import type { AppliedStep, ArticlePutAway } from "../replies.ts";
import { type InTrash, type TakenBack, trashItem } from "../trash.ts";
import { method, project } from "./method.ts";

export const trashMethods = {
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
} as const;
