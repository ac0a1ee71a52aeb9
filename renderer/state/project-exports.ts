// Writing the open project to a file: as an export, or as a copy with what is not yet saved.
import type { Client } from "../../shared/api/client.ts";
import type { Loss } from "../../shared/interchange/loss.ts";
import type { Id } from "../../shared/model/id.ts";
import { type Message, message } from "../../shared/words/message.ts";
import type { OpenSessions } from "./open-sessions.ts";
import type { ProjectLink } from "./project-link.ts";
import type { Store } from "./store.ts";
import type { WorkspaceState } from "./workspace-state.ts";

export interface ProjectExports {
  /** `false` when a file is there already and `overwrite` was not given. */
  exportTo(options: {
    path: string;
    format: string;
    articles: readonly Id[] | null;
    overwrite: boolean;
  }): Promise<boolean>;
  /** What a format could not hold of these articles; `null`: of all. Fails as the call does. */
  exportLosses(format: string, articles: readonly Id[] | null): Promise<readonly Loss[]>;
  /** Writes the whole project with what is not saved; true when the file was written. Waits for no saving. */
  saveCopy(path: string, overwrite: boolean): Promise<boolean>;
}

export interface ProjectExportsOptions {
  readonly client: Client;
  readonly link: ProjectLink;
  readonly state: Store<WorkspaceState>;
  readonly sessions: OpenSessions;
  /** Runs an action with a progress line; a failure is shown. */
  attempt(busy: Message, action: () => Promise<void>): Promise<boolean>;
}

export function createProjectExports(options: ProjectExportsOptions): ProjectExports {
  const { client, link, state, sessions, attempt } = options;
  return {
    async exportTo({ path, format, articles, overwrite }) {
      return attempt(message("workbench.exporting"), async () => {
        await sessions.allSaved();
        const report = await link.call((project) =>
          client.call("export.write", {
            project,
            format,
            articles: articles && [...articles],
            annotators: null,
            path,
            overwrite,
          }),
        );
        state.patch({ report: { kind: "exported", report } });
      });
    },
    async exportLosses(format, articles) {
      await sessions.allSaved();
      const { losses } = await link.call((project) =>
        client.call("export.preview", {
          project,
          format,
          articles: articles && [...articles],
          annotators: null,
        }),
      );
      return losses;
    },
    saveCopy(path, overwrite) {
      return attempt(message("saving.copying"), async () => {
        const unsaved = sessions.unsaved();
        const report = await link.call((project) =>
          client.call("export.copy", { project, unsaved, path, overwrite }),
        );
        state.patch({ report: { kind: "copied", report } });
      });
    },
  };
}
