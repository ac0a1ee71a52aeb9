// The curated set that is decided in, as far as it has been opened.
import { decidingOf } from "../../state/review/deciding.ts";
import type { Session } from "../../state/sets/session.ts";
import { useStore } from "../../state/store.ts";
import { usePanels } from "../app-context.tsx";

/** `null` where none is open. */
export function useCurated(): Session | null {
  return useStore(decidingOf(usePanels().workspace).state, ({ session }) => session);
}
