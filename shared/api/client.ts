// The typed client over any transport. It imports the contract's types only, so that the schemas stay out of the page.
import { ApiError, type ApiErrorData } from "../errors/errors.ts";
import type { Event, Input, Method, Result } from "./contract.ts";

export interface Client {
  /** Resolves with the method's result; rejects with an `ApiError`. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Result<M>>;
  subscribe(listener: (event: Event) => void): () => void;
}

export function clientOver(transport: Transport): Client {
  return {
    async call<M extends Method>(method: M, input: Input<M>): Promise<Result<M>> {
      const reply = await transport.call(method, input);
      if (!reply.ok) throw new ApiError(reply.error.problem, reply.error.detail);
      return reply.value as Result<M>;
    },
    subscribe: (listener) => transport.subscribe(listener),
  };
}

// The seam between the interface and a host: two functions. Whatever can carry them is a host.

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
