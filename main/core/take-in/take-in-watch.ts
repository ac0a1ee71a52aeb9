// Progress of taking in, which lasts a while where there is much of it: who waits for it is told how far it is, and may stop it. Until its
// last step, the merge of our own work, is decided, stopping leaves everything as it was.
import { setImmediate as otherWork } from "node:timers/promises";
import type { TakeInStage } from "../../../shared/api/take-in.ts";
import { finishInTurns, type Work, type WorkProgress } from "../../../shared/model/work.ts";

export interface TakeInWatch {
  /** Aborted, with an `ApiError`, when nobody wants it any more. */
  readonly signal: AbortSignal;
  onProgress(stage: TakeInStage, progress: WorkProgress): void;
}

/** Does pure work in turns with everything else. Throws the signal’s `ApiError` when it was stopped. */
export async function inTurns<T>(work: Work<T>, { signal, onProgress }: TakeInWatch): Promise<T> {
  const result = await finishInTurns(work, {
    async pause(progress) {
      onProgress("planning", progress);
      await otherWork();
    },
    isCancelled: () => signal.aborted,
  });
  signal.throwIfAborted();
  return result as T;
}
