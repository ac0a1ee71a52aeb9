// The search of the window, for whatever shows it.

import { useStore } from "../../lib/store.ts";
import { type Find, type FindState, findOf } from "../../state/articles/find.ts";
import { usePanels } from "../app-context.tsx";

export const useFind = (): Find => findOf(usePanels().workspace);

export function useFindState<S>(select: (state: FindState) => S): S {
  return useStore(useFind().state, select);
}

/** How many hits there are; `null` when nothing was looked for. */
export function useHitCount(): number | null {
  const count = useFindState(({ result }) =>
    result?.articles.reduce((sum, { hits }) => sum + hits.length, 0),
  );
  return count ?? null;
}
