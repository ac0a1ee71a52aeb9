// One thing that a person or the application does to a project: what it should make of what stands, and the calls that do it.
import type { Client } from "../../shared/api/client.ts";
import type { OpenProject } from "../../shared/api/contract.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Random } from "./random.ts";
import type { Truth } from "./truth.ts";

/** Somebody at work: the door, what they have open, and what must be there by all that was acknowledged. */
export interface Desk {
  readonly client: Client;
  readonly handle: Id;
  /** The id of the project. */
  readonly project: Id;
  /** Opens the project anew, `takeOver`: by the lock that somebody else holds. What stood under the old handle is over. */
  reopen(takeOver?: string): Promise<OpenProject>;
  /** Another process at the same disk, with a home of its own, by the name of the same person. */
  other(): Promise<{ readonly client: Client; close(): Promise<void> }>;
  /** Who works here. */
  readonly self: Id;
  /** The folder that everything is in. */
  readonly root: string;
  readonly truth: Truth;
  readonly random: Random;
  readonly newId: () => Id;
  /** Later at each call, as the clock of a window. */
  readonly now: () => string;
}

/** An act that is about to be done. */
export interface Plan {
  /** The states that it goes through, each acknowledged by itself; what stands now is not among them. */
  readonly stages: readonly Truth[];
  /** It is not one step: what is interrupted may be there in part, each part old or new. */
  readonly isLoose?: boolean;
  /** Names of what the core may have added when it is interrupted. */
  readonly mayAdd?: readonly string[];
  /**
   * Does it, telling each acknowledgement as it comes. Resolves with the state then, where that holds what only the core
   * knew. Done again after it failed, it ends in the same state.
   */
  run(acknowledged: () => void): Promise<Truth | undefined>;
}

export interface Act {
  readonly name: string;
  /** `null`: it makes no sense now. */
  plan(desk: Desk): Plan | null;
}
