// A session by itself: everything can be done in it, and what is done reaches neither a history nor a registry nor, as long as
// its client answers nothing, a disk.
import type { Client } from "../../../shared/api/client.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { createSession, type Session, type SessionOptions } from "./session.ts";

const nothing = (): void => undefined;
const never = (): Promise<never> => new Promise<never>(nothing);

/** A core that takes everything and never answers. */
const silent: Client = { call: never, subscribe: () => nothing };

export function sessionApart(
  given: Pick<SessionOptions, "project" | "opened" | "newId" | "now"> & { readonly client?: Client },
): Session {
  const { project, now } = given;
  return createSession({
    client: silent,
    entities: tableOf(),
    keeper: { hold: nothing, leave: nothing },
    ready: () => null,
    note: (command) => ({ command, at: now() }),
    onStep: nothing,
    onStepReplaced: nothing,
    onDropped: nothing,
    onEntities: nothing,
    onRegistry: nothing,
    handle: () => project.handle,
    isLocked: () => false,
    reopen: never,
    ...given,
  });
}
