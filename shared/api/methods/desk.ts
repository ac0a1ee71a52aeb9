// The desk of a project: what lies open in one person's window, their bookmarks and filters. It is kept in their home, not in the project.
import { z } from "zod";
import type { SavedFilter } from "../../model/article-filter.ts";
import { limits } from "../../schema/limits.ts";
import { id, key } from "../../schema/model.ts";
import type { SavedStatementFilter } from "../../statements/list-statements.ts";
import type { Bookmark } from "../desk.ts";
import {
  besideSchema,
  bookmarkSchema,
  savedFilters,
  savedStatementFilters,
  tabsSchema,
} from "../desk-schema.ts";
import { insightScope } from "./insight.ts";
import { method, name, project } from "./method.ts";

export const deskMethods = {
  "desk.keep": method<null>()(
    z.strictObject({
      project,
      tabs: tabsSchema,
      beside: besideSchema.nullable(),
      page: key.nullable(),
      entity: id.nullable(),
    }),
  ),
  /** What figures are counted over from now on. */
  "desk.keepInsight": method<null>()(z.strictObject({ project, insight: insightScope })),
  /** Sets bookmarks and takes others away; answers with all there are, those that other windows set as well. */
  "desk.bookmark": method<{ readonly bookmarks: readonly Bookmark[] }>()(
    z.strictObject({ project, add: z.array(bookmarkSchema).max(100), remove: z.array(id).max(1_000) }),
  ),
  /** Saves filters of articles, each in the place of one of its name, and deletes others; answers with all, those of other windows too. */
  "desk.saveFilters": method<{ readonly filters: readonly SavedFilter[] }>()(
    z.strictObject({ project, save: savedFilters, remove: z.array(name).max(limits.savedFilters) }),
  ),
  /** The same of statements. */
  "desk.saveStatementFilters": method<{ readonly filters: readonly SavedStatementFilter[] }>()(
    z.strictObject({
      project,
      save: savedStatementFilters,
      remove: z.array(name).max(limits.savedFilters),
    }),
  ),
} as const;
