// Makes cards of suggestions: their spans, the people who are meant, and how they lie within each other, all as one step. Each
// record remembers by which rule it was suggested and how sure that was.
import { marking, usersOf } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import { type Entity, type EntityType, entityBehind, type Naming } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { Provenance } from "../model/provenance.ts";
import { contains, hull, joinRanges, overlaps, type Range } from "../model/range.ts";
import { type Span, spanHull } from "../model/span.ts";
import { get, records } from "../model/table.ts";
import { isValueOf, type SlotId, type SpanType, spanTypeOf } from "../model/tagset.ts";
import type { Command, CommandContext, Outcome } from "./command.ts";
import { type Draft, draftOf, newProvenance, refuse } from "./draft.ts";
import { entityNamed, withNameOf } from "./entity-names.ts";
import { newCard } from "./new-card.ts";
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

export interface AcceptSuggestions {
  readonly cards: readonly AcceptedCard[];
}

export const acceptSuggestions: Command<AcceptSuggestions> = {
  id: "accept-suggestions",
  run(context, { cards }) {
    const maker = makerOf(context);
    const cardsOrNull = cards.map((card) => maker.make(card));
    const newCards = cardsOrNull.filter((card) => card !== null);
    if (newCards.length === 0) return refuse("nothing-to-change");
    const holders = holdersIn(context, maker.draft, newCards);
    cardsOrNull.forEach((card, at) => {
      if (!card) return;
      const outer = cardsOrNull[cards[at]?.within ?? -1] ?? holders(card);
      if (outer) putWithin(maker.draft, card, outer.id);
    });
    takeIn(context, maker.draft, newCards);
    const [first] = newCards;
    return unedited(maker.draft.outcome({ span: null, card: first?.id ?? null }));
  },
};

function makerOf(context: CommandContext) {
  const { annotations, tagset, text } = context;
  const { set } = annotations;
  const draft = draftOf(context);
  const spanIdsByMark = new Map<string, Id>();
  const entities = new Map<string, Id>();

  /** What was marked by hand in these words and is in no card yet: the card takes it as it is. */
  function markedFor(slot: SlotId, ranges: readonly Range[]): Span | undefined {
    const accepts = tagset.slots.find(({ id }) => id === slot)?.accepts ?? [];
    for (const span of records(set.spans))
      if (
        accepts.includes(span.type) &&
        span.segments.some((segment) => ranges.some((range) => overlaps(segment, range))) &&
        usersOf(set, span.id).length === 0
      )
        return draft.spans.get(span.id);
    return undefined;
  }

  /** The span of this type on exactly these words: the one that is there, or a new one. */
  function spanFor(type: SpanType, ranges: readonly Range[], provenance: Provenance): Span | null {
    const mergedRanges = joinRanges(ranges.flatMap((range) => selected(text, range, null) ?? []));
    if (mergedRanges.length === 0) return null;
    const mark = [type.id, ...mergedRanges.map(({ start, end }) => `${start}-${end}`)].join(" ");
    const spanId = marking(set, type.id, mergedRanges)[0]?.id ?? spanIdsByMark.get(mark);
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

  const typeFor = (slot: SlotId, entity: VoiceEntity | null): SpanType | undefined => {
    const accepts = (tagset.slots.find(({ id }) => id === slot)?.accepts ?? []).flatMap(
      (id) => spanTypeOf(tagset, id) ?? [],
    );
    const kind = entity && ("type" in entity ? entity.type : get(annotations.entities, entity.known)?.type);
    const isThing = kind === "document" || kind === "outlet" || kind === "platform";
    return (
      (isThing ? accepts.find(({ newEntityType }) => newEntityType !== undefined) : undefined) ?? accepts[0]
    );
  };

  function link(span: Span, type: SpanType, wanted: VoiceEntity | null): void {
    if (!wanted || !type.refersToEntity || span.entity !== undefined) return;
    const entity = "known" in wanted ? entityBehind(annotations.entities, wanted.known) : entityFor(wanted);
    if (!entity) return;
    const current = draft.entities.get(entity.id) ?? entity;
    draft.entities.put(withNameOf(current, span));
    draft.spans.put({ ...span, entity: entity.id });
  }

  function entityFor({
    name,
    type,
    naming,
    role,
    anonymity,
  }: Exclude<VoiceEntity, { readonly known: Id }>): Entity | undefined {
    const plain = name.trim();
    if (plain === "") return undefined;
    const key = `${type} ${plain}`;
    const entityId = entities.get(key);
    if (entityId !== undefined) return draft.entities.get(entityId);
    const entity =
      (naming === "named" ? entityNamed(annotations.entities, plain) : undefined) ??
      ({
        id: context.newId(),
        name: plain,
        type,
        naming,
        aliases: [],
        ...(role !== undefined && { role }),
        ...(anonymity !== undefined && { anonymity }),
      } satisfies Entity);
    entities.set(key, entity.id);
    draft.entities.put(entity);
    return entity;
  }

  return {
    draft,
    /** `null` where the claim has a card already. */
    make(wanted: AcceptedCard): Attribution | null {
      const { rule, reason, confidence, model } = wanted;
      const provenance: Provenance = {
        ...newProvenance(context),
        origin: { by: "suggested", rule, reason, confidence, ...(model !== null && { model }) },
      };
      const claimType = typeFor("claim", null);
      const claim = claimType && spanFor(claimType, wanted.claim, provenance);
      if (!claim || usersOf(set, claim.id).some((card) => card.claim === claim.id)) return null;
      const slot = (id: "voice" | "cue", ranges: readonly Range[], entity: VoiceEntity | null): Id | null => {
        const existingSpan = markedFor(id, ranges);
        const type = existingSpan
          ? spanTypeOf(tagset, existingSpan.type)
          : ranges.length > 0
            ? typeFor(id, entity)
            : undefined;
        const span = existingSpan ?? (type && spanFor(type, ranges, provenance));
        if (span && type) link(span, type, entity);
        return span?.id ?? null;
      };
      const voice = slot("voice", wanted.voice, wanted.entity);
      const viaType = typeFor("via", null);
      const via = wanted.via.flatMap(({ start, end, role, entity }) => {
        const isRole = tagset.viaRoles.some(({ id }) => id === role);
        const span = viaType && isRole ? spanFor(viaType, [{ start, end }], provenance) : null;
        if (span && viaType) link(span, viaType, entity);
        return span && span.id !== voice ? [{ span: span.id, role }] : [];
      });
      const empty = newCard(context);
      const fields = Object.fromEntries(
        tagset.fields.map((field) => {
          const value = Object.hasOwn(wanted.fields, field.id) ? wanted.fields[field.id] : undefined;
          return [field.id, value !== undefined && isValueOf(field, value) ? value : field.default];
        }),
      );
      const card: Attribution = {
        ...empty,
        voice: voice === null ? [] : [voice],
        cue: slot("cue", wanted.cue, null),
        claim: claim.id,
        via,
        fields,
        provenance,
      };
      draft.cards.put(card);
      return card;
    },
  };
}

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
  for (let at: Id | null = outer; at !== null; at = draft.cards.get(at)?.within ?? null)
    if (at === card.id) return;
  draft.cards.put({ ...card, within: outer });
}

/** All that a card ties but its sources. */
function hullOf(draft: Draft, { voice, cue, claim }: Attribution): Range | null {
  const parts = [...voice, cue, claim].flatMap((id) => (id === null ? [] : (draft.spans.get(id) ?? [])));
  return parts.length === 0 ? null : hull(parts.map(spanHull));
}
