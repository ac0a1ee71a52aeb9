// The folder whose files come into the open project, as the window knows it. One a window.

import { notWatching, type Watching, type WatchWay } from "../../../shared/api/watching.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { createStore, type ReadableStore } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";

interface FolderWatching {
  readonly state: ReadableStore<Watching>;
  /** `path` null: watches nothing. `null` when it is so now; else why not. */
  set(path: string | null, how: WatchWay): Promise<ApiErrorData | null>;
  /** Brings in what waits. */
  take(): Promise<ApiErrorData | null>;
}

/** The watching of a window: the same one every time. */
export const watchingOf = memoize(createWatching);

function createWatching(workspace: Workspace): FolderWatching {
  const { client, call } = workspace;
  const state = createStore<Watching>(notWatching);
  let handle: Id | null = null;

  async function attempt(ask: (project: Id) => Promise<Watching>): Promise<ApiErrorData | null> {
    const handleBefore = handle;
    try {
      const watching = await call(ask);
      if (handleBefore === handle) state.set(watching);
      return null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return error.toData();
    }
  }

  const follow = (): void => {
    const { project } = workspace.state.get();
    const nextHandle = project?.handle ?? null;
    if (nextHandle === handle) return;
    handle = nextHandle;
    state.set(notWatching);
    if (nextHandle !== null && project?.readOnly === null)
      void attempt((project) => client.call("watch.get", { project }));
  };
  workspace.state.subscribe(follow);
  client.subscribe((event) => {
    if (event.type === "watching" && event.project === handle) state.set(event.state);
  });
  follow();

  return {
    state,
    set: (path, how) =>
      attempt((project) => client.call("watch.set", { project, path, how, remember: true })),
    take: () => attempt((project) => client.call("watch.take", { project })),
  };
}
