// Saving changes to an annotator's set, and keeping outside the project those that it does not take.
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Whose } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { StepNote } from "../../../shared/model/step.ts";
import { forgetKept } from "../changes/close-sets.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";
import {
  countsOf,
  enterCuration,
  entitiesOf,
  type OpenSet,
  openSet,
  writerIn,
} from "../project/project-in-use.ts";

/** Several people decide in one set: its steps say whose they are, so that each finds their own in their history. */
export const withDoer = <T extends { readonly step?: StepNote }>(
  asked: T,
  whose: Whose | undefined,
  by: Id,
): T => (whose === undefined || !asked.step ? asked : { ...asked, step: { ...asked.step, by } });

/** Offsets of one text mean nothing in another. Throws `article-revised`. */
function holdText({ article }: OpenSet, textHash: string | undefined): void {
  if (textHash !== undefined && textHash !== article.textHash)
    throw new ApiError("article-revised", { article: article.title });
}

export function annotationsHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "annotations.apply" | "annotations.keep"> {
  return {
    async "annotations.apply"({ project: handle, article, whose, textHash, ...asked }, client) {
      const { inUse, applier } = projects.get(handle, client);
      const { annotator } = writerIn(inUse);
      const workingSet = await openSet(context, inUse, article, whose);
      holdText(workingSet, textHash);
      const isFirst = whose === "curation" && (await enterCuration(inUse));
      const request = withDoer(asked, whose, annotator.id);
      const applied = await applier.apply(workingSet, request);
      if (applied.isNew) {
        if (whose === undefined) {
          inUse.counts.set(article, countsOf(workingSet.store.set()));
          projects.announceArticles(inUse);
        }
        const setRef = { article, ...(whose && { whose }) };
        const { annotators } = inUse.folder.project.data();
        for (const projectOpening of projects.openingsOf(inUse)) {
          const project = projectOpening.handle;
          const isCaller = projectOpening.client === client;
          if (isFirst) context.emit({ type: "annotators", project, annotators }, projectOpening.client);
          if (!isCaller)
            context.emit(
              { type: "set", project, ...setRef, revision: applied.revision },
              projectOpening.client,
            );
          if (!isCaller && whose)
            context.emit({ type: "sets", project, articles: [article] }, projectOpening.client);
          if (!isCaller && request.step) {
            const step = {
              ...request.step,
              id: request.opId,
              parts: [{ ...setRef, change: request.change }],
            };
            context.emit({ type: "step", project, step }, projectOpening.client);
          }
          if (isCaller ? applied.entitiesKept : applied.entitiesChanged)
            context.emit({ type: "entities", project, entities: entitiesOf(inUse) }, projectOpening.client);
        }
      }
      return { revision: applied.revision, savedAt: applied.savedAt };
    },
    async "annotations.keep"({ project, article, whose, changes, forget, textHash }, client) {
      const { inUse } = projects.get(project, client);
      writerIn(inUse);
      const workingSet = await openSet(context, inUse, article, whose);
      await forgetKept(inUse, workingSet, forget);
      if (changes.length > 0) holdText(workingSet, textHash);
      const { store, spill } = workingSet;
      const unsavedChanges = changes.filter(({ opId }) => !store.answerTo(opId));
      await spill.keep(unsavedChanges);
      return { kept: changes.length };
    },
  };
}
