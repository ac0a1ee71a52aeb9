// Whether the host can be reached, as a small observable value that the interface shows.

/** `expired`: the host no longer knows this page, which needs a fresh address. */
export type HostStatus = "connected" | "unreachable" | "expired";

export interface HostStatusSource {
  get(): HostStatus;
  /** Calls the listener after every change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

export interface SettableHostStatus extends HostStatusSource {
  set(status: HostStatus): void;
}

export function createHostStatus(initial: HostStatus): SettableHostStatus {
  let status = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next) {
      if (next === status) return;
      status = next;
      for (const listener of listeners) listener();
    },
  };
}
