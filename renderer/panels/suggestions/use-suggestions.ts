// The suggestions of the article on the screen, for whatever shows them.

import { useStore } from "../../lib/store.ts";
import { type Offered, type SuggestingState, suggestingOf } from "../../state/suggestions/suggesting.ts";
import { usePanels } from "../app-context.tsx";

export const useSuggestions = (): SuggestingState =>
  useStore(suggestingOf(usePanels().workspace).state, (state) => state);

/** How many are offered; `null` where none are looked for. */
export function useSuggestionCount(): number | null {
  const { status, offered } = useSuggestions();
  return status === "ready" ? offered.length : null;
}

/** The name by which the voice is listed; empty where nobody is named. */
export const speakerOf = ({ who }: Offered): string => who?.known?.name ?? who?.suggested.name ?? "";
