// Work that a window asks for again before it is done: the next one ends the one before.
import type { Id } from "../../shared/model/id.ts";

export interface LatestOf {
  /** By the handle of the open project, which every window has for itself. Ends with `whole` as well. */
  run<T>(project: Id, whole: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  stop(project: Id): void;
}

export function latestOf(): LatestOf {
  const running = new Map<Id, AbortController>();
  return {
    async run(project, whole, work) {
      running.get(project)?.abort();
      const own = new AbortController();
      running.set(project, own);
      try {
        return await work(AbortSignal.any([own.signal, whole]));
      } finally {
        if (running.get(project) === own) running.delete(project);
      }
    },
    stop: (project) => running.get(project)?.abort(),
  };
}
