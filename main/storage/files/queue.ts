// Runs asynchronous work one piece after the other, in the order in which it was asked for.

export interface WorkQueue {
  /** Starts the work when all before it is finished, well or badly. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function createQueue(): WorkQueue {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    run<T>(work: () => Promise<T>): Promise<T> {
      const result = tail.then(work, work);
      tail = result.catch(() => undefined);
      return result;
    },
  };
}
