// Saving changes to an annotator's set, and keeping outside the project those that it does not take.
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";
import { countsOf, entitiesOf, openSet, writerIn } from "../project-in-use.ts";

export function annotationsHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "annotations.apply" | "annotations.keep"> {
  return {
    async "annotations.apply"({ project: handle, article, ...request }, client) {
      const { inUse, applier } = projects.get(handle, client);
      writerIn(inUse);
      const open = await openSet(context, inUse, article);
      const applied = await applier.apply(open, request);
      if (applied.isNew) {
        inUse.counts.set(article, countsOf(open.store.set()));
        projects.announceArticles(inUse);
        for (const other of projects.openingsOf(inUse)) {
          const project = other.handle;
          const isCaller = other.client === client;
          if (!isCaller)
            context.emit({ type: "set", project, article, revision: applied.revision }, other.client);
          if (!isCaller && request.step) {
            const step = { ...request.step, id: request.opId, parts: [{ article, change: request.change }] };
            context.emit({ type: "step", project, step }, other.client);
          }
          if (isCaller ? applied.entitiesKept : applied.entitiesChanged)
            context.emit({ type: "entities", project, entities: entitiesOf(inUse) }, other.client);
        }
      }
      return { revision: applied.revision, savedAt: applied.savedAt };
    },
    async "annotations.keep"({ project, article, changes, forget }, client) {
      const { inUse } = projects.get(project, client);
      writerIn(inUse);
      const { store, emergency } = await openSet(context, inUse, article);
      await emergency.forget(forget);
      const waiting = changes.filter(({ opId }) => !store.answerTo(opId));
      await emergency.keep(waiting);
      return { kept: changes.length };
    },
  };
}
