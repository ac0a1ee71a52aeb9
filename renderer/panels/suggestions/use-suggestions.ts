// The suggestions of the article on the screen, for whatever shows them.

import { useMemo } from "react";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { type Offered, type SuggestingState, suggestingOf } from "../../state/suggestions/suggesting.ts";
import { usePanels } from "../app-context.tsx";
import { partWords } from "./part-words.ts";

export const useSuggestions = (): SuggestingState =>
  useStore(suggestingOf(usePanels().workspace).state, (state) => state);

/** How many are offered; `null` where none are looked for. */
export function useSuggestionCount(): number | null {
  const { status, offered } = useSuggestions();
  return status === "ready" ? offered.length : null;
}

/** A suggestion with its place among all that are offered, from 1. */
export interface PlacedSuggestion {
  readonly suggestion: Offered;
  readonly at: number;
  readonly count: number;
}

/** The suggestion that is looked at; the same object until another one is, or the list is another. `null` where none is. */
export function useChosenSuggestion(): PlacedSuggestion | null {
  const chosen = useStore(suggestingOf(usePanels().workspace).chosen, (key) => key);
  const { offered } = useSuggestions();
  return useMemo(() => {
    const index = chosen === null ? -1 : offered.findIndex(({ key }) => key === chosen);
    const suggestion = offered[index];
    return suggestion ? { suggestion, at: index + 1, count: offered.length } : null;
  }, [offered, chosen]);
}

/** The name by which the voice is listed; empty where nobody is named. */
export const speakerOf = ({ who }: Pick<Offered, "who">): string =>
  who?.known?.name ?? who?.suggested.name ?? "";

/** The sources through which it came that become part of the card: as what, and who is meant by each, or its words. */
export const viaSources = (
  { text, tagset }: Pick<Session, "text" | "tagset">,
  { card, via }: Pick<Offered, "card" | "via">,
) =>
  card.via.flatMap((source, at) => {
    const role = tagset.viaRoles.find(({ id }) => id === source.role);
    const who = speakerOf({ who: via[at] ?? null }) || partWords(text.text, [source]);
    return role ? [{ role, who }] : [];
  });

/** The voice's name, or its words where nobody is named; empty where the suggestion has no voice. */
export const speakerWords = (
  text: string,
  { who, card }: Pick<Offered, "who"> & { readonly card: Pick<Offered["card"], "voice"> },
): string => speakerOf({ who }) || partWords(text, card.voice);
