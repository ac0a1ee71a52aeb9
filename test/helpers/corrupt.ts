// Changes that a broken program or a hostile file might make: each takes a sound state and does one thing wrong.
import type { Annotations } from "../../shared/model/annotation-set.ts";
import type { Attribution } from "../../shared/model/attribution.ts";
import { type Change, removed, updated } from "../../shared/model/change.ts";
import type { Entity } from "../../shared/model/entity.ts";
import type { Selector } from "../../shared/model/selector.ts";
import type { Span } from "../../shared/model/span.ts";
import { records } from "../../shared/model/table.ts";
import type { Choose } from "./command-callers.ts";

const spanFaults: readonly ((span: Span) => Span)[] = [
  (span) => ({ ...span, type: "unheard-of" }),
  (span) => ({ ...span, type: "cue" }),
  (span) => ({ ...span, entity: "nobody" }),
  (span) => ({ ...span, segments: [] }),
  (span) => ({ ...span, segments: [...span.segments, ...span.segments] }),
  (span) => ({ ...span, provenance: { ...span.provenance, annotator: "another" } }),
  withFirst((segment) => ({ ...segment, start: segment.start + 1 })),
  withFirst((segment) => ({ ...segment, end: 1_000_000 })),
  withFirst((segment) => ({ ...segment, quote: `${segment.quote}!` })),
  withFirst((segment) => ({ ...segment, prefix: "never said" })),
];

const cardFaults: readonly ((card: Attribution) => Attribution)[] = [
  (card) => ({ ...card, voice: [...card.voice, "gone"] }),
  (card) => ({ ...card, voice: [...card.voice, ...card.voice] }),
  (card) => ({ ...card, cue: card.claim }),
  (card) => ({ ...card, claim: null }),
  (card) => ({ ...card, within: card.id }),
  (card) => ({ ...card, within: "gone" }),
  (card) => ({ ...card, fields: { ...card.fields, polarity: "nonsense" } }),
  (card) => ({ ...card, fields: { ...card.fields, mood: true } }),
  (card) => ({ ...card, fields: {} }),
  (card) => ({ ...card, flags: ["nonsense"] }),
  (card) => ({ ...card, via: card.voice.map((span) => ({ span, role: "nonsense" })) }),
];

const entityFaults: readonly ((entity: Entity) => Entity)[] = [
  (entity) => ({ ...entity, name: " " }),
  (entity) => ({ ...entity, aliases: [...entity.aliases, entity.name] }),
  (entity) => ({ ...entity, aliases: ["twice", "twice"] }),
];

function withFirst(fault: (segment: Selector) => Selector): (span: Span) => Span {
  return (span) => ({
    ...span,
    segments: span.segments.map((segment, at) => (at === 0 ? fault(segment) : segment)),
  });
}

/** One wrong change to the state; an empty one when there is nothing to do wrong. */
export function corruption({ set, entities }: Annotations, choose: Choose): Change {
  const kind = choose.one(["span", "card", "entity", "spanGone", "cardGone", "entityGone"]);
  const one = <T extends { readonly id: string }>(all: Iterable<T>): T | undefined => {
    const sorted = [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
    return sorted[choose.number(sorted.length)];
  };
  const broken = <T>(record: T, faults: readonly ((record: T) => T)[]): T =>
    faults[choose.number(faults.length)]?.(record) ?? record;
  if (kind === "span" || kind === "spanGone") {
    const span = one(records(set.spans));
    if (!span) return {};
    return { spans: kind === "span" ? updated(span, broken(span, spanFaults)) : removed(span) };
  }
  if (kind === "card" || kind === "cardGone") {
    const card = one(records(set.attributions));
    if (!card) return {};
    return { attributions: kind === "card" ? updated(card, broken(card, cardFaults)) : removed(card) };
  }
  const entity = one(records(entities));
  if (!entity) return {};
  return { entities: kind === "entity" ? updated(entity, broken(entity, entityFaults)) : removed(entity) };
}
