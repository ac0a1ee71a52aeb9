// What is proposed for an article, and what of that this person has rejected anywhere in the project.
import type { Id } from "../../../shared/model/id.ts";
import { records } from "../../../shared/model/table.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";
import { ownSet } from "../own-sets.ts";
import { suggestedFor } from "../suggested.ts";

export function suggestionHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "suggestions.find" | "suggestions.rejections"> {
  /** By the handle of the open project, which every window has for itself. */
  const running = new Map<Id, AbortController>();
  return {
    async "suggestions.find"({ project, article }, client) {
      const { inUse } = projects.get(project, client);
      running.get(project)?.abort();
      const looking = new AbortController();
      running.set(project, looking);
      try {
        const found = await suggestedFor(context, inUse, [article], {
          signal: looking.signal,
          onProgress: () => undefined,
        });
        return found?.get(article) ?? null;
      } finally {
        if (running.get(project) === looking) running.delete(project);
      }
    },
    async "suggestions.rejections"({ project }, client) {
      const { inUse } = projects.get(project, client);
      const found = [];
      for (const article of inUse.articles.keys()) {
        const own = await ownSet(context, inUse, article);
        if (own && own.set.rejections.size > 0)
          found.push({
            article,
            rejections: [...records(own.set.rejections)].sort((a, b) => (a.id < b.id ? -1 : 1)),
          });
      }
      return { articles: found };
    },
  };
}
