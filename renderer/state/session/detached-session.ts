// A session that saves nowhere, for warming up the view and for benchmarks.
import type { Client } from "../../../shared/api/client.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { createSession, type Session, type SessionOptions } from "./session.ts";

const nothing = (): void => undefined;
const never = (): Promise<never> => new Promise<never>(nothing);

/** A core that takes everything and never answers. */
const silent: Client = { call: never, subscribe: () => nothing };

export function detachedSession(
  given: Pick<SessionOptions, "project" | "opened" | "newId" | "now"> & { readonly client?: Client },
): Session {
  const { project, opened, now } = given;
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
    annotator: () => opened.set.annotatorId,
    askName: nothing,
    isLocked: () => false,
    reopen: never,
    ...given,
  });
}
