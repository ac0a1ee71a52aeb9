// The commands that create, nest, merge and delete cards, and put spans into their slots.
import { marking, usersOf } from "../model/annotation-set.ts";
import { type Attribution, type FieldValue, spansOf } from "../model/attribution.ts";
import { withAbout } from "../model/card-about.ts";
import { liesWithin, longestNote, spansIn } from "../model/card-laws.ts";
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import { get, has } from "../model/table.ts";
import { type SlotId, slotsFor, type Tagset, typeForSlot } from "../model/tagset.ts";
import {
  firstRole,
  freeSlot,
  isEmptyCard,
  removeCards,
  slotsWith,
  withoutSpan,
  withoutSpanIn,
  withSpanIn,
} from "./card-slots.ts";
import type { Command } from "./command.ts";
import { cardEdited, draftOf, refuse } from "./draft.ts";
import { newCard, newSpan } from "./new-marks.ts";
import { selected } from "./segments.ts";
import { uniteSpans } from "./unite-spans.ts";

interface CreateAttribution {
  readonly span: Id;
}

/** Makes a card with a span in the slot that takes it, and every field at its default. */
export const createAttribution: Command<CreateAttribution> = {
  id: "create-attribution",
  run(context, { span: spanId }) {
    const { annotations, tagset } = context;
    const span = get(annotations.set.spans, spanId);
    if (!span) return refuse("span-missing");
    const slot = slotsFor(tagset, span.type)[0];
    if (!slot) return refuse("slot-refuses-type");
    if (usersOf(annotations.set, spanId).some(({ claim }) => claim === spanId))
      return refuse("claim-has-card");
    const empty = newCard(context);
    const draft = draftOf(context);
    draft.attributions.put(withSpanIn(empty, slot.id, spanId, firstRole(tagset)));
    return draft.outcome({ span: spanId, card: empty.id });
  },
};

interface TagInNewCard {
  readonly range: Range;
}

/** Tags the selection as a claim and makes a card of it, whatever card is in focus. Words that are a claim already get a card. */
export const tagInNewCard: Command<TagInNewCard> = {
  id: "tag-in-new-card",
  run(context, { range }) {
    const { annotations, tagset, text } = context;
    const type = typeForSlot(tagset, "claim");
    if (!type) return refuse("unknown-type");
    const selectedRange = selected(text, range, type);
    if (!selectedRange) return refuse("empty-selection");
    const [tagged] = marking(annotations.set, type.id, [selectedRange]);
    if (tagged && usersOf(annotations.set, tagged.id).some(({ claim }) => claim === tagged.id))
      return refuse("claim-has-card");
    const draft = draftOf(context);
    const span = tagged ?? newSpan(context, type, [selectedRange]);
    draft.spans.put(span);
    const card = { ...newCard(context), claim: span.id };
    draft.attributions.put(card);
    return draft.outcome({ span: span.id, card: card.id });
  },
};

/** A cue or claim takes the place of the one that the other card had. A card that is left with nothing goes. */
interface MoveToCard {
  readonly span: Id;
  readonly from: Id;
  readonly to: Id;
}

/** Moves a span from one card to another, into the slot it had and with the role it had. */
export const moveToCard: Command<MoveToCard> = {
  id: "move-to-card",
  run(context, { span, from: fromId, to: toId }) {
    const { set } = context.annotations;
    if (!get(set.spans, span)) return refuse("span-missing");
    const from = get(set.attributions, fromId);
    const to = get(set.attributions, toId);
    if (!from || !to) return refuse("card-missing");
    const slots = slotsWith(from, span);
    if (slots.length === 0) return refuse("not-in-slot");
    if (slotsWith(to, span).length > 0) return refuse("already-in-slot");
    const role = from.via.find((via) => via.span === span)?.role ?? "";
    const remainingCard = withoutSpan(from, span);
    const draft = draftOf(context);
    draft.attributions.put(remainingCard);
    draft.attributions.put(slots.reduce((card, slot) => withSpanIn(card, slot, span, role), to));
    if (isEmptyCard(remainingCard)) removeCards(draft, set, new Set([fromId]));
    return draft.outcome({ span, card: toId });
  },
};

/**
 * Without `slot`, the span goes where it fits. A span that stands in another slot of the card moves; a cue or claim takes
 * the place of the one before. `role` is for via, and is the tagset's first one when absent.
 */
interface LinkSpan {
  readonly card: Id;
  readonly span: Id;
  readonly slot?: SlotId;
  readonly role?: string;
}

/** Puts a span into a slot of a card: the one that is asked for, or the one that takes it. */
export const linkSpan: Command<LinkSpan> = {
  id: "link-span",
  run(context, { card: cardId, span: spanId, slot: asked, role = firstRole(context.tagset) }) {
    const { annotations, tagset } = context;
    const card = get(annotations.set.attributions, cardId);
    if (!card) return refuse("card-missing");
    const span = get(annotations.set.spans, spanId);
    if (!span) return refuse("span-missing");
    const currentSlots = slotsWith(card, spanId);
    if (asked ? currentSlots.includes(asked) : currentSlots.length > 0) return refuse("already-in-slot");
    const accepting = slotsFor(tagset, span.type).map(({ id }) => id);
    const slot = asked ?? freeSlot(card, span.type, tagset) ?? accepting[0];
    if (!slot || !accepting.includes(slot)) return refuse("slot-refuses-type");
    if (slot === "via" && !tagset.viaRoles.some(({ id }) => id === role)) return refuse("unknown-value");
    const draft = draftOf(context);
    draft.attributions.put(withSpanIn(withoutSpan(card, spanId), slot, spanId, role));
    return draft.outcome({ span: spanId, card: cardId });
  },
};

interface UnlinkSpan {
  readonly card: Id;
  readonly span: Id;
  readonly slot: SlotId;
}

/** Takes a span out of a slot of a card. The card stays, even when nothing is left in it, so that another can be linked. */
export const unlinkSpan: Command<UnlinkSpan> = {
  id: "unlink-span",
  run(context, { card: cardId, span, slot }) {
    const card = get(context.annotations.set.attributions, cardId);
    if (!card) return refuse("card-missing");
    if (!spansIn(card, slot).includes(span)) return refuse("not-in-slot");
    const draft = draftOf(context);
    draft.attributions.put(withoutSpanIn(card, slot, span));
    return draft.outcome({ card: cardId });
  },
};

/** `within`: the enclosing card; `null` takes the card out. */
interface NestAttribution {
  readonly card: Id;
  readonly within: Id | null;
}

/** Puts a card within another, as in "A said that B agreed", or takes it out. */
export const nestAttribution: Command<NestAttribution> = {
  id: "nest-attribution",
  run(context, { card: cardId, within }) {
    const { set } = context.annotations;
    if (within !== null && !has(set.attributions, within)) return refuse("card-missing");
    return cardEdited(context, cardId, (card) =>
      within !== null && liesWithin(set, within, cardId) ? "would-contain-itself" : { ...card, within },
    );
  },
};

/**
 * `card` stays, with what it says; the other fills what it leaves open and goes. Two claims become one of all their
 * segments. Refused when the cues differ: one card has one cue.
 */
interface MergeAttributions {
  readonly card: Id;
  readonly other: Id;
}

/** Makes one card of two, as when a resumed quotation was given a card of its own. */
export const mergeAttributions: Command<MergeAttributions> = {
  id: "merge-attributions",
  run(context, { card: cardId, other: otherId }) {
    const { set } = context.annotations;
    const card = get(set.attributions, cardId);
    const otherCard = get(set.attributions, otherId);
    if (!card || !otherCard) return refuse("card-missing");
    if (card === otherCard) return refuse("merge-with-itself");
    if (card.cue !== null && otherCard.cue !== null && card.cue !== otherCard.cue)
      return refuse("cues-differ");
    const draft = draftOf(context);
    const claim = get(set.spans, card.claim ?? "");
    const otherClaim = get(set.spans, otherCard.claim ?? "");
    if (claim && otherClaim && claim !== otherClaim) {
      const refusal = uniteSpans(context, draft, { into: claim, other: otherClaim, merging: otherId });
      if (refusal !== null) return refuse(refusal);
    }
    const mergedCard = united(draft.attributions.get(cardId) ?? card, otherCard, context.tagset);
    if (mergedCard.note.length > longestNote) return refuse("note-too-long");
    for (const inner of usersOf(set, otherId)) {
      const innerCard = draft.attributions.get(inner.id);
      if (innerCard && inner.id !== cardId && inner.within === otherId)
        draft.attributions.put({ ...innerCard, within: cardId });
    }
    // Neither may lie within the other any more, at whatever depth: that would be a circle.
    const outside = [card.within, otherCard.within].find(
      (within) => within !== null && !liesWithin(set, within, cardId) && !liesWithin(set, within, otherId),
    );
    draft.attributions.put({ ...mergedCard, within: outside ?? null });
    draft.attributions.remove(otherId);
    return draft.outcome({ card: cardId });
  },
};

function united(card: Attribution, other: Attribution, tagset: Tagset): Attribution {
  const spanIds = new Set(spansOf(card));
  const about = [...new Set([...(card.about ?? []), ...(other.about ?? [])])];
  return {
    ...withAbout(card, about),
    voice: [...card.voice, ...other.voice.filter((span) => !spanIds.has(span))],
    cue: card.cue ?? other.cue,
    claim: card.claim ?? other.claim,
    via: [...card.via, ...other.via.filter(({ span }) => !spanIds.has(span) && !other.voice.includes(span))],
    kind: card.kind ?? other.kind,
    fields: Object.fromEntries(
      tagset.fields.map((field): [string, FieldValue] => {
        const fieldValue = card.fields[field.id] ?? field.default;
        return [field.id, fieldValue === field.default ? (other.fields[field.id] ?? fieldValue) : fieldValue];
      }),
    ),
    note: [card.note, other.note].filter((note) => note !== "").join("\n"),
    flags: [...new Set([...card.flags, ...other.flags])],
  };
}

interface DeleteAttribution {
  readonly card: Id;
}

/** Deletes a card. Its spans stay; the cards within it move out to where it lay. */
export const deleteAttribution: Command<DeleteAttribution> = {
  id: "delete-attribution",
  run(context, { card }) {
    const { set } = context.annotations;
    if (!get(set.attributions, card)) return refuse("card-missing");
    const draft = draftOf(context);
    removeCards(draft, set, new Set([card]));
    return draft.outcome({ card: null });
  },
};
