// Compacts a set's journal into a snapshot without holding up saves: of a large set that takes a while, of which only the beginning
// and the end stand in the queue of its saves.
import { setImmediate as otherWork } from "node:timers/promises";
import { createQueue, type WorkQueue } from "../files/queue.ts";

interface CompactionSteps<Input, Staged extends { abandon(): Promise<void> }> {
  /** What the snapshot is to be made of; `null` where none is needed. Nothing is saved meanwhile, as while it ends. */
  begin(): Promise<Input | null>;
  /** Makes the snapshot beside its place, while saves go on: those that have come go first at each pause. */
  stage(input: Input, pause: () => Promise<void>): Promise<Staged>;
  /** Puts it in its place, or leaves it, and then it is abandoned. */
  end(input: Input, staged: Staged): Promise<void>;
  onFailed(error: unknown): void;
}

export interface Compactor {
  /** Makes a snapshot of all that was saved before; one after the other. Throws what hinders. */
  now(): Promise<void>;
  /** Sees to it that a journal of so many bytes becomes a snapshot in time. Never throws. */
  schedule(length: number): void;
  /** Makes the last one, unless that fails, and closes: `close` is called when nothing of it can write any more. Never throws. */
  end(close: () => Promise<void>): Promise<void>;
}

/** Bytes of journal that call for a snapshot at once, and after a pause of so many milliseconds. */
const longJournal = 1024 * 1024;
const idleJournal = 64 * 1024;
const idleTime = 30_000;

/** `queue`: that of the saves. */
export function createCompactor<Input, Staged extends { abandon(): Promise<void> }>(
  queue: WorkQueue,
  steps: CompactionSteps<Input, Staged>,
): Compactor {
  const compactions = createQueue();
  let isComing = false;
  let idle: NodeJS.Timeout | undefined;

  async function letSavesGoFirst(): Promise<void> {
    await otherWork();
    await queue.run(async () => undefined);
  }

  const compactNow = (): Promise<void> =>
    compactions.run(async () => {
      const input = await queue.run(steps.begin);
      if (!input) return;
      const staged = await steps.stage(input, letSavesGoFirst);
      try {
        await queue.run(() => steps.end(input, staged));
      } finally {
        await staged.abandon();
      }
    });

  /** What is saved while one is made is for the next. */
  async function soon(): Promise<void> {
    if (isComing) return;
    isComing = true;
    await compactNow().catch(steps.onFailed);
    isComing = false;
  }

  return {
    now: compactNow,
    schedule(length) {
      clearTimeout(idle);
      if (length > longJournal) void soon();
      else if (length > idleJournal) idle = setTimeout(soon, idleTime).unref();
    },
    async end(close) {
      clearTimeout(idle);
      await compactNow().catch(steps.onFailed);
      // One that a late save has begun ends first.
      await compactions.run(() => queue.run(close));
      clearTimeout(idle);
    },
  };
}
