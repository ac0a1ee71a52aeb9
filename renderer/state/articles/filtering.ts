// The filter of articles that is set for the list, the board and the table, the filters that are saved by name, and those that the project shares as
// article sets. One a window.
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { type ArticleFilter, everyArticle, type SavedFilter } from "../../../shared/model/article-filter.ts";
import { type SharedFilter, setsNamed } from "../../../shared/model/article-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { message } from "../../../shared/words/message.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import { followProject, openProjectId } from "../project/workspace-state.ts";
import { changeSets } from "./change-sets.ts";

interface Filtering {
  readonly filter: Store<ArticleFilter>;
  /** In the order in which they were saved. */
  readonly saved: ReadableStore<readonly SavedFilter[]>;
  /** Saves the filter that is set by this name, in the place of one that has it. `null` when that is done; else why not. */
  save(name: string): Promise<ApiErrorData | null>;
  remove(name: string): Promise<ApiErrorData | null>;
  /** Shares a filter as an article set of the project, in the place of one that has the name, as one step. */
  saveSet(name: string, filter: SharedFilter): Promise<ApiErrorData | null>;
  /** For everyone in the project, as one step; the line at the foot says so. */
  removeSet(id: Id): Promise<ApiErrorData | null>;
}

/** The filtering of a window: the same one every time. */
export const filteringOf = memoize(createFiltering);

function createFiltering(workspace: Workspace): Filtering {
  const { client, call, state } = workspace;
  const savedBefore = (): readonly SavedFilter[] => state.get().project?.desk.filters ?? [];
  const filter = createStore<ArticleFilter>(everyArticle);
  const saved = createStore(savedBefore());
  followProject(state, () => {
    filter.set(everyArticle);
    saved.set(savedBefore());
  });

  async function change(
    save: readonly SavedFilter[],
    remove: readonly string[],
  ): Promise<ApiErrorData | null> {
    const projectBefore = openProjectId(state);
    try {
      const { filters } = await call((project) =>
        client.call("desk.saveFilters", { project, save, remove: [...remove] }),
      );
      if (openProjectId(state) === projectBefore) saved.set(filters);
      return null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return error.toData();
    }
  }

  return {
    filter,
    saved,
    save: (name) => change([{ name, filter: filter.get() }], []),
    remove: (name) => change([], [name]),
    saveSet(name, sharedFilter) {
      const sets = state.get().project?.project.articleSets ?? [];
      const id = setsNamed(sets, name)[0]?.id ?? null;
      const save = [{ id, name, filter: sharedFilter }];
      return changeSets(workspace, "save-article-set", { save, remove: [] });
    },
    async removeSet(id) {
      const name = state.get().project?.project.articleSets?.find((set) => set.id === id)?.name ?? "";
      const problem = await changeSets(workspace, "remove-article-set", { save: [], remove: [id] });
      if (!problem) state.get().session?.say({ kind: "result", says: message("sets.removed", { name }) });
      return problem;
    },
  };
}
