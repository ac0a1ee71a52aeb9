// Which articles the list, the board and the table show: the filter that is set, and those that are kept by name. One a window.
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type ArticleFilter, everyArticle, type SavedFilter } from "../../../shared/review/article-filter.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";

interface Filtering {
  readonly filter: Store<ArticleFilter>;
  /** In the order in which they were saved. */
  readonly saved: ReadableStore<readonly SavedFilter[]>;
  /** Keeps the filter that is set by this name, in the place of one that has it. `null` when it is so now; else why not. */
  save(name: string): Promise<ApiErrorData | null>;
  remove(name: string): Promise<ApiErrorData | null>;
}

const ofWorkspaces = new WeakMap<Workspace, Filtering>();

/** The filtering of a window: the same one every time. */
export function filteringOf(workspace: Workspace): Filtering {
  const filtering = ofWorkspaces.get(workspace) ?? createFiltering(workspace);
  ofWorkspaces.set(workspace, filtering);
  return filtering;
}

function createFiltering(workspace: Workspace): Filtering {
  const { client, call } = workspace;
  const filter = createStore<ArticleFilter>(everyArticle);
  const saved = createStore<readonly SavedFilter[]>([]);
  let openId: Id | null = null;

  /** Filters that other windows keep stay. */
  async function change(keep: readonly SavedFilter[], remove: string[]): Promise<ApiErrorData | null> {
    const changedId = openId;
    try {
      const { filters } = await call((project) => client.call("desk.keepFilters", { project, keep, remove }));
      if (changedId === openId) saved.set(filters);
      return null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return error.toData();
    }
  }

  const follow = (): void => {
    const { project } = workspace.state.get();
    const nextId = project?.project.id ?? null;
    if (nextId === openId) return;
    openId = nextId;
    filter.set(everyArticle);
    saved.set(project?.desk.filters ?? []);
  };
  workspace.state.subscribe(follow);
  follow();

  return {
    filter,
    saved,
    save: (name) => change([{ name, filter: filter.get() }], []),
    remove: (name) => change([], [name]),
  };
}
