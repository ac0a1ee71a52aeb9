// Whole projects in the trash: moved aside from the list of projects, had back, and deleted when somebody asks for it.
import type { Client } from "../../../shared/api/client.ts";
import type { ProjectInTrash, ProjectsInTrash } from "../../../shared/api/trash.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { WorkspaceState } from "./workspace-state.ts";

export interface ProjectTrash {
  readonly found: ReadableStore<ProjectsInTrash>;
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
  const projectsInTrash = createStore<ProjectsInTrash>({ projects: [], unread: [] });
  const show = (projects: readonly ProjectInTrash[]): void => projectsInTrash.patch({ projects });
  const others = (path: string) => projectsInTrash.get().projects.filter((one) => one.path !== path);
  return {
    found: projectsInTrash,
    async load() {
      try {
        projectsInTrash.patch(await client.call("projects.inTrash", {}));
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
        projectsInTrash.patch(await client.call("projects.deleteForGood", { paths: [...paths] })),
      );
    },
  };
}
