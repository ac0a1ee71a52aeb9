// Keeps the queues of several articles in order where it matters: a change may point to an entity that another article's
// change enters, so it waits until what was done to the registry before it is saved; and one that removes an entity waits
// for all that was done before it, which may have taken the last mention away.
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Waiting } from "./outbox.ts";
import type { SaveQueue } from "./save-queue.ts";

/** What waiting needs of the other articles' queues. */
type Other = Pick<SaveQueue, "waiting" | "status">;

/**
 * `null` when nothing is in the way; otherwise resolves with `null` when that is saved, or with what keeps it from being
 * saved.
 */
export function waitForRegistry(one: Waiting, others: readonly Other[]): Promise<ApiErrorData | null> | null {
  return others.some((queue) => isInTheWay(queue, one)) ? wait(one, others) : null;
}

const isInTheWay = (queue: Other, one: Waiting): boolean =>
  queue.waiting().some((other) => goesFirst(other, one));

async function wait(one: Waiting, others: readonly Other[]): Promise<ApiErrorData | null> {
  for (const queue of others) {
    if (!isInTheWay(queue, one)) continue;
    const error = await new Promise<ApiErrorData | null>((done) => {
      const checkStatus = (): void => {
        const status = queue.status.get();
        if (isInTheWay(queue, one) && status.kind !== "unsaved") return;
        stop();
        done(status.kind === "unsaved" ? status.error : null);
      };
      const stop = queue.status.subscribe(checkStatus);
      checkStatus();
    });
    if (error) return error;
  }
  return null;
}

function goesFirst(other: Waiting, one: Waiting): boolean {
  const isEarlier = (other.step?.at ?? "") < (one.step?.at ?? "");
  // An entity stays while anybody mentions it, so what took the mentions away must be saved before it can go.
  const takesAway = (one.change.entities?.removed.length ?? 0) > 0;
  return isEarlier && (other.change.entities !== undefined || takesAway);
}
