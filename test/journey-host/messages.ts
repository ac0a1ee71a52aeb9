// The protocol between the journeys and the process of their hosts.
import type { Reply } from "../../shared/api/client.ts";

/** The requests, each with its input and its answer. `core`: the number of a core that was started. */
export interface Requests {
  /** Starts a core over this home. */
  readonly start: { readonly input: { readonly home: string }; readonly answer: number };
  /** Starts a browser host over the core; answers with the address of its first window, which opens the project. */
  readonly serve: {
    readonly input: { readonly core: number; readonly project: string | null };
    readonly answer: string;
  };
  /** An address for one more window. */
  readonly address: { readonly input: { readonly core: number }; readonly answer: string };
  readonly call: {
    readonly input: { readonly core: number; readonly name: string; readonly input: unknown };
    readonly answer: Reply;
  };
  /** Ends the host and its core as a person would: everything is written. */
  readonly stop: { readonly input: { readonly core: number }; readonly answer: null };
  /** Runs a command of the command line with this home. */
  readonly command: {
    readonly input: { readonly home: string; readonly args: readonly string[] };
    readonly answer: { readonly status: number; readonly stdout: string; readonly stderr: string };
  };
}

export type RequestName = keyof Requests;

export interface Request {
  readonly id: number;
  readonly name: RequestName;
  readonly input: unknown;
}

export type Response =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failed: string };
