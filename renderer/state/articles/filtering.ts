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
  let handle: Id | null = null;

  async function attempt(action: () => Promise<void>): Promise<ApiErrorData | null> {
    try {
      await action();
      return null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return error.toData();
    }
  }
  const read = (of: Id): Promise<ApiErrorData | null> =>
    attempt(async () => {
      const { filters } = await call((project) => client.call("desk.filters", { project }));
      if (of === handle) saved.set(filters);
    });
  const keep = (filters: readonly SavedFilter[]): Promise<ApiErrorData | null> =>
    attempt(async () => {
      await call((project) => client.call("desk.keepFilters", { project, filters }));
      saved.set(filters);
    });
  const others = (name: string): readonly SavedFilter[] => saved.get().filter((one) => one.name !== name);

  const follow = (): void => {
    const nextHandle = workspace.state.get().project?.handle ?? null;
    if (nextHandle === handle) return;
    handle = nextHandle;
    filter.set(everyArticle);
    saved.set([]);
    if (handle !== null) void read(handle);
  };
  workspace.state.subscribe(follow);
  follow();

  return {
    filter,
    saved,
    save: (name) => keep([...others(name), { name, filter: filter.get() }]),
    remove: (name) => keep(others(name)),
  };
}
