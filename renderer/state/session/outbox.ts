// The page's own store of changes that are not yet acknowledged, so that they outlive the page: a window that takes over where another one
// ended hands them to the core.

import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Article } from "../../../shared/model/article.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { Whose } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { StepNote } from "../../../shared/model/step.ts";

export interface PendingChange {
  readonly opId: Id;
  readonly change: Change;
  /** The action that made it. */
  readonly step?: StepNote;
}

/** One annotator's set of one article. */
export interface SetAddress {
  readonly project: Id;
  readonly annotator: Id;
  readonly article: Id;
  /** Hash of the text that its changes are made on. */
  readonly textHash: string;
}

export interface UnsavedWork {
  readonly article: Id;
  /** Absent: of this person's own set. */
  readonly whose?: Whose;
  /** Hash of the text that they were made on; absent for what an earlier version of Sayso has kept. */
  readonly textHash?: string;
  readonly waiting: readonly PendingChange[];
}

/** Keeps what one session has not saved. Another session of the same set has its own. */
export interface Keeper {
  /** Keeps exactly these changes, in this order, from now on. Never throws: what cannot be kept stays in the window. */
  hold(waiting: readonly PendingChange[]): void;
  /** Nobody in this window sees to what is kept any more: it is for whoever opens the project next. */
  leave(): void;
}

export interface Outbox {
  keeper(set: SetAddress): Keeper;
  /**
   * What windows that are gone have left of this annotator's changes in this project, oldest first. From then on it is this
   * window's: no other gets it while this one is there. Never rejects.
   */
  takeOver(project: Id, annotator: Id): Promise<readonly UnsavedWork[]>;
  /** Drops changes that were taken over, once they are acknowledged or a person has been told. */
  forget(opIds: readonly Id[]): void;
}

/**
 * Keeps the changes of a session of an article until they are acknowledged. `owner`: whose set it is; `null` while nobody has given a name
 * who could make any.
 */
export function keeperIn(
  outbox: Outbox,
  project: Id,
  { id, textHash }: Pick<Article, "id" | "textHash">,
  owner: () => Id | null,
): Keeper {
  let keeper: Keeper | null = null;
  function keeperOfOwner(): Keeper {
    const annotator = owner();
    if (annotator === null) return keepsNothing;
    keeper ??= outbox.keeper({ project, annotator, article: id, textHash });
    return keeper;
  }
  return { hold: (waiting) => keeperOfOwner().hold(waiting), leave: () => keeperOfOwner().leave() };
}

const keepsNothing: Keeper = { hold: () => undefined, leave: () => undefined };

// The outbox in the page's own storage (IndexedDB), which all windows of this address in this browser share. Each window
// holds a lock as long as it lives, by which the others know whose changes have been left behind.

interface StoredChange
  extends Omit<SetAddress, "textHash">,
    Partial<Pick<SetAddress, "textHash">>,
    PendingChange {
  /** The window that made it, or has taken it over. */
  readonly window: Id;
  /** Milliseconds since 1970 when it was kept; and its place among those of that time. */
  readonly at: number;
  readonly order: number;
}

interface Schema extends DBSchema {
  changes: { key: Id; value: StoredChange };
}

const lockOf = (window: Id): string => `sayso.window.${window}`;

/** `window` names this loading of the page. */
export function storedOutbox(window: Id): Outbox {
  let order = 0;
  const databasePromise = openStore(window);
  // Whoever needs it is told.
  databasePromise.catch(() => undefined);

  /** Storage that fails costs only what it is for: the changes are still in the window. */
  const stored = <T>(work: (database: IDBPDatabase<Schema>) => Promise<T>, otherwise: T): Promise<T> =>
    databasePromise.then(work).catch((error: unknown) => {
      if (error instanceof DOMException) return otherwise;
      throw error;
    });

  const write = (added: readonly StoredChange[], removed: readonly Id[]): void => {
    if (added.length === 0 && removed.length === 0) return;
    void stored(async (database) => {
      const change = database.transaction("changes", "readwrite", { durability: "strict" });
      const requests = [
        ...added.map((one) => change.store.put(one)),
        ...removed.map((opId) => change.store.delete(opId)),
      ];
      // A page that goes now ends what was not committed; what was asked for later comes later, without waiting here.
      change.commit();
      await Promise.all([...requests, change.done]);
    }, undefined);
  };

  const keepers = createKeepers((set, added, removed) => {
    const at = Date.now();
    write(
      added.map((one) => ({ ...set, ...one, window, at, order: ++order })),
      removed,
    );
  });

  return {
    keeper: keepers.keeper,
    takeOver: (project, annotator) =>
      stored(
        (database) =>
          navigator.locks.request("sayso.outbox", async () => {
            const { held: locks = [] } = await navigator.locks.query();
            const alive = new Set(locks.map(({ name }) => name));
            const change = database.transaction("changes", "readwrite", { durability: "strict" });
            const leftChanges = (await change.store.getAll())
              .filter((one) => one.project === project && one.annotator === annotator)
              .filter((one) =>
                one.window === window ? !keepers.isHeld(one.opId) : !alive.has(lockOf(one.window)),
              )
              .sort((a, b) => a.at - b.at || a.order - b.order);
            await Promise.all([
              ...leftChanges.map((one) => change.store.put({ ...one, window })),
              change.done,
            ]);
            return bySet(leftChanges);
          }),
        [],
      ),
    forget: (opIds) => write([], opIds),
  };
}

async function openStore(window: Id): Promise<IDBPDatabase<Schema>> {
  await new Promise<void>((isHeld) => {
    // Held until the page is gone; the browser gives it back, whatever the page dies of.
    void navigator.locks.request(lockOf(window), () => {
      isHeld();
      return new Promise<never>(() => undefined);
    });
  });
  return openDB<Schema>("sayso", 1, {
    upgrade: (database) => void database.createObjectStore("changes", { keyPath: "opId" }),
  });
}

function bySet(left: readonly StoredChange[]): readonly UnsavedWork[] {
  const sets = new Map<string, UnsavedWork>();
  for (const { article, textHash, opId, change, step } of left) {
    const key = `${article} ${textHash}`;
    const { waiting } = sets.get(key) ?? { waiting: [] };
    const waitingChange = { opId, change, ...(step && { step }) };
    sets.set(key, {
      article,
      ...(textHash !== undefined && { textHash }),
      waiting: [...waiting, waitingChange],
    });
  }
  return [...sets.values()];
}

// Keeps track of what the sessions of one window have in its outbox, and of what a session still sees to.

/** Stores what came to the changes of a set, in its order, and drops what went. */
type WriteKept = (set: SetAddress, added: readonly PendingChange[], removed: readonly Id[]) => void;

interface Keepers {
  keeper(set: SetAddress): Keeper;
  /** Whether a session sees to it. What was taken over and could not be applied is seen to by none. */
  isHeld(opId: Id): boolean;
}

export function createKeepers(write: WriteKept): Keepers {
  const heldChanges = new Set<ReadonlyMap<Id, PendingChange>>();
  return {
    keeper(set) {
      let keptChanges: ReadonlyMap<Id, PendingChange> = new Map();
      let isLeft = false;
      return {
        hold(waiting) {
          const previousChanges = keptChanges;
          keptChanges = new Map(waiting.map((one) => [one.opId, one]));
          heldChanges.delete(previousChanges);
          if (!isLeft && keptChanges.size > 0) heldChanges.add(keptChanges);
          // A change that was carried over to another state is another object under its id.
          const added = waiting.filter(({ opId, change }) => previousChanges.get(opId)?.change !== change);
          const removed = [...previousChanges.keys()].filter((opId) => !keptChanges.has(opId));
          write(set, added, removed);
        },
        leave() {
          isLeft = true;
          heldChanges.delete(keptChanges);
        },
      };
    },
    isHeld: (opId) => [...heldChanges].some((waiting) => waiting.has(opId)),
  };
}
