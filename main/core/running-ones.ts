// What takes long and can be stopped: one at a time for each window, known by the handle of the project that the window has for itself.
import type { Id } from "../../shared/model/id.ts";

export interface RunningOnes {
  /** Ends the one before. */
  run<T>(project: Id, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  stop(project: Id): void;
}

/** `reason`: what one that was ended fails with. */
export function runningOnes(reason: () => Error): RunningOnes {
  const running = new Map<Id, AbortController>();
  const stop = (project: Id): void => running.get(project)?.abort(reason());
  return {
    async run(project, work) {
      stop(project);
      const stopping = new AbortController();
      running.set(project, stopping);
      try {
        return await work(stopping.signal);
      } finally {
        if (running.get(project) === stopping) running.delete(project);
      }
    },
    stop,
  };
}
