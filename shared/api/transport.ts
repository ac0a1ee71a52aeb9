// The seam between the interface and a host: two functions. Whatever can carry them is a host.

import type { ApiErrorData } from "../errors/errors.ts";
import type { Event } from "./contract.ts";

/** The answer to a call. Both forms are plain JSON values. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ApiErrorData };

export interface Transport {
  /** Never rejects: a host that cannot be reached is a reply too (`host-unreachable`). */
  call(name: string, input: unknown): Promise<Reply>;
  /** Calls the listener for every event until the returned function is called. */
  subscribe(listener: (event: Event) => void): () => void;
}
