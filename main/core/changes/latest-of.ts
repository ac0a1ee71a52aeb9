// Work that takes a while: a window has one of each kind at a time, so that the next one ends the one before, and closing the project
// ends it as well.
import type { Id } from "../../../shared/model/id.ts";
import type { Opening } from "./opening.ts";

interface LatestOf {
  run<T>(opening: Pick<Opening, "handle" | "closing">, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Ends what runs. */
  stop(project: Id): void;
}

/** `reason`: what one that was ended fails with. */
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
