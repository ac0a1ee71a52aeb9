// For formats whose spans are in one piece but that have relations: a span of several pieces is written as one span each, every
// one tied to the next by a relation, and read as one again.
import { compareRanges } from "../model/range.ts";
import { valueNames } from "./labels.ts";
import type { Standoff, StandoffRelation, StandoffSpan } from "./standoff.ts";

/** Leads from a piece to the next one of the same span. */
export const nextPieceLabel = "continued_by";

export function inPieces(document: Standoff): Standoff {
  const usedIds = new Set(document.spans.map(({ id }) => id));
  const ties: StandoffRelation[] = [];
  const spans = document.spans.flatMap((span) => {
    let previousId = span.id;
    return span.segments.map((segment, at): StandoffSpan => {
      if (at === 0) return { ...span, segments: [segment] };
      let id = `${span.id}.${at + 1}`;
      while (usedIds.has(id)) id += ".";
      usedIds.add(id);
      ties.push({ label: nextPieceLabel, from: previousId, to: id });
      previousId = id;
      return { id, label: span.label, segments: [segment], values: [] };
    });
  });
  return { ...document, spans, relations: [...document.relations, ...ties] };
}

/** Puts pieces together; ties that fit no span (in a circle, of different labels) stay relations. */
export function withJoinedPieces(document: Standoff): Standoff {
  const spans = new Map(document.spans.map((span) => [span.id, span]));
  const nextIds = new Map<string, string>();
  const pieces = new Set<string>();
  const relations = document.relations.filter((relation) => {
    const { label, from, to } = relation;
    const [first, second] = [spans.get(from), spans.get(to)];
    const isTie =
      label === nextPieceLabel &&
      first?.label === second?.label &&
      second?.values.every(({ name }) => name === valueNames.provenance) &&
      !nextIds.has(from) &&
      !pieces.has(to) &&
      (first?.segments.at(-1)?.end ?? Infinity) <= (second?.segments[0]?.start ?? -1);
    if (!isTie) return true;
    nextIds.set(from, to);
    pieces.add(to);
    return false;
  });
  if (pieces.size === 0) return document;
  const wholes = new Map<string, string>();
  const joinPieces = (span: StandoffSpan): StandoffSpan => {
    const segments = [...span.segments];
    for (let id = nextIds.get(span.id); id !== undefined; id = nextIds.get(id)) {
      wholes.set(id, span.id);
      segments.push(...(spans.get(id)?.segments ?? []));
    }
    return { ...span, segments: segments.sort(compareRanges) };
  };
  const joinedSpans = document.spans.filter(({ id }) => !pieces.has(id)).map(joinPieces);
  // What is tied to a piece is tied to the span that it belongs to.
  const wholeIdOf = (id: string): string => wholes.get(id) ?? id;
  return {
    ...document,
    spans: joinedSpans,
    relations: relations.map(({ from, to, ...relation }) => ({
      ...relation,
      from: wholeIdOf(from),
      to: wholeIdOf(to),
    })),
  };
}
