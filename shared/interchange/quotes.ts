// The attributions of a standoff as corpora of them hold them: cards that have a cue and a claim, with their voices. All else is counted as
// lost.

import type { LossCount } from "./capabilities.ts";
import { attributionLabel, exclusionLabel, viaPrefix, withinLabel } from "./labels.ts";
import { relationsFrom, type Standoff, type StandoffSpan, wordsOfSpan } from "./standoff.ts";

interface Quote {
  readonly cue: StandoffSpan;
  readonly claim: StandoffSpan;
  readonly voices: readonly StandoffSpan[];
}

/** In the order of the cards. */
export function quotesIn({ text, spans, relations }: Standoff, count: LossCount): readonly Quote[] {
  const byId = new Map(spans.map((span) => [span.id, span]));
  const leaving = relationsFrom(relations);
  const quotedIds = new Set<string>();
  const quotes = spans
    .filter(({ label }) => label === attributionLabel)
    .flatMap((card): Quote[] => {
      const cardRelations = leaving.get(card.id) ?? [];
      const filling = (slot: string): StandoffSpan[] =>
        cardRelations.flatMap(({ label, to }) => (label === slot ? (byId.get(to) ?? []) : []));
      const [cue] = filling("cue");
      const [claim] = filling("claim");
      if (!cue || !claim) {
        count.add("unfinished-cards", wordsOfSpan(text, card));
        return [];
      }
      const voices = filling("voice");
      for (const { id } of [cue, claim, ...voices]) quotedIds.add(id);
      // A span's slot tells its type only where it is the usual one.
      for (const [usual, span] of [
        ["cue", cue],
        ["claim", claim],
        ...voices.map((voice) => ["speaker", voice] as const),
      ] as const)
        if (span.label !== usual) count.add("types", `${span.label}: ${wordsOfSpan(text, span)}`);
      for (const { label } of cardRelations)
        if (label.startsWith(viaPrefix) || label === withinLabel) count.add("relations", label);
      for (const { name, value } of card.values) count.add("values", `${name}: ${value}`);
      return [{ cue, claim, voices }];
    });
  for (const span of spans)
    if (span.label === exclusionLabel) count.add("exclusions", wordsOfSpan(text, span));
    else if (span.label !== attributionLabel && !quotedIds.has(span.id))
      count.add("unlinked-spans", wordsOfSpan(text, span));
  return quotes;
}
