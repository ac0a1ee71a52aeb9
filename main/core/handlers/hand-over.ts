// Taking over what a window that is gone had made and could not save.
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";
import { entitiesOf, openSet, writerIn } from "../project-in-use.ts";
import { applyLeft } from "../recover-kept.ts";

export function handOverHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "annotations.handOver"> {
  return {
    async "annotations.handOver"({ project, article, changes }, client) {
      const { inUse, applier } = projects.get(project, client);
      writerIn(inUse);
      const open = await openSet(context, inUse, article);
      try {
        return await applyLeft(inUse, applier, open, changes);
      } finally {
        projects.announceArticles(inUse);
        // The caller opens the article after this, and learns of the rest with it.
        for (const other of projects.openingsOf(inUse)) {
          const { handle, client: to } = other;
          const revision = open.store.revision();
          if (to !== client) context.emit({ type: "set", project: handle, article, revision }, to);
          context.emit({ type: "entities", project: handle, entities: entitiesOf(inUse) }, to);
        }
      }
    },
  };
}
