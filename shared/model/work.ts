// Work that may take seconds, in steps: whoever does it decides when to go on, shows how far it is, and ends it by not
// going on. So one computation serves a worker, a command line and a test.

/** How far a work is: `done` of `of`, in units of its own. */
export interface WorkProgress {
  readonly done: number;
  readonly of: number;
}

export type Work<T> = Generator<WorkProgress, T, void>;

/** Does all of it at once. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

interface Turns {
  /** Lets others have their turn; called after each step. */
  pause(progress: WorkProgress): Promise<void>;
  readonly isCancelled: () => boolean;
}

/** Does it step by step; `null` when it was cancelled. */
export async function finishInTurns<T>(work: Work<T>, { pause, isCancelled }: Turns): Promise<T | null> {
  for (;;) {
    if (isCancelled()) return null;
    const step = work.next();
    if (step.done) return step.value;
    await pause(step.value);
  }
}
