// The typed client over any transport. It imports the contract's types only, so that the schemas stay out of the page.

import { ApiError } from "../errors/errors.ts";
import type { Event, Input, Method, Result } from "./contract.ts";
import type { Transport } from "./transport.ts";

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
