// The desk of a project: what lies open in one person's window, their bookmarks and filters, as their home keeps it for the next time.

import type { InsightScope } from "../insight/scope.ts";
import type { SavedFilter } from "../model/article-filter.ts";
import type { Id } from "../model/id.ts";
import type { Selector } from "../model/selector.ts";
import type { SavedStatementFilter } from "../statements/list-statements.ts";

/** What stands beside the article, to be read: another article or an earlier state of one, at an offset, or an entity. */
export type Beside =
  | { readonly kind: "article"; readonly article: Id; readonly offset: number }
  /** `revision` null: as it was imported. */
  | { readonly kind: "revision"; readonly article: Id; readonly revision: Id | null; readonly offset: number }
  /** As a version of the project has it that was kept under a name. */
  | { readonly kind: "version"; readonly article: Id; readonly version: Id; readonly offset: number }
  | { readonly kind: "entity"; readonly entity: Id };

/** A place that leads back: words of an article (`segment`, `null` for the article as a whole) with what was in focus there, or an entity. */
export type Bookmark =
  | {
      readonly kind: "article";
      readonly id: Id;
      readonly article: Id;
      readonly segment: Selector | null;
      readonly span: Id | null;
      readonly card: Id | null;
    }
  | { readonly kind: "entity"; readonly id: Id; readonly entity: Id };

/** What lies open, as a window keeps it: the latest of several windows counts. */
export interface OpenDesk {
  /** Articles, in the order of their tabs. */
  readonly tabs: readonly Id[];
  readonly beside: Beside | null;
  /** The id of the page in the place of the article; `null`: the article. */
  readonly page: string | null;
  /** The entity whose page the registry shows; `null`: the list. */
  readonly entity: Id | null;
}

export interface Desk extends OpenDesk {
  /** In the order in which they were set. */
  readonly bookmarks: readonly Bookmark[];
  /** Filters of articles. */
  readonly filters: readonly SavedFilter[];
  /** The same of statements. */
  readonly statementFilters: readonly SavedStatementFilter[];
  /** What figures were last counted over; `null`: nobody chose anything. */
  readonly insight: InsightScope | null;
}

export const emptyDesk: Desk = {
  ...{ tabs: [], beside: null, page: null, entity: null },
  ...{ bookmarks: [], filters: [], statementFilters: [], insight: null },
};
