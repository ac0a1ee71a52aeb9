// What the journeys and the process of their hosts say to each other.
import type { Reply } from "../../shared/api/transport.ts";

/** What can be asked of the process, each with what it is given and what it answers. */
export interface Requests {
  /** Starts a core with this home, and a browser host over it. `project`: what its first window opens. */
  readonly start: {
    readonly input: { readonly home: string; readonly project: string | null };
    readonly answer: { readonly host: number; readonly address: string };
  };
  /** An address for one more window. */
  readonly address: { readonly input: { readonly host: number }; readonly answer: string };
  /** Ends a host as a person would: everything is written. */
  readonly stop: { readonly input: { readonly host: number }; readonly answer: null };
  /** Starts a core with this home that has no window. */
  readonly openCore: { readonly input: { readonly home: string }; readonly answer: number };
  readonly call: {
    readonly input: { readonly core: number; readonly name: string; readonly input: unknown };
    readonly answer: Reply;
  };
  /** Runs a command of the command line with this home. */
  readonly command: {
    readonly input: { readonly home: string; readonly args: readonly string[] };
    readonly answer: { readonly status: number; readonly stdout: string; readonly stderr: string };
  };
  readonly closeCore: { readonly input: { readonly core: number }; readonly answer: null };
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
