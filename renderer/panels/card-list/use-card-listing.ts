// What the list of cards shows, read off the session's state. What is typed and marked meanwhile goes before it.
import { useDeferredValue, useMemo } from "react";
import type { Attribution } from "../../../shared/model/attribution.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import type { CardQuery } from "../../state/window/card-query.ts";
import { useWords } from "../../ui/words.tsx";
import { type CardSummary, summaryOf } from "../cards/card-summary.ts";
import { folded } from "../span/spelling.ts";
import { type Facet, facetsOf } from "./facets.ts";
import { type CardListing, listCards } from "./list-cards.ts";

export interface ShownListing extends CardListing {
  readonly facets: readonly Facet[];
}

export function useCardListing(session: Session, query: CardQuery, counting: boolean): ShownListing {
  const { tell, compare } = useWords();
  const { text, tagset } = session;
  const latest = useStore(session.shown, ({ annotations, cardOrder }) => ({ annotations, order: cardOrder }));
  const { annotations, order } = useDeferredValue(latest);
  const asked = useDeferredValue(query);
  return useMemo(() => {
    const facets = facetsOf({ annotations, text, tagset });
    const listing = listCards({
      attributions: annotations.set.attributions,
      order,
      facets,
      query: asked,
      counting,
      holds: (card: Attribution, typed) =>
        wordsOf(summaryOf(card, annotations, { text, tagset })).includes(folded(typed)),
      tell,
      compare,
    });
    return { ...listing, facets };
  }, [annotations, order, text, tagset, asked, counting, tell, compare]);
}

const known = new WeakMap<CardSummary, string>();

function wordsOf(summary: CardSummary): string {
  const words = known.get(summary) ?? folded([summary.who, summary.cue, summary.claim].join(" "));
  known.set(summary, words);
  return words;
}
