// The filter of articles that is set for the list, the board and the table, and the filters that are saved by name. One a window.
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { type ArticleFilter, everyArticle, type SavedFilter } from "../../../shared/review/article-filter.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import { followProject, openProjectId } from "../project/workspace-state.ts";

interface Filtering {
  readonly filter: Store<ArticleFilter>;
  /** In the order in which they were saved. */
  readonly saved: ReadableStore<readonly SavedFilter[]>;
  /** Saves the filter that is set by this name, in the place of one that has it. `null` when that is done; else why not. */
  save(name: string): Promise<ApiErrorData | null>;
  remove(name: string): Promise<ApiErrorData | null>;
}

/** The filtering of a window: the same one every time. */
export const filteringOf = memoize(createFiltering);

function createFiltering({ client, call, state }: Workspace): Filtering {
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
  };
}
