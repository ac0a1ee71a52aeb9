// Proposing cards for texts, one after the other, from data as they travel between threads.
import type { Work } from "../../../shared/model/work.ts";
import type { OwnWords } from "../../../shared/suggestions/own-words.ts";
import { type Proposed, proposeCards } from "../../../shared/suggestions/propose-cards.ts";
import type { ProposedCard } from "../../../shared/suggestions/proposed-card.ts";

interface SuggestInput {
  readonly texts: readonly string[];
  readonly own: OwnWords;
  /** For each text what models of the person's own propose. */
  readonly others: readonly (readonly (readonly ProposedCard[])[])[];
}

/** In the order of the texts. */
export function* suggestJob({ texts, own, others }: SuggestInput): Work<readonly Proposed[]> {
  const proposals: Proposed[] = [];
  for (const [at, text] of texts.entries()) {
    proposals.push(proposeCards(text, own, others[at]));
    yield { done: proposals.length, of: texts.length };
  }
  return proposals;
}
