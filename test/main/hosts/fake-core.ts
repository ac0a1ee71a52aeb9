// A core that answers every known call with what it was asked, and remembers what happened to it.

import type { Core } from "../../../main/core/core.ts";
import type { Event } from "../../../shared/api/contract.ts";
import type { Id } from "../../../shared/model/id.ts";

export interface FakeCore extends Core {
  readonly calls: { readonly name: string; readonly input: unknown; readonly client: Id }[];
  readonly gone: Id[];
  emit(event: Event, to?: Id): void;
}

export function fakeCore(): FakeCore {
  const calls: FakeCore["calls"] = [];
  const gone: Id[] = [];
  const listeners = new Set<(event: Event, to?: Id) => void>();
  return {
    calls,
    gone,
    async dispatch(name, input, client) {
      calls.push({ name, input, client });
      return { ok: true, value: { name, input } };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit(event, to) {
      for (const listener of listeners) listener(event, to);
    },
    projectsOf: () => [],
    isKnown: () => false,
    async clientGone(client) {
      gone.push(client);
    },
    async flush() {},
    async close() {},
  };
}
