// What lies open of a project in one person's window, their bookmarks and filters: kept in their home, and no part of the project.
import { z } from "zod";
import type { SavedFilter } from "../../review/article-filter.ts";
import { id } from "../../schema/model.ts";
import type { Bookmark } from "../desk.ts";
import { besideSchema, bookmarkSchema, tabsSchema } from "../desk-schema.ts";
import { filterNames, savedFilters } from "../saved-filters.ts";
import { method, project } from "./method.ts";

export const deskMethods = {
  "desk.keep": method<null>()(z.strictObject({ project, tabs: tabsSchema, beside: besideSchema.nullable() })),
  /** Sets bookmarks and takes others away; answers with all there are, those that other windows set as well. */
  "desk.bookmark": method<{ readonly bookmarks: readonly Bookmark[] }>()(
    z.strictObject({ project, add: z.array(bookmarkSchema).max(100), remove: z.array(id).max(1_000) }),
  ),
  /** Saves filters, each in the place of one of its name, and deletes others; answers with all there are, those of other windows as well. */
  "desk.saveFilters": method<{ readonly filters: readonly SavedFilter[] }>()(
    z.strictObject({ project, save: savedFilters, remove: filterNames }),
  ),
} as const;
