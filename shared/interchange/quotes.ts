// The attributions of a standoff as corpora of them hold them: cards that have a cue and a claim, with their voices. All else is counted as
// lost.

import { type FileFinding, wrong } from "../files/finding.ts";
import { message, type Text } from "../words/message.ts";
import type { LossCount } from "./capabilities.ts";
import { attributionLabel, exclusionLabel, viaPrefix, withinLabel } from "./labels.ts";
import { type NamedValue, relationsFrom, type Standoff, type StandoffSpan, wordsOfSpan } from "./standoff.ts";
import type { ReadRelation, ReadSpan } from "./standoff-reader.ts";

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

// Attributions as corpora of quotations have them: who says it, the words that say so, and what is said, each where it stands. As a standoff
// they are a span each, and one over all that ties them.

type Places = ReadSpan["segments"];

export interface ReadAttribution {
  readonly id: string;
  readonly voice: Places;
  readonly cue: Places;
  readonly claim: Places;
  /** What else belongs to it, such as sources on the way: what it is, and what ties it. */
  readonly more?: readonly { readonly label: string; readonly relation: string; readonly places: Places }[];
  /** The id of the attribution around it. */
  readonly within?: string;
  readonly values?: readonly NamedValue[];
  readonly where: Text;
  /** The file that it stands in, where a standoff is read from several. */
  readonly file?: string;
}

interface SpansOfAttributions {
  readonly spans: readonly ReadSpan[];
  readonly relations: readonly ReadRelation[];
  /** One for each attribution without any words. */
  readonly empty: readonly FileFinding[];
}

/** Spans of one label in one place are one, which several attributions may have. */
export function spansOfAttributions(attributions: readonly ReadAttribution[]): SpansOfAttributions {
  const spans = new Map<string, ReadSpan>();
  const relations: ReadRelation[] = [];
  const empty: FileFinding[] = [];
  for (const { id, voice, cue, claim, more = [], within, values = [], where, file } of attributions) {
    const placed = { where, ...(file !== undefined && { file }) };
    const span = (label: string, segments: Places): string | undefined => {
      if (segments.length === 0) return undefined;
      const key = JSON.stringify([label, segments]);
      if (!spans.has(key)) spans.set(key, { id: key, label, segments, ...placed });
      return key;
    };
    const ends = [
      ["voice", span("speaker", voice)],
      ["cue", span("cue", cue)],
      ["claim", span("claim", claim)],
      ...more.map(({ label, relation, places }) => [relation, span(label, places)] as const),
    ] as const;
    const [speaker, said, what, ...rest] = ends.map(([, to]) => to);
    const head = spans.get(what ?? said ?? speaker ?? rest.find((to) => to !== undefined) ?? "");
    if (!head) {
      empty.push({
        ...wrong(where, message("interchange.no-place"), message("interchange.left-out")),
        ...placed,
      });
      continue;
    }
    spans.set(id, { ...head, ...placed, id, label: attributionLabel, values });
    for (const [label, to] of ends) if (to !== undefined) relations.push({ label, from: id, to, where });
    if (within !== undefined) relations.push({ label: withinLabel, from: id, to: within, where });
  }
  return { spans: [...spans.values()], relations, empty };
}
