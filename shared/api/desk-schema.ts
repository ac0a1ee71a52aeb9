// The schemas of what lies open of a project in one person's window, as it is sent and as it is stored.
import { z } from "zod";
import { articleStates } from "../model/progress.ts";
import { type ArticleFilter, everyArticle, filterWork, type SavedFilter } from "../review/article-filter.ts";
import { limits } from "../schema/limits.ts";
import { id, key, offset, selector } from "../schema/model.ts";
import type { Beside, Bookmark, Desk } from "./desk.ts";
import { name } from "./methods/method.ts";

// Filters of articles that a person keeps by a name. As stored, a condition of a later version, or one that makes no sense, asks nothing.

const day = z.string().regex(/^\d{4}(?:-\d{2}){0,2}$/u);
const someOf = z.array(z.string().max(limits.factLength)).max(limits.annotators).readonly();

const conditions: { readonly [Name in keyof ArticleFilter]: z.ZodType<ArticleFilter[Name]> } = {
  words: z.string().max(limits.factLength),
  states: z.array(z.enum(articleStates)).readonly(),
  work: z.array(z.enum(filterWork)).readonly(),
  assigned: someOf,
  annotated: someOf,
  publishers: someOf,
  tags: someOf,
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

const storedFilters: z.ZodType<readonly SavedFilter[]> = z
  .array(z.object({ name, filter: z.object(storedConditions) }))
  .readonly();

export const tabsSchema: z.ZodType<Desk["tabs"]> = z.array(id).max(limits.openTabs);

export const besideSchema: z.ZodType<Beside> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("article"), article: id, offset }),
  z.strictObject({ kind: z.literal("revision"), article: id, revision: id.nullable(), offset }),
  z.strictObject({ kind: z.literal("version"), article: id, version: id, offset }),
  z.strictObject({ kind: z.literal("entity"), entity: id }),
]);

export const bookmarkSchema: z.ZodType<Bookmark> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("article"),
    id,
    article: id,
    segment: selector.nullable(),
    span: id.nullable(),
    card: id.nullable(),
  }),
  z.strictObject({ kind: z.literal("entity"), id, entity: id }),
]);

/** As stored, by project: what makes no sense, such as a kind of a later version, takes nothing else with it. */
export const storedDesk = z.object({
  project: id,
  tabs: tabsSchema.catch([]),
  beside: besideSchema.nullable().catch(null),
  page: key.nullable().catch(null),
  entity: id.nullable().catch(null),
  bookmarks: z.array(bookmarkSchema).readonly().catch([]),
  filters: storedFilters.catch([]),
});
