// Proposing cards for texts, one after the other, from data as they travel between threads.
import type { Work } from "../../shared/review/work.ts";
import type { OwnWords } from "../../shared/suggestions/own-words.ts";
import { type Proposed, proposeCards } from "../../shared/suggestions/propose-cards.ts";

export interface SuggestInput {
  readonly texts: readonly string[];
  readonly own: OwnWords;
}

/** In the order of the texts. */
export function* suggestJob({ texts, own }: SuggestInput): Work<readonly Proposed[]> {
  const found: Proposed[] = [];
  for (const text of texts) {
    found.push(proposeCards(text, own));
    yield { done: found.length, of: texts.length };
  }
  return found;
}
