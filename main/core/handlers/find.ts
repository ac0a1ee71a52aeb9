// Finding in all articles of a project. A window has one search at a time: the next one ends the one before.
import { latestOf } from "../changes/latest-of.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import { findHits } from "../find/find-hits.ts";
import type { OpenProjects } from "../open-projects.ts";
import { articleIn } from "../project/project-in-use.ts";

export function findHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "find.search" | "find.stop"> {
  const searching = latestOf();
  return {
    async "find.search"({ project, query, articles }, client) {
      const projectOpening = projects.get(project, client);
      const { inUse } = projectOpening;
      return searching.run(projectOpening, async (signal) => {
        const searchedArticles = articles
          ? await Promise.all([...new Set(articles)].map((id) => articleIn(context, inUse, id)))
          : [...inUse.articles.values()];
        return await findHits(context, inUse, { query, articles: searchedArticles, signal });
      });
    },
    "find.stop"({ project }, client) {
      projects.get(project, client);
      searching.stop(project);
      return null;
    },
  };
}
