// What is said in the threads of a project, and how far everybody is with its articles.
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";
import { articleDigests } from "../review/everybody.ts";

export function talkHandlers(context: CoreContext, projects: OpenProjects): Pick<Handlers, "review.threads"> {
  return {
    async "review.threads"({ project }, client) {
      const digests = await articleDigests(context, projects.get(project, client).inUse, "talked");
      const talked = digests.map(({ article, sets, places }) => ({
        article,
        sets: sets
          .filter(({ remarks }) => remarks.length > 0)
          .map(({ annotator, remarks }) => ({ articleId: article, annotatorId: annotator.id, remarks })),
        places,
      }));
      return { articles: talked.filter(({ sets }) => sets.length > 0) };
    },
  };
}
