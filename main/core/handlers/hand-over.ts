// Taking over what a window that is gone had made and could not save.
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";
import { enterCuration, entitiesOf, openSet, writerIn } from "../project/project-in-use.ts";
import { applyLeft } from "../recovery/recover-kept.ts";
import { withDoer } from "./annotations.ts";

export function handOverHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "annotations.handOver"> {
  return {
    async "annotations.handOver"({ project, article, whose, changes: asked, textHash }, client) {
      const { inUse, applier } = projects.get(project, client);
      const { annotator } = writerIn(inUse);
      const workingSet = await openSet(context, inUse, article, whose);
      if (whose === "curation") await enterCuration(inUse);
      const changes = asked.map((one) => withDoer(one, whose, annotator.id));
      const setRef = { article, ...(whose && { whose }) };
      try {
        const { applied, unfitting } = await applyLeft(context, inUse, applier, {
          open: workingSet,
          changes,
          textHash,
        });
        const isOther = textHash !== undefined && textHash !== workingSet.article.textHash;
        for (const { handle, client: to } of projects.openingsOf(inUse))
          for (const { opId, step, change } of to !== client && isOther ? applied : []) {
            const done = step && { ...step, id: opId, parts: [{ ...setRef, change }] };
            if (done) context.emit({ type: "step", project: handle, step: done }, to);
          }
        return { applied: applied.length, unfitting, ...(isOther && { carried: applied }) };
      } finally {
        projects.announceArticles(inUse);
        // The caller opens the article after this, and learns of the rest with it.
        for (const projectOpening of projects.openingsOf(inUse)) {
          const { handle, client: to } = projectOpening;
          const revision = workingSet.store.revision();
          if (to !== client) context.emit({ type: "set", project: handle, ...setRef, revision }, to);
          context.emit({ type: "entities", project: handle, entities: entitiesOf(inUse) }, to);
        }
      }
    },
  };
}
