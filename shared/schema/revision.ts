// The schema of what is said of a revision of an article, with the article before and after it.
import { z } from "zod";
import { type ArticleRevision, revisionReasons } from "../model/revision.ts";
import { limits } from "./limits.ts";
import { article, id, stepNote, text } from "./model.ts";

export const articleRevision: z.ZodType<ArticleRevision> = z.looseObject({
  id,
  parent: id.nullable(),
  before: article,
  after: article,
  why: z.enum(revisionReasons),
  note: z.string().max(limits.noteLength),
  takesBack: id.exactOptional(),
  joins: z.array(id).max(limits.joinedTexts).exactOptional(),
  at: text,
  by: id,
  opId: id,
  step: stepNote,
  sets: z
    .array(
      z.looseObject({
        annotator: id,
        same: z.number().int().min(0),
        moved: z.number().int().min(0),
        reworded: z.number().int().min(0),
        waiting: z.number().int().min(0),
      }),
    )
    .max(limits.annotators),
});
