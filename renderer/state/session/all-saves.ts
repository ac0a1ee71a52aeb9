// The saving of everything that is open in this window: watched, waited for, and kept in order.
import { ApiError, type ApiErrorData, type Problem } from "../../../shared/errors/errors.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { PendingChange } from "./outbox.ts";
import type { SaveQueue } from "./save-queue.ts";
import type { Session } from "./session.ts";

export interface AllSaves {
  /** Waits until everything is saved; rejects with the reason as soon as saving fails, so that nobody waits for ever. */
  allSaved(): Promise<void>;
  hasUnsaved(): boolean;
  /** Whether of some set this is what keeps changes from being saved. */
  stuckOn(problem: Problem): boolean;
  /** Resolves when of no set anything waits; stays pending while saving fails. */
  drained(): Promise<void>;
  /** How many changes wait, where all of them are safe on this computer outside the project; `null` where some are not. */
  kept(): number | null;
  /** Resolves once that is known of all that waits by now. */
  keepingTried(): Promise<void>;
  /** Sends nothing more of what waits. */
  giveUp(): void;
  unsaved(): { readonly article: Id; readonly changes: Change[] }[];
  /** Resolves when of no set anything is on its way: all is saved, or it is known that it cannot be, and kept elsewhere. */
  settled(): Promise<void>;
  /** Looks at the disk: while the host could not be reached, another window may have saved. */
  refresh(): void;
}

/** `all`: the sessions as they are at the moment of asking. */
export function createAllSaves(all: () => readonly Session[]): AllSaves {
  const hasUnsaved = (): boolean => all().some(({ queue }) => queue.status.get().kind !== "saved");
  return {
    hasUnsaved,
    async allSaved() {
      // What is done in one article while another is saved is to be saved, too.
      do await Promise.all(all().map(saved));
      while (hasUnsaved());
    },
    stuckOn: (problem) =>
      all().some(({ queue }) => {
        const status = queue.status.get();
        return status.kind === "unsaved" && status.error.problem === problem;
      }),
    async drained() {
      await Promise.all(all().map(({ queue }) => queue.drained()));
    },
    kept() {
      const statuses = all().map(({ queue }) => queue.status.get());
      const isKept = statuses.every(
        (status) => status.kind === "saved" || (status.kind === "unsaved" && status.kept === status.waiting),
      );
      const counts = statuses.map((status) => (status.kind === "saved" ? 0 : status.waiting));
      return isKept ? counts.reduce((sum, count) => sum + count, 0) : null;
    },
    async keepingTried() {
      await Promise.all(all().map(({ queue }) => queue.keepingTried()));
    },
    giveUp() {
      for (const { queue } of all()) queue.end();
    },
    // What a copy is made of is this person's own.
    unsaved: () =>
      all().flatMap(({ article, whose, queue }) =>
        whose ? [] : [{ article: article.id, changes: [...queue.unsent()] }],
      ),
    async settled() {
      // Why one cannot be saved its own status says.
      await Promise.all(all().map((one) => saved(one).catch(() => undefined)));
    },
    refresh() {
      for (const { queue } of all()) queue.refresh();
    },
  };
}

const saved = ({ queue }: Session): Promise<void> =>
  new Promise((resolve, reject) => {
    const checkStatus = (): void => {
      const status = queue.status.get();
      if (status.kind === "saving") return;
      stop();
      if (status.kind === "saved") resolve();
      else reject(new ApiError(status.error.problem, status.error.detail));
    };
    const stop = queue.status.subscribe(checkStatus);
    checkStatus();
  });

/** What waiting needs of the other articles' queues. */
type OtherQueue = Pick<SaveQueue, "waiting" | "status">;

/**
 * Keeps the queues of several articles in order where it matters: a change may point to an entity that another article's change enters,
 * so it waits until what was done to the registry before it is saved; and one that removes an entity waits for all that was done before
 * it, which may have taken the last mention away. `null` when nothing is in the way; otherwise resolves with `null` when that is saved, or with what keeps it from being
 * saved.
 */
export function waitForRegistry(
  one: PendingChange,
  others: readonly OtherQueue[],
): Promise<ApiErrorData | null> | null {
  return others.some((queue) => isInTheWay(queue, one)) ? wait(one, others) : null;
}

const isInTheWay = (queue: OtherQueue, one: PendingChange): boolean =>
  queue.waiting().some((other) => goesFirst(other, one));

async function wait(one: PendingChange, others: readonly OtherQueue[]): Promise<ApiErrorData | null> {
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

function goesFirst(other: PendingChange, one: PendingChange): boolean {
  const isEarlier = (other.step?.at ?? "") < (one.step?.at ?? "");
  // An entity stays while anybody mentions it, so what took the mentions away must be saved before it can go.
  const takesAway = (one.change.entities?.removed.length ?? 0) > 0;
  return isEarlier && (other.change.entities !== undefined || takesAway);
}
