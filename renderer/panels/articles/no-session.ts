// Stands in where no session is, so that a component can always subscribe.
import type { SessionState } from "../../state/sets/session.ts";
import { createStore, type ReadableStore } from "../../state/store.ts";

export const noSession: ReadableStore<SessionState | null> = createStore<SessionState | null>(null);
