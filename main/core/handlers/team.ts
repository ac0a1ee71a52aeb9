// A project that a team shares over git: shared, taken, kept level, and when that happens by itself. An address is reached only where the person
// agreed to it outside the page, since a page may be controlled by somebody else (docs/decisions/0100).
import type { teamMethods } from "../../../shared/api/methods/team.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";
import { absolutePath } from "../source-file.ts";
import { cloneProject } from "../team/clone-project.ts";
import { listDifferences, takeDifference } from "../team/decide-differences.ts";
import { teamContextOf } from "../team/open-team.ts";
import { reachedBy } from "../team/team-store.ts";

export function teamHandlers(context: CoreContext, projects: OpenProjects): HandlersFor<typeof teamMethods> {
  /** By window; `ended` never rejects. */
  const cloning = new Map<
    string,
    { readonly controller: AbortController; readonly ended: Promise<unknown> }
  >();
  return {
    "team.get": ({ project }, client) => projects.get(project, client).team.state(),
    async "team.share"({ project, to }, client) {
      const { team } = projects.get(project, client);
      const place = placeAt(to);
      return { stopped: !(await team.share(place, (signal) => allowPlace(context, place, signal))) };
    },
    async "team.clone"({ from, to }, client) {
      const before = cloning.get(client);
      before?.controller.abort();
      const controller = new AbortController();
      const clone = (async () => {
        await before?.ended;
        return clonedInto(context, placeAt(from), absolutePath(to), controller.signal);
      })();
      const entry = { controller, ended: clone.catch(() => undefined) };
      cloning.set(client, entry);
      try {
        return { path: await clone };
      } finally {
        if (cloning.get(client) === entry) cloning.delete(client);
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
      cloning.get(client)?.controller.abort();
      return null;
    },
    async "team.differences"({ project }, client) {
      return { differences: await listDifferences(context, projects.get(project, client).liveProject) };
    },
    async "team.take"({ project, ...asked }, client) {
      const { liveProject, steps } = projects.get(project, client);
      return takeDifference(context, { liveProject, steps, windows: projects }, asked, client);
    },
    async "team.settle"({ project, keys }, client) {
      await projects.get(project, client).team.settle(keys);
      return null;
    },
    "team.times": ({ project, times }, client) => projects.get(project, client).team.setTimes(times),
  };
}

/** Where the project is by then; `null` when somebody ended it, or the core is closed. */
async function clonedInto(
  context: CoreContext,
  from: string,
  to: string,
  stopped: AbortSignal,
): Promise<string | null> {
  const signal = AbortSignal.any([stopped, context.closing]);
  try {
    await allowPlace(context, from, signal);
    return (await cloneProject(teamContextOf(context, signal), from, to)).root;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

/** A folder by its whole path, or an address. Throws `team-address` for what is neither. */
function placeAt(asked: string): string {
  const where = asked.trim();
  return reachedBy(where) === "folder" ? absolutePath(where) : where;
}

/** Throws `team-not-allowed` for an address to which the person has not agreed by the time that the signal is aborted. */
async function allowPlace({ options }: CoreContext, where: string, signal: AbortSignal): Promise<void> {
  if (reachedBy(where) !== "folder" && !(await options.allowAddress?.(where, signal)))
    throw new ApiError("team-not-allowed", { where });
}
