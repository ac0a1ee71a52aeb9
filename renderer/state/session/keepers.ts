// Keeps track of what the sessions of one window have in its outbox, and of what a session still sees to.
import type { Id } from "../../../shared/model/id.ts";
import type { Keeper, PendingChange, SetAddress } from "./outbox.ts";

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
