// A set of the sample as another person would have made it.
import { type AnnotationSetJson, setFromJson, setToJson } from "../../shared/model/annotation-set.ts";
import type { Attribution } from "../../shared/model/attribution.ts";
import { withAbout } from "../../shared/model/card-about.ts";
import type { Entity } from "../../shared/model/entity.ts";
import type { Id, NewId } from "../../shared/model/id.ts";
import { selectorOf } from "../../shared/model/selector.ts";
import type { Span } from "../../shared/model/span.ts";
import type { SampleArticle } from "../../shared/sample/index.ts";

interface DepartOptions {
  readonly annotator: Id;
  readonly newId: NewId;
  readonly entities: readonly Entity[];
  /** 0 departs in nothing; any other number in its own places. */
  readonly person: number;
}

/**
 * The article's own set in another's hand. By turns: a card is not seen (with what only it needs), a claim's edge leaves a
 * mark of quotation out or loses its last word, a speaker is a source, a mention is somebody else's, a card has another
 * polarity, another kind, nobody whom it is about, no voice, cue, claim or via, or does not lie within the one around it.
 */
export function departedFrom(
  { set, text }: Pick<SampleArticle, "set" | "text">,
  { annotator, newId, entities, person }: DepartOptions,
): AnnotationSetJson {
  const own = new Map<Id, Id>();
  const idOf = (id: Id): Id => {
    const known = own.get(id) ?? newId();
    own.set(id, known);
    return known;
  };
  const isTurn = (at: number, way: number): boolean => person > 0 && (at + person * 3) % 11 === way;
  const cardAt = new Map(set.attributions.map(({ id }, at) => [id, at]));
  const isUnseen = (id: Id | null): boolean => id !== null && isTurn(cardAt.get(id) ?? -1, 0);
  const cards = set.attributions
    .filter(({ id }) => !isUnseen(id))
    .map((card) => {
      const at = cardAt.get(card.id) ?? 0;
      return departedCard({ ...card, within: isUnseen(card.within) ? null : card.within }, (way) =>
        isTurn(at, way),
      );
    });
  const needed = new Set(cards.flatMap(spansIn));
  const wasNeeded = new Set(set.attributions.flatMap(spansIn));
  const by = <T extends { readonly provenance: Span["provenance"] }>(record: T): T => ({
    ...record,
    // Nobody does the same in the same millisecond.
    provenance: { ...record.provenance, annotator, at: later(record.provenance.at, person * 7_001) },
  });
  const spans = set.spans
    .filter(({ id }) => needed.has(id) || !wasNeeded.has(id))
    .map((span, at) => departedSpan(span, text, entities, (way) => isTurn(at, way)))
    .map((span) => by({ ...span, id: idOf(span.id) }));
  return setToJson(
    setFromJson({
      ...set,
      annotatorId: annotator,
      spans,
      attributions: cards.map((card) => by(withIds(card, idOf))),
    }),
  );
}

const spansIn = ({ voice, cue, claim, via }: Attribution): Id[] => [
  ...voice,
  ...[cue, claim].filter((id) => id !== null),
  ...via.map(({ span }) => span),
];

const withIds = (card: Attribution, idOf: (id: Id) => Id): Attribution => ({
  ...card,
  id: idOf(card.id),
  voice: card.voice.map(idOf),
  cue: card.cue && idOf(card.cue),
  claim: card.claim && idOf(card.claim),
  via: card.via.map(({ span, role }) => ({ span: idOf(span), role })),
  within: card.within && idOf(card.within),
});

function departedCard(card: Attribution, isTurn: (way: number) => boolean): Attribution {
  if (isTurn(1)) return { ...card, fields: { ...card.fields, polarity: "denies" } };
  if (isTurn(3)) return { ...card, kind: "mixed" };
  if (isTurn(5) && card.voice.length > 0) return { ...card, cue: null };
  if (isTurn(7)) return { ...card, within: null };
  if (isTurn(8) && card.cue !== null) return { ...card, voice: [] };
  if (isTurn(10) && card.voice.length > 0) return { ...card, claim: null };
  if (card.about && isTurn(6)) return withAbout(card, []);
  if (isTurn(9)) return { ...card, via: [], fields: { ...card.fields, hedged: true } };
  return card;
}

function departedSpan(
  span: Span,
  text: string,
  entities: readonly Entity[],
  isTurn: (way: number) => boolean,
): Span {
  const [first, ...rest] = span.segments;
  const trimmed = (from: number, to: number): Span => ({
    ...span,
    segments: first
      ? [selectorOf(text, { start: first.start + from, end: first.end - to }), ...rest]
      : span.segments,
  });
  const quote = first?.quote ?? "";
  if (span.type === "claim") {
    if ((isTurn(2) || isTurn(4)) && /^“.+”$/u.test(quote)) return trimmed(1, 1);
    const last = /\s+\S+$/u.exec(quote)?.[0].length ?? 0;
    return isTurn(6) || isTurn(7) ? trimmed(0, last) : span;
  }
  if (isTurn(2) && span.type === "speaker") return { ...span, type: "source" };
  if (isTurn(4) && span.entity !== undefined) {
    const other = entities.find(({ id, mergedInto }) => id !== span.entity && mergedInto === undefined);
    return other ? { ...span, entity: other.id } : span;
  }
  return span;
}

const later = (at: string, milliseconds: number): string =>
  new Date(Date.parse(at) + milliseconds).toISOString();
