// Stands in where no session is, so that a component can always subscribe.

import { createStore, type ReadableStore } from "../../lib/store.ts";
import type { SessionState } from "../../state/session/session.ts";

export const noSession: ReadableStore<SessionState | null> = createStore<SessionState | null>(null);
