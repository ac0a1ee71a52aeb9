// The schemas of what lies open of a project in one person's window, as it is sent and as it is stored.
import { z } from "zod";
import { limits } from "../schema/limits.ts";
import { id, key, offset, selector } from "../schema/model.ts";
import type { Beside, Bookmark, Desk } from "./desk.ts";
import { storedFilters } from "./saved-filters.ts";

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
  bookmarks: z.array(bookmarkSchema).max(limits.bookmarks).readonly().catch([]),
  filters: storedFilters.catch([]),
});
