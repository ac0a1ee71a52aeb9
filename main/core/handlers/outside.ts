// What came into a project's folder from outside: looked for, and what people have to see to of it.
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import { listConflicts, takeSide } from "../merge/keep-conflicts.ts";
import type { OpenProjects } from "../open-projects.ts";
import { listCopies, settleCopies } from "../outside/conflict-copies.ts";
import { writerIn } from "../project/project-in-use.ts";

type OutsideMethods =
  | "project.look"
  | "copies.list"
  | "copies.settle"
  | "conflicts.list"
  | "conflicts.take"
  | "conflicts.settle";

export function outsideHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, OutsideMethods> {
  return {
    async "project.look"({ project }, client) {
      await projects.get(project, client).outside.look();
      return null;
    },
    async "copies.list"({ project }, client) {
      return { copies: await listCopies(context, projects.get(project, client).inUse) };
    },
    async "copies.settle"({ project, ...asked }, client) {
      const projectOpening = projects.get(project, client);
      const settled = await settleCopies(context, projectOpening, asked);
      projects.announceArticles(projectOpening.inUse);
      return settled;
    },
    async "conflicts.list"({ project }, client) {
      return { conflicts: await listConflicts(context, projects.get(project, client).inUse) };
    },
    async "conflicts.take"({ project, ...asked }, client) {
      const projectOpening = projects.get(project, client);
      const took = await takeSide(context, projectOpening, asked, client);
      projects.announceArticles(projectOpening.inUse);
      return took;
    },
    async "conflicts.settle"({ project, keys }, client) {
      const { inUse } = projects.get(project, client);
      writerIn(inUse);
      await inUse.conflicts.settle(keys);
      return null;
    },
  };
}
