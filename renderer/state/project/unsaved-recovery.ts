// Recovers what windows that are gone had not saved, when the project is opened, and once an article is back that was not in it then.
import type { Client } from "../../../shared/api/client.ts";
import type { ArticleSummary, OpenProject } from "../../../shared/api/contract.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Store } from "../../lib/store.ts";
import type { Outbox } from "../session/outbox.ts";
import { type RecoveredWork, recoverUnsaved } from "../session/recover-unsaved.ts";
import type { OpenSessions } from "./open-sessions.ts";
import { type WorkspaceState, withWarnings } from "./workspace-state.ts";

interface RecoveryPorts {
  readonly client: Client;
  readonly outbox: Outbox;
  readonly state: Store<WorkspaceState>;
  readonly sessions: Pick<OpenSessions, "showUnfitting">;
}

export interface UnsavedRecovery {
  /** To a project that was just opened. See `recoverUnsaved`. */
  toProject(project: OpenProject): Promise<RecoveredWork>;
  /** To those of the open project's articles that have come since. Resolves when they may be opened. */
  toArticles(articles: readonly ArticleSummary[]): Promise<void>;
}

export function createUnsavedRecovery({ client, outbox, state, sessions }: RecoveryPorts): UnsavedRecovery {
  let absent: ReadonlySet<Id> = new Set();
  async function toProject(project: OpenProject): Promise<RecoveredWork> {
    const recovered = await recoverUnsaved(client, outbox, project);
    ({ absent } = recovered);
    return recovered;
  }
  return {
    toProject,
    async toArticles(articles) {
      const { project } = state.get();
      if (!project || !articles.some(({ id }) => absent.has(id))) return;
      const { warnings, unfitting } = await toProject({ ...project, articles });
      state.patch({ warnings: withWarnings(state.get().warnings, warnings) });
      for (const unsavedWork of unfitting) sessions.showUnfitting(unsavedWork);
    },
  };
}
