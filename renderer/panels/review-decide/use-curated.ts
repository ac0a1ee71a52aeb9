// The curated set that is decided in, as far as it has been opened.

import { useStore } from "../../lib/store.ts";
import { decidingOf } from "../../state/review/deciding.ts";
import type { Session } from "../../state/session/session.ts";
import { usePanels } from "../app-context.tsx";

/** `null` where none is open. */
export function useCurated(): Session | null {
  return useStore(decidingOf(usePanels().workspace).state, ({ session }) => session);
}
