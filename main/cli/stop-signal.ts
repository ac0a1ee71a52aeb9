// Turns the system's wish that the process should end into a promise, so that everything is written before it does.
import { ApiError, type Problem } from "../../shared/errors/errors.ts";

interface StopSignal {
  /** Resolves on Ctrl+C, on a termination signal, when the terminal goes away, or after `stop`. */
  readonly promise: Promise<void>;
  stop(): void;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A second signal ends the process at once, as it would have without us. */
export function whenStopped(): StopSignal {
  let stop = () => {};
  const promise = new Promise<void>((resolve) => {
    stop = resolve;
    for (const signal of signals) process.once(signal, () => resolve());
  });
  return { promise, stop: () => stop() };
}

export interface StopFlag {
  /** Throws an `ApiError` once the process was asked to end. */
  throwIfStopped(): void;
  end(): void;
}

/** For work in steps, which asks between them; `problem`: what is thrown. */
export function stopFlag(problem: Problem = "export-stopped"): StopFlag {
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
  };
  for (const signal of signals) process.once(signal, stop);
  return {
    throwIfStopped() {
      if (isStopped) throw new ApiError(problem);
    },
    end() {
      for (const signal of signals) process.off(signal, stop);
    },
  };
}

/** Ends work that can be ended when the process is asked to end, and waits until it has left nothing behind. */
export async function stoppable<T>(work: Promise<T>, end: () => unknown): Promise<T> {
  const stop = (): void => void end();
  for (const signal of signals) process.once(signal, stop);
  try {
    return await work;
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
