// Restores damaged files from backup and clears the warnings raised on open.
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { Id } from "../../../shared/model/id.ts";
import { message } from "../../../shared/words/message.ts";
import type { WorkspacePorts } from "./attempts.ts";

export interface Recovery {
  /** Puts good copies in the place of a project's own damaged files, and opens it. */
  recoverProject(path: string): Promise<void>;
  /** Writes what is shown of a damaged set to the project, and opens the article anew. */
  recoverArticle(article: Id): Promise<void>;
  /** Puts the last good state of an article in the place of its damaged files, and shows it. */
  recoverArticleFiles(article: Id): Promise<void>;
  /** Brings back from copies what the project held before and does not hold now. */
  bringBack(): Promise<void>;
  /** What it does not hold is not missed any more. */
  leaveMissing(): Promise<void>;
  /** The first thing that was said of the project when it was opened is seen. */
  dismissWarning(): void;
}

interface RecoveryPorts extends Omit<WorkspacePorts, "newId"> {
  enter(open: () => Promise<OpenProject>, path: string): Promise<void>;
}

export function createRecovery({ client, link, state, sessions, attempt, enter }: RecoveryPorts): Recovery {
  const busy = message("saving.recovering");
  const show = (article: Id): Promise<void> => {
    const { warnings } = state.get();
    state.patch({ warnings: warnings.filter(({ detail }) => detail.article !== article) });
    sessions.forget(article);
    return sessions.open(link.project(), article);
  };
  return {
    async recoverProject(path) {
      await attempt(busy, () => enter(() => client.call("project.recover", { path }), path));
    },
    async recoverArticle(article) {
      await attempt(busy, async () => {
        await link.call((project) => client.call("article.recover", { project, article }));
        await show(article);
      });
    },
    async recoverArticleFiles(article) {
      await attempt(busy, async () => {
        await link.call((project) => client.call("article.recoverFiles", { project, article }));
        await show(article);
      });
    },
    async bringBack() {
      await attempt(busy, async () => {
        await link.call((project) => client.call("project.bringBack", { project }));
        sessions.refresh();
      });
    },
    async leaveMissing() {
      await attempt(busy, async () => {
        await link.call((project) => client.call("project.leaveMissing", { project }));
      });
    },
    dismissWarning: () => state.patch({ warnings: state.get().warnings.slice(1) }),
  };
}
