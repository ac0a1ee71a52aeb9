// Whole projects in the trash: moved aside from the list of projects, had back, and deleted when somebody asks for it.
import type { Client } from "../../shared/api/client.ts";
import { ApiError } from "../../shared/api/errors.ts";
import type { ProjectInTrash } from "../../shared/api/trash.ts";
import { type Message, message } from "../../shared/words/message.ts";
import { createStore, type ReadableStore, type Store } from "./store.ts";
import type { WorkspaceState } from "./workspace-state.ts";

export interface ProjectTrash {
  readonly projects: ReadableStore<{ readonly items: readonly ProjectInTrash[] }>;
  /** Looks what is there. */
  load(): Promise<void>;
  putAway(path: string): Promise<void>;
  takeBack(path: string): Promise<void>;
  deleteForGood(paths: readonly string[]): Promise<void>;
}

export function createProjectTrash(
  client: Client,
  state: Store<WorkspaceState>,
  attempt: (busy: Message, action: () => Promise<void>) => Promise<boolean>,
): ProjectTrash {
  const projects = createStore<{ readonly items: readonly ProjectInTrash[] }>({ items: [] });
  const show = (items: readonly ProjectInTrash[]): void => projects.patch({ items });
  const others = (path: string) => projects.get().items.filter((one) => one.path !== path);
  return {
    projects,
    async load() {
      try {
        show((await client.call("projects.inTrash", {})).projects);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        state.patch({ problem: error.toData() });
      }
    },
    async putAway(path) {
      await attempt(message("trash.putting-project"), async () => {
        const { item, settings } = await client.call("project.putAway", { path });
        show([item, ...others(item.path)]);
        state.patch({ settings, report: { kind: "project-put-away", report: item } });
      });
    },
    async takeBack(path) {
      await attempt(message("trash.taking-project"), async () => {
        const { settings } = await client.call("projects.takeBack", { path });
        show(others(path));
        state.patch({ settings });
      });
    },
    async deleteForGood(paths) {
      await attempt(message("trash.emptying"), async () =>
        show((await client.call("projects.deleteForGood", { paths: [...paths] })).projects),
      );
    },
  };
}
