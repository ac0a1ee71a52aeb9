// Makes cards of suggestions: their spans, the people who are meant, and how they lie within each other, all as one step. Each
// record remembers by which rule it was suggested and how sure that was. `accept-proposal` completes the card of a person's own claim
// instead: that card stays the person's, and the words are snapped as theirs are, so that the two are different commands.
import { marking, usersOf } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import { type Entity, type EntityType, entityBehind, type Naming } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { Provenance } from "../model/provenance.ts";
import { contains, hull, joinRanges, overlaps, type Range } from "../model/range.ts";
import { type Span, spanHull } from "../model/span.ts";
import { get, records } from "../model/table.ts";
import { isValueOf, type SlotId, type SpanType, spanTypeOf, typeForSlot } from "../model/tagset.ts";
import type { Command, CommandContext, Outcome } from "./command.ts";
import { type Draft, draftOf, newProvenance, refuse } from "./draft.ts";
import { entityNamed, withNameOf } from "./entity-names.ts";
import { newCard } from "./new-marks.ts";
import { segmentsOf, selected } from "./segments.ts";

/** Who a voice is: an entity of the registry, or one that is to be made. */
export type VoiceEntity =
  | { readonly known: Id }
  | {
      readonly name: string;
      readonly type: EntityType;
      readonly naming: Naming;
      /** What they are said to be. */
      readonly role?: string;
      /** On what terms they go unnamed, and why. */
      readonly anonymity?: { readonly terms: string; readonly reason: string };
    };

/** Ranges are of the article's text; a claim has at least one. */
export interface AcceptedCard {
  readonly voice: readonly Range[];
  readonly entity: VoiceEntity | null;
  readonly cue: readonly Range[];
  readonly claim: readonly Range[];
  readonly via: readonly (Range & { readonly role: string; readonly entity: VoiceEntity | null })[];
  /** Values that the tagset does not know are left out. */
  readonly fields: Readonly<Record<string, string | boolean>>;
  /** The index in the same list of the card whose claim holds this one; `null`: whichever card's claim does, if any. */
  readonly within: number | null;
  readonly rule: string;
  readonly reason: string;
  readonly confidence: number;
  readonly model: string | null;
}

interface AcceptSuggestions {
  readonly cards: readonly AcceptedCard[];
}

export const acceptSuggestions: Command<AcceptSuggestions> = {
  id: "accept-suggestions",
  run(context, { cards }) {
    const draft = draftOf(context);
    const maker: CardMaker = { context, draft, spanIdsByMark: new Map(), entityIds: new Map() };
    const cardsOrNull = cards.map((card) => makeCard(maker, card));
    const newCards = cardsOrNull.filter((card) => card !== null);
    if (newCards.length === 0) return refuse("nothing-to-change");
    const holders = holdersIn(context, draft, newCards);
    cardsOrNull.forEach((card, at) => {
      if (!card) return;
      const outer = cardsOrNull[cards[at]?.within ?? -1] ?? holders(card);
      if (outer) putWithin(draft, card, outer.id);
    });
    takeIn(context, draft, newCards);
    const [first] = newCards;
    return unedited(draft.outcome({ span: null, card: first?.id ?? null }));
  },
};

/** What is made of suggestions that are accepted together, so that they share it. */
interface CardMaker {
  readonly context: CommandContext;
  readonly draft: Draft;
  /** By type and words. */
  readonly spanIdsByMark: Map<string, Id>;
  /** By type and name. */
  readonly entityIds: Map<string, Id>;
}

/** `null` where the claim has a card already. */
function makeCard(maker: CardMaker, wanted: AcceptedCard): Attribution | null {
  const { context, draft } = maker;
  const { rule, reason, confidence, model } = wanted;
  const provenance: Provenance = {
    ...newProvenance(context),
    origin: { by: "suggested", rule, reason, confidence, ...(model !== null && { model }) },
  };
  const claimType = typeFor(context, "claim", null);
  const claim = claimType && spanFor(maker, claimType, wanted.claim, provenance);
  if (!claim || usersOf(context.annotations.set, claim.id).some((card) => card.claim === claim.id))
    return null;
  const voice = slotSpan(maker, "voice", wanted.voice, wanted.entity, provenance);
  const via = viaOf(maker, wanted, voice, provenance);
  const card: Attribution = {
    ...newCard(context),
    voice: voice === null ? [] : [voice],
    cue: slotSpan(maker, "cue", wanted.cue, null, provenance),
    claim: claim.id,
    via,
    fields: fieldsOf(context, wanted),
    provenance,
  };
  draft.attributions.put(card);
  return card;
}

function typeFor(
  { tagset, annotations }: CommandContext,
  slot: SlotId,
  entity: VoiceEntity | null,
): SpanType | undefined {
  const speaker = entity && ("type" in entity ? entity.type : get(annotations.entities, entity.known)?.type);
  return typeForSlot(tagset, slot, speaker ?? undefined);
}

/** The span of this type on exactly these words: the one that is there, or a new one. */
function spanFor(
  { context, draft, spanIdsByMark }: CardMaker,
  type: SpanType,
  ranges: readonly Range[],
  provenance: Provenance,
): Span | null {
  const { annotations, text } = context;
  const mergedRanges = joinRanges(ranges.flatMap((range) => selected(text, range, null) ?? []));
  if (mergedRanges.length === 0) return null;
  const mark = [type.id, ...mergedRanges.map(({ start, end }) => `${start}-${end}`)].join(" ");
  const spanId = marking(annotations.set, type.id, mergedRanges)[0]?.id ?? spanIdsByMark.get(mark);
  if (spanId !== undefined) return draft.spans.get(spanId) ?? null;
  const span: Span = {
    id: context.newId(),
    type: type.id,
    segments: segmentsOf(text, mergedRanges),
    provenance,
  };
  spanIdsByMark.set(mark, span.id);
  draft.spans.put(span);
  return span;
}

function slotSpan(
  maker: CardMaker,
  slot: "voice" | "cue",
  ranges: readonly Range[],
  entity: VoiceEntity | null,
  provenance: Provenance,
): Id | null {
  const { context } = maker;
  const existingSpan = markedFor(maker, slot, ranges);
  const type = existingSpan
    ? spanTypeOf(context.tagset, existingSpan.type)
    : ranges.length > 0
      ? typeFor(context, slot, entity)
      : undefined;
  const span = existingSpan ?? (type && spanFor(maker, type, ranges, provenance));
  if (span && type) link(maker, span, type, entity);
  return span?.id ?? null;
}

/** What was marked by hand in these words and is in no card yet: the card takes it as it is. */
function markedFor({ context, draft }: CardMaker, slot: SlotId, ranges: readonly Range[]): Span | undefined {
  const { tagset, annotations } = context;
  const accepts = tagset.slots.find(({ id }) => id === slot)?.accepts ?? [];
  for (const span of records(annotations.set.spans))
    if (
      accepts.includes(span.type) &&
      span.segments.some((segment) => ranges.some((range) => overlaps(segment, range))) &&
      usersOf(annotations.set, span.id).length === 0
    )
      return draft.spans.get(span.id);
  return undefined;
}

/** Ties a span that refers to nobody yet to who is meant. */
function link(maker: CardMaker, span: Span, type: SpanType, wanted: VoiceEntity | null): void {
  const { context, draft } = maker;
  if (!wanted || !type.refersToEntity || span.entity !== undefined) return;
  const entity =
    "known" in wanted ? entityBehind(context.annotations.entities, wanted.known) : entityFor(maker, wanted);
  if (!entity) return;
  const current = draft.entities.get(entity.id) ?? entity;
  draft.entities.put(withNameOf(current, span));
  draft.spans.put({ ...span, entity: entity.id });
}

function entityFor(
  { context, draft, entityIds }: CardMaker,
  { name, type, naming, role, anonymity }: Exclude<VoiceEntity, { readonly known: Id }>,
): Entity | undefined {
  const plain = name.trim();
  if (plain === "") return undefined;
  const key = `${type} ${plain}`;
  const entityId = entityIds.get(key);
  if (entityId !== undefined) return draft.entities.get(entityId);
  const entity =
    (naming === "named" ? entityNamed(context.annotations.entities, plain) : undefined) ??
    ({
      id: context.newId(),
      name: plain,
      type,
      naming,
      aliases: [],
      ...(role !== undefined && { role }),
      ...(anonymity !== undefined && { anonymity }),
    } satisfies Entity);
  entityIds.set(key, entity.id);
  draft.entities.put(entity);
  return entity;
}

function viaOf(
  maker: CardMaker,
  wanted: AcceptedCard,
  voice: Id | null,
  provenance: Provenance,
): Attribution["via"] {
  const { tagset } = maker.context;
  const type = typeFor(maker.context, "via", null);
  return wanted.via.flatMap(({ start, end, role, entity }) => {
    const isRole = tagset.viaRoles.some(({ id }) => id === role);
    const span = type && isRole ? spanFor(maker, type, [{ start, end }], provenance) : null;
    if (span && type) link(maker, span, type, entity);
    return span && span.id !== voice ? [{ span: span.id, role }] : [];
  });
}

/** The tagset's own defaults, where the suggestion says nothing that it knows. */
const fieldsOf = ({ tagset }: CommandContext, wanted: AcceptedCard): Attribution["fields"] =>
  Object.fromEntries(
    tagset.fields.map((field) => {
      const value = Object.hasOwn(wanted.fields, field.id) ? wanted.fields[field.id] : undefined;
      return [field.id, value !== undefined && isValueOf(field, value) ? value : field.default];
    }),
  );

interface Holder {
  readonly id: Id;
  readonly claim: Range;
}

/** The innermost card, made now or before, whose claim holds all of another. */
function holdersIn({ annotations }: CommandContext, draft: Draft, made: readonly Attribution[]) {
  const holders = [...records(annotations.set.attributions), ...made].flatMap((card): Holder[] => {
    const claim = card.claim === null ? undefined : draft.spans.get(card.claim);
    return claim ? [{ id: card.id, claim: spanHull(claim) }] : [];
  });
  holders.sort((a, b) => a.claim.end - a.claim.start - (b.claim.end - b.claim.start));
  return (card: Attribution): Holder | null => {
    const cardHull = hullOf(draft, card);
    const ownClaim = card.claim === null ? undefined : draft.spans.get(card.claim);
    return (
      (cardHull &&
        holders.find(
          ({ id, claim }) =>
            id !== card.id && contains(claim, cardHull) && !(ownClaim && contains(spanHull(ownClaim), claim)),
        )) ??
      null
    );
  };
}

/** Suggested cards that were accepted before the one whose claim holds them come to lie within it. */
function takeIn({ annotations }: CommandContext, draft: Draft, made: readonly Attribution[]): void {
  const holders = made.flatMap((card): Holder[] => {
    const claim = card.claim === null ? undefined : draft.spans.get(card.claim);
    return claim ? [{ id: card.id, claim: spanHull(claim) }] : [];
  });
  for (const card of records(annotations.set.attributions)) {
    if (card.within !== null || card.provenance.origin.by !== "suggested") continue;
    const cardHull = hullOf(draft, card);
    const holder = cardHull && holders.find(({ claim }) => contains(claim, cardHull));
    const ownClaim = card.claim === null ? undefined : draft.spans.get(card.claim);
    if (holder && !(ownClaim && contains(spanHull(ownClaim), holder.claim)))
      putWithin(draft, card, holder.id);
  }
}

/** Coming to lie within a card that is accepted later is no edit: nobody changed what was suggested. */
function unedited(outcome: Outcome): Outcome {
  if (!("change" in outcome) || !outcome.change.attributions) return outcome;
  const { attributions } = outcome.change;
  const updated = attributions.updated.map(({ from, to }) => ({
    from,
    to: { ...to, provenance: from.provenance },
  }));
  return { ...outcome, change: { ...outcome.change, attributions: { ...attributions, updated } } };
}

/** Puts a card within another, unless that one lies within it already: suggestions may come from anywhere. */
function putWithin(draft: Draft, card: Attribution, outer: Id): void {
  for (let at: Id | null = outer; at !== null; at = draft.attributions.get(at)?.within ?? null)
    if (at === card.id) return;
  draft.attributions.put({ ...card, within: outer });
}

/** All that a card ties but its sources. */
function hullOf(draft: Draft, { voice, cue, claim }: Attribution): Range | null {
  const parts = [...voice, cue, claim].flatMap((id) => (id === null ? [] : (draft.spans.get(id) ?? [])));
  return parts.length === 0 ? null : hull(parts.map(spanHull));
}
