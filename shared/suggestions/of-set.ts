// What of the suggestions is new to an annotator's set: where there is a card already, or the words are left out of the analysis,
// nothing is proposed again.
import type { AnnotationSet } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import { overlaps, type Range } from "../model/range.ts";
import { get, records } from "../model/table.ts";
import type { Suggestion } from "./suggest.ts";

/** The words of a card that is there; each list in order. */
interface Marked {
  readonly cue: readonly Range[];
  readonly claim: readonly Range[];
}

/**
 * The suggestions that say something new, in their order. One is known when a card's cue touches its cue, or when a card that has no
 * cue yet has a claim that touches its claim: completing that card is another matter.
 */
export function newSuggestions(
  suggestions: readonly Suggestion[],
  set: AnnotationSet,
): readonly Suggestion[] {
  const cards = [...records(set.attributions)].map(
    ({ cue, claim }): Marked => ({ cue: segmentsOf(set, cue), claim: segmentsOf(set, claim) }),
  );
  const excluded = [...records(set.exclusions)].map(({ segment }) => segment);
  return suggestions.filter(
    (one) => !excluded.some((range) => overlaps(range, one.cue)) && !cards.some((card) => isKnown(one, card)),
  );
}

const isKnown = ({ cue, claim }: Suggestion, card: Marked): boolean =>
  card.cue.length > 0
    ? card.cue.some((range) => overlaps(range, cue))
    : card.claim.some((range) => claim.some((other) => overlaps(range, other)));

const segmentsOf = (set: AnnotationSet, span: Id | null): readonly Range[] =>
  (span === null ? undefined : get(set.spans, span))?.segments ?? [];
