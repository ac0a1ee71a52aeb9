// The other side of `in-thread.ts`: what a thread says to the one that began it.
import { parentPort } from "node:worker_threads";
import { ApiError } from "../../../shared/errors/errors.ts";

/** Asks, and waits for the answer; one question at a time. */
export function askParent<Answer>(question: unknown): Promise<Answer> {
  return new Promise((resolve) => {
    parentPort?.once("message", (answer: Answer) => resolve(answer));
    parentPort?.postMessage({ question });
  });
}

export const tellParent = (news: unknown): void => parentPort?.postMessage({ news });

/** Does the work, and says what came of it. What is no `ApiError` ends the thread as a fault. */
export async function endWith(work: () => Promise<unknown>): Promise<void> {
  try {
    parentPort?.postMessage({ result: await work() });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    parentPort?.postMessage({ failed: error.toData() });
  }
}
