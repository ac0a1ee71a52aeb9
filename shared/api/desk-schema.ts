// The schemas of what lies open of a project in one person's window, as it is sent and as it is stored.
import { z } from "zod";
import { type ArticleFilter, everyArticle, type SavedFilter } from "../model/article-filter.ts";
import { limits } from "../schema/limits.ts";
import { filterConditions, id, key, offset, selector, text } from "../schema/model.ts";
import { concordanceNodes } from "../statements/concordance.ts";
import type { SavedStatementFilter } from "../statements/list-statements.ts";
import type { Beside, Bookmark, Desk } from "./desk.ts";
import { insightScope } from "./methods/insight.ts";
import { name } from "./methods/method.ts";

// Filters of articles that a person keeps by a name. As stored, a condition of a later version, or one that makes no sense, asks nothing.

/** As sent. */
export const savedFilters: z.ZodType<readonly SavedFilter[]> = z
  .array(z.strictObject({ name, filter: z.strictObject(filterConditions) }))
  .max(limits.savedFilters)
  .readonly();

const storedConditions = Object.fromEntries(
  Object.entries(filterConditions).map(([condition, schema]) => [
    condition,
    (schema as z.ZodType<unknown>).catch(everyArticle[condition as keyof ArticleFilter]),
  ]),
) as unknown as typeof filterConditions;

// What a person asks of statements, as filters kept by a name have it. What is not there any more, such as a field, fits no card.

export const statementConditions = {
  typed: text,
  where: z.record(text, z.array(text).max(1_000).readonly()),
  sort: z.strictObject({ by: text, isDescending: z.boolean() }),
  node: z.enum(concordanceNodes).nullable(),
};

export const savedStatementFilters: z.ZodType<readonly SavedStatementFilter[]> = z
  .array(
    z.strictObject({
      name,
      filter: z.strictObject({
        ...statementConditions,
        from: filterConditions.from,
        to: filterConditions.to,
      }),
    }),
  )
  .max(limits.savedFilters)
  .readonly();

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
  statementFilters: savedStatementFilters.catch([]),
  insight: insightScope.nullable().catch(null),
});
