// The list of articles as the core tells it: those that are gone are shown no more, and what waits for one that was deleted for
// good, also while the host could not be reached, is told.
import type { Client } from "../../../shared/api/client.ts";
import type { ArticleSummary } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { message } from "../../../shared/words/message.ts";
import type { Store } from "../../lib/store.ts";
import type { Attempt } from "./attempts.ts";
import type { OpenSessions } from "./open-sessions.ts";
import type { ProjectLink } from "./project-link.ts";
import type { UnsavedRecovery } from "./unsaved-recovery.ts";
import type { WorkspaceState } from "./workspace-state.ts";

interface ArticleSyncPorts {
  readonly client: Client;
  readonly state: Store<WorkspaceState>;
  readonly link: Pick<ProjectLink, "call">;
  readonly sessions: Pick<OpenSessions, "has" | "leave" | "onDeleted" | "allSaved" | "openAgain">;
  readonly unsavedRecovery: Pick<UnsavedRecovery, "toArticles">;
  readonly follow: Attempt;
}

export interface ArticleSync {
  /** One that is not among them any more is shown no more. */
  take(told: readonly ArticleSummary[]): void;
  /** Asks whether what waits for articles in the trash can still get anywhere. Never rejects with an `ApiError`. */
  findLost(): Promise<void>;
}

export function createArticleSync(ports: ArticleSyncPorts): ArticleSync {
  const { client, state, link, sessions, unsavedRecovery, follow } = ports;

  async function leave(article: Id): Promise<void> {
    await follow(message("workbench.opening-article"), () => sessions.leave(article));
    // It may be gone from the trash already: then nobody tells of it again.
    await findLost();
  }

  async function findLost(): Promise<void> {
    const { stranded, project } = state.get();
    // The list of what is only read may be behind its trash.
    if (stranded.length === 0 || project?.readOnly) return;
    try {
      // What somebody else has taken back outside is no loss.
      await link.call((handle) => client.call("project.look", { project: handle }));
      const { items } = await link.call((handle) => client.call("trash.list", { project: handle }));
      const trashedIds = new Set(items.flatMap(({ kind, id }) => (kind === "article" ? [id] : [])));
      const waitedFor = new Set(state.get().stranded.map(({ article }) => article.id));
      const lost: Id[] = [];
      for (const id of waitedFor) if (!trashedIds.has(id) && !(await isThere(id))) lost.push(id);
      if (lost.length > 0) sessions.onDeleted(lost);
    } catch (error) {
      // It is asked again when the host is back.
      if (!(error instanceof ApiError)) throw error;
    }
  }

  async function isThere(article: Id): Promise<boolean> {
    try {
      await link.call((project) => client.call("article.open", { project, article }));
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.problem === "article-missing") return false;
      throw error;
    }
  }

  /** Its words are read anew, by another language. */
  async function openAgain(article: Id): Promise<void> {
    await sessions.allSaved();
    await follow(message("workbench.opening-article"), () => sessions.openAgain(article));
  }

  return {
    take(told) {
      const previousArticles = state.get().articles;
      const articles = withUnchangedKept(previousArticles, told);
      if (articles === previousArticles) return;
      state.patch({ articles });
      void unsavedRecovery.toArticles(articles);
      const articleIds = new Set(articles.map(({ id }) => id));
      for (const { id } of previousArticles) if (!articleIds.has(id) && sessions.has(id)) void leave(id);
      const languages = new Map(previousArticles.map(({ id, language }) => [id, language]));
      for (const { id, language } of articles)
        if (languages.has(id) && languages.get(id) !== language && sessions.has(id)) void openAgain(id);
    },
    findLost,
  };
}

/**
 * `told` in its order, with the same objects for those that are as they were, so that what draws a long list draws only the others again;
 * `before` itself where nothing is another.
 */
export function withUnchangedKept(
  before: readonly ArticleSummary[],
  told: readonly ArticleSummary[],
): readonly ArticleSummary[] {
  const articlesById = new Map(before.map((article) => [article.id, article]));
  const articles = told.map((article) => {
    const was = articlesById.get(article.id);
    return was && sameValue(was, article) ? was : article;
  });
  const isAll = articles.length === before.length && articles.every((article, at) => article === before[at]);
  return isAll ? before : articles;
}
