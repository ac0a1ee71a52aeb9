// Tells when a set of the open project or its registry was saved anew, for what is asked of the core again then.
import type { Client } from "../../../shared/api/client.ts";
import type { ReadableStore } from "../../lib/store.ts";
import type { WorkspaceState } from "../project/workspace-state.ts";

interface Saving {
  readonly client: Pick<Client, "subscribe">;
  readonly state: ReadableStore<Pick<WorkspaceState, "project" | "entities">>;
}

/** Milliseconds of rest after the last of several saves. */
const restTime = 150;

/** Calls the listener once for several saves that follow each other, whichever window made them; returns how to stop. */
export function afterSaves({ client, state }: Saving, listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(listener, restTime);
  };
  const leave = client.subscribe((event) => {
    // It is told after each save of a set, also where no article's summary is another by it.
    if (event.type === "articles" && event.project === state.get().project?.handle) later();
  });
  let { entities } = state.get();
  const stop = state.subscribe(() => {
    const currentState = state.get();
    if (currentState.entities === entities) return;
    ({ entities } = currentState);
    later();
  });
  return () => {
    clearTimeout(timer);
    leave();
    stop();
  };
}
