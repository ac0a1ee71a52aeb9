// All cards of a project as one list, and edits of many of them. A window makes one listing at a time: the next one ends the one before.
import type { EditedCards, statementsMethods } from "../../../shared/api/methods/statements.ts";
import { planEdit } from "../changes/edit-cards.ts";
import { latestOf } from "../changes/opening.ts";
import { retryOnConflict } from "../changes/retry-on-conflict.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import { indexOf } from "../insight/project-index.ts";
import type { OpenProjects } from "../open-projects.ts";
import { writerIn } from "../project/live-project.ts";

export function statementsHandlers(
  context: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof statementsMethods> {
  const listing = latestOf();
  return {
    async "statements.list"({ project, ...asked }, client) {
      const projectOpening = projects.get(project, client);
      return listing.run(projectOpening, (signal) =>
        indexOf(context, projectOpening.liveProject).list(asked, {
          signal,
          onProgress: (progress) => context.emit({ type: "counting", project, ...progress }, client),
        }),
      );
    },
    "statements.stop"({ project }, client) {
      projects.get(project, client);
      listing.stop(project);
      return null;
    },
    async "statements.rows"({ project, ...window }, client) {
      const { liveProject } = projects.get(project, client);
      return { rows: await indexOf(context, liveProject).rows(window) };
    },
    async "statements.places"({ project, ...window }, client) {
      const { liveProject } = projects.get(project, client);
      return { places: await indexOf(context, liveProject).places(window) };
    },
    async "statements.edit"({ project, opId, step, cards, edit }, client): Promise<EditedCards> {
      const { liveProject, steps } = projects.get(project, client);
      writerIn(liveProject);
      return retryOnConflict(
        () => planEdit(context, liveProject, { cards, edit }),
        async ({ parts: planned, refused, unchanged }) => {
          if (refused.length > 0 || planned.length === 0)
            return { step: null, revisions: {}, refused, unchanged };
          const { revisions } = await steps.apply({ opId, step, parts: planned }, client);
          const parts = planned.map(({ revision: _revision, ...part }) => part);
          return { step: { ...step, id: opId, parts }, revisions, refused, unchanged };
        },
      );
    },
  };
}
