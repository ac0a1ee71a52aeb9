// The figures of a project. A window has one measurement at a time: the next one ends the one before.
import type { insightMethods } from "../../../shared/api/methods/insight.ts";
import { latestOf } from "../changes/opening.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import { indexOf } from "../insight/project-index.ts";
import type { OpenProjects } from "../open-projects.ts";

export function insightHandlers(
  context: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof insightMethods> {
  const counting = latestOf();
  return {
    async "insight.measure"({ project, ...query }, client) {
      const projectOpening = projects.get(project, client);
      return counting.run(projectOpening, (signal) =>
        indexOf(context, projectOpening.inUse).measure(query, {
          signal,
          onProgress: (progress) => context.emit({ type: "counting", project, ...progress }, client),
        }),
      );
    },
    async "insight.cards"({ project, ...query }, client) {
      const { inUse } = projects.get(project, client);
      return indexOf(context, inUse).cards(query);
    },
    "insight.stop"({ project }, client) {
      projects.get(project, client);
      counting.stop(project);
      return null;
    },
  };
}
