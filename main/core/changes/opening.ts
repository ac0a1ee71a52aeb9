// A project as one client has it open, for whatever reads and changes it; work of which it has one of a kind at a time, and work during
// which nothing is saved.
import type { Event } from "../../../shared/api/contract.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { LiveProject } from "../project/live-project.ts";
import type { Applier } from "./apply-changes.ts";
import type { Steps } from "./steps.ts";

export interface Opening {
  readonly handle: Id;
  readonly client: Id;
  readonly liveProject: LiveProject;
  readonly applier: Applier;
  readonly steps: Steps;
  /** Aborted when it is closed: what still runs for it ends. */
  readonly closing: AbortController;
}

/** What is told of a project; its handle, which is another in each window, is added. */
export type ProjectEvent = OfProject<Event>;
type OfProject<One> = One extends { readonly project: Id } ? Omit<One, "project"> : never;

/** The windows that have a project open. */
export interface ProjectWindows {
  /** Tells each of them at once. `except`: the client that knows already. */
  tell(liveProject: LiveProject, event: ProjectEvent, except?: Id | null): void;
  /** Tells them of the articles, soon and once for several changes. */
  announceArticles(liveProject: LiveProject): void;
  /** Tells them of the registry, at once. */
  announceEntities(liveProject: LiveProject): void;
}

/** While nothing is saved: what was acknowledged must be in the files that are touched. */
export const withExclusiveAccess = <T>(
  { recoveries }: LiveProject,
  steps: Pick<Steps, "exclusively">,
  work: () => Promise<T>,
): Promise<T> => recoveries.run(() => steps.exclusively(work));

interface LatestOf {
  run<T>(opening: Pick<Opening, "handle" | "closing">, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Ends what runs. */
  stop(project: Id): void;
}

/**
 * Work that takes a while: a window has one of each kind at a time, so that the next one ends the one before, and closing the project ends
 * it as well. `reason`: what one that was ended fails with.
 */
export function latestOf(reason: () => Error | undefined = () => undefined): LatestOf {
  /** By the handle of the open project, which every window has for itself. */
  const running = new Map<Id, AbortController>();
  const stop = (project: Id): void => running.get(project)?.abort(reason());
  return {
    async run({ handle, closing }, work) {
      stop(handle);
      const controller = new AbortController();
      running.set(handle, controller);
      const end = (): void => controller.abort(reason());
      closing.signal.addEventListener("abort", end);
      try {
        return await work(controller.signal);
      } finally {
        closing.signal.removeEventListener("abort", end);
        if (running.get(handle) === controller) running.delete(handle);
      }
    },
    stop,
  };
}
