// The schema of filters of articles that a person keeps by a name. As stored, a condition of a later version, or one that makes no sense,
// asks nothing.
import { z } from "zod";
import { articleStates } from "../model/progress.ts";
import { type ArticleFilter, everyArticle, filterWork, type SavedFilter } from "../review/article-filter.ts";
import { limits } from "../schema/limits.ts";
import { name } from "./methods/method.ts";

const day = z.string().regex(/^\d{4}(?:-\d{2}){0,2}$/u);
const someOf = z.array(z.string().max(limits.factLength)).max(limits.annotators).readonly();

const conditions: { readonly [Name in keyof ArticleFilter]: z.ZodType<ArticleFilter[Name]> } = {
  words: z.string().max(limits.factLength),
  states: z.array(z.enum(articleStates)).readonly(),
  work: z.array(z.enum(filterWork)).readonly(),
  assigned: someOf,
  annotated: someOf,
  publishers: someOf,
  from: day.nullable(),
  to: day.nullable(),
  gaps: z.enum(["some", "none"]).nullable(),
  note: z.boolean().nullable(),
};

/** As sent. */
export const savedFilters: z.ZodType<readonly SavedFilter[]> = z
  .array(z.strictObject({ name, filter: z.strictObject(conditions) }))
  .max(limits.savedFilters)
  .readonly();

const storedConditions = Object.fromEntries(
  Object.entries(conditions).map(([condition, schema]) => [
    condition,
    (schema as z.ZodType<unknown>).catch(everyArticle[condition as keyof ArticleFilter]),
  ]),
) as unknown as typeof conditions;

export const storedFilters: z.ZodType<readonly SavedFilter[]> = z
  .array(z.object({ name, filter: z.object(storedConditions) }))
  .readonly();
