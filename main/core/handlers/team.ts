// A project that a team shares over git: shared, taken, kept level, and when that happens by itself. An address is reached only where the person
// agreed to it outside the page, since a page may be controlled by somebody else (docs/decisions/0100).
import type { teamMethods } from "../../../shared/api/methods/team.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";
import { writerIn } from "../project/live-project.ts";
import { absolutePath } from "../source-file.ts";
import { listDifferences, settleDifferences, takeDifference } from "../team/decide-differences.ts";
import { teamContextOf } from "../team/open-team.ts";
import { cloneProject } from "../team/sync.ts";
import { reachedBy } from "../team/team-store.ts";

export function teamHandlers(context: CoreContext, projects: OpenProjects): HandlersFor<typeof teamMethods> {
  /** By window. */
  const cloning = new Map<string, AbortController>();
  return {
    "team.get": ({ project }, client) => projects.get(project, client).team.state(),
    async "team.share"({ project, to }, client) {
      const { team } = projects.get(project, client);
      return { stopped: !(await team.share(await allowedPlace(context, to))) };
    },
    async "team.clone"({ from, to }, client) {
      cloning.get(client)?.abort();
      const controller = new AbortController();
      cloning.set(client, controller);
      const signal = AbortSignal.any([controller.signal, context.closing]);
      try {
        const place = await allowedPlace(context, from);
        const { root } = await cloneProject(teamContextOf(context, signal), place, absolutePath(to));
        return { path: root };
      } catch (error) {
        if (signal.aborted) return { path: null };
        throw error;
      } finally {
        if (cloning.get(client) === controller) cloning.delete(client);
      }
    },
    async "team.sync"({ project }, client) {
      return { stopped: !(await projects.get(project, client).team.sync()) };
    },
    "team.stop"({ project }, client) {
      projects.get(project, client).team.stop();
      return null;
    },
    "team.stopCloning"(_input, client) {
      cloning.get(client)?.abort();
      return null;
    },
    async "team.differences"({ project }, client) {
      return { differences: await listDifferences(context, projects.get(project, client).liveProject) };
    },
    async "team.take"({ project, ...asked }, client) {
      return takeDifference(context, projects.get(project, client), asked, client);
    },
    async "team.settle"({ project, keys }, client) {
      const { liveProject, team } = projects.get(project, client);
      writerIn(liveProject);
      await settleDifferences(context, liveProject, keys);
      team.onSettled((await listDifferences(context, liveProject)).length);
      return null;
    },
    "team.times": ({ project, times }, client) => projects.get(project, client).team.setTimes(times),
  };
}

/** A folder by its whole path; an address once the person has agreed to it. Throws `team-not-allowed` where they have not. */
async function allowedPlace({ options, closing }: CoreContext, asked: string): Promise<string> {
  const where = asked.trim();
  if (reachedBy(where) === "folder") return absolutePath(where);
  if (!(await options.allowAddress?.(where, closing))) throw new ApiError("team-not-allowed", { where });
  return where;
}
