// The outbox of a window in memory: what is left in it is offered to whoever opens the project next, as the page's own storage does.

import {
  createKeepers,
  type Outbox,
  type PendingChange,
  type SetAddress,
  type UnsavedWork,
} from "../../renderer/state/session/outbox.ts";

export function memoryOutbox(): Outbox {
  const stored = new Map<string, { readonly set: SetAddress; readonly one: PendingChange }>();
  const keepers = createKeepers((set, added, removed) => {
    for (const one of added) stored.set(one.opId, { set, one });
    for (const opId of removed) stored.delete(opId);
  });
  return {
    keeper: keepers.keeper,
    async takeOver(project, annotator) {
      const left = [...stored.values()].filter(
        ({ set, one }) => set.project === project && set.annotator === annotator && !keepers.isHeld(one.opId),
      );
      return left.map(
        ({ set: { article, textHash }, one }): UnsavedWork => ({ article, textHash, waiting: [one] }),
      );
    },
    forget(opIds) {
      for (const opId of opIds) stored.delete(opId);
    },
  };
}

/** Keeps nothing. */
export const noOutbox: Outbox = {
  keeper: () => ({ hold: () => undefined, leave: () => undefined }),
  takeOver: async () => [],
  forget: () => undefined,
};
