// The checks of the article on the screen, for whatever shows them.

import { createStore, useStore } from "../../lib/store.ts";
import { type Checked, liveChecksOf } from "../../state/articles/live-checks.ts";
import { useSession } from "../app-context.tsx";

const nothing = createStore<Checked>({ open: [], waived: [], done: false });

/** How many findings are open; `null` without an article, or before all has been looked at. */
export function useFindingCount(): number | null {
  const session = useSession();
  const count = useStore(session ? liveChecksOf(session).state : nothing, ({ open, done }) =>
    done ? open.length : -1,
  );
  return count < 0 ? null : count;
}
