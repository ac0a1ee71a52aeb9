// The changes that wait while the project cannot be written: asks the core to keep them on this computer, outside the
// project, and knows which of them are safe there.
import type { Client } from "../../../shared/api/client.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { StepPart } from "../../../shared/model/step.ts";
import type { Waiting } from "./outbox.ts";

export interface KeptAside {
  /** How many of these are safe on this computer. */
  countOf(waiting: readonly Waiting[]): number;
  /** Has those kept that are not yet. Never rejects: what could not be kept is not counted. */
  keep(waiting: readonly Waiting[]): Promise<void>;
  /** This one is in the project now, and the core has dropped it by itself. */
  saved(opId: Id): void;
  /** Has those dropped that are not among these any more. Never rejects. */
  keepOnly(waiting: readonly Waiting[]): Promise<void>;
}

export function createKeptAside(
  client: Client,
  project: () => Id,
  set: Pick<StepPart, "article" | "whose"> & { readonly textHash: string },
): KeptAside {
  let safe: ReadonlySet<Id> = new Set();
  let lastCall: Promise<void> = Promise.resolve();

  /** One call after the other, so that none is overtaken. */
  function sendChanges(what: () => { readonly changes: readonly Waiting[]; readonly forget: readonly Id[] }) {
    lastCall = lastCall.then(async () => {
      const { changes, forget } = what();
      if (changes.length === 0 && forget.length === 0) return;
      try {
        const input = { project: project(), ...set, changes: [...changes], forget: [...forget] };
        await client.call("annotations.keep", input);
      } catch (error) {
        if (error instanceof ApiError) return;
        throw error;
      }
      safe = new Set([...safe, ...changes.map(({ opId }) => opId)]);
      for (const opId of forget) without(opId);
    });
    return lastCall;
  }

  function without(opId: Id): void {
    safe = new Set([...safe].filter((one) => one !== opId));
  }

  return {
    countOf: (waiting) => waiting.filter(({ opId }) => safe.has(opId)).length,
    keep: (waiting) =>
      sendChanges(() => ({ changes: waiting.filter(({ opId }) => !safe.has(opId)), forget: [] })),
    saved: without,
    keepOnly: (waiting) =>
      sendChanges(() => {
        const stay = new Set(waiting.map(({ opId }) => opId));
        return { changes: [], forget: [...safe].filter((opId) => !stay.has(opId)) };
      }),
  };
}
