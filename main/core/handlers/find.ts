// Finding words in the articles of a project. A window has one search at a time: the next one ends the one before.
import type { Id } from "../../../shared/model/id.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import { findHits } from "../find-hits.ts";
import type { OpenProjects } from "../open-projects.ts";
import { articleIn } from "../project-in-use.ts";

export function findHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "find.search" | "find.stop"> {
  /** By the handle of the open project, which every window has for itself. */
  const running = new Map<Id, AbortController>();
  return {
    async "find.search"({ project, query, articles }, client) {
      const { inUse } = projects.get(project, client);
      running.get(project)?.abort();
      const search = new AbortController();
      running.set(project, search);
      try {
        const wanted = articles
          ? await Promise.all([...new Set(articles)].map((id) => articleIn(context, inUse, id)))
          : [...inUse.articles.values()];
        return await findHits(context, inUse, { query, articles: wanted, signal: search.signal });
      } finally {
        if (running.get(project) === search) running.delete(project);
      }
    },
    "find.stop"({ project }, client) {
      projects.get(project, client);
      running.get(project)?.abort();
      return null;
    },
  };
}
