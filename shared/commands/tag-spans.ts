// The commands that tag words as spans, give a span another type, split, merge and delete it.
import { isMarked, usersOf } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import { graphemeEnd, graphemeStart } from "../model/graphemes.ts";
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import type { Selector } from "../model/selector.ts";
import type { Span } from "../model/span.ts";
import { get } from "../model/table.ts";
import { slotsFor, spanTypeOf, type Tagset } from "../model/tagset.ts";
import { trimmed } from "../model/text-units.ts";
import {
  editUsers,
  firstRole,
  freeSlot,
  slotsWith,
  withoutSpan,
  withoutSpanIn,
  withSpanIn,
} from "./card-slots.ts";
import type { Command, CommandContext } from "./command.ts";
import { draftOf, newProvenance, refuse } from "./draft.ts";
import { entityNamed, nameIn, withNameOf } from "./entity-names.ts";
import { newTags, putSpan } from "./new-marks.ts";
import { segmentsOf, selected } from "./segments.ts";
import { uniteSpans } from "./unite-spans.ts";

/**
 * `snap`: grow to whole words or quotation marks, as the type wants it. `card`: the card that the span joins. `who`: the entity that the
 * words mean, `null` where that is open; where it is not given, the one whose name they are.
 */
interface TagSelection {
  readonly range: Range;
  readonly type: string;
  readonly snap: boolean;
  readonly card: Id | null;
  readonly who?: Id | null;
}

/** Tags the selection as a span, and puts it into the card in focus where it fits. */
export const tagSelection: Command<TagSelection> = {
  id: "tag-selection",
  run(context, { range, type: typeId, snap, card: cardId, who }) {
    const { annotations, tagset, text } = context;
    const type = spanTypeOf(tagset, typeId);
    if (!type) return refuse("unknown-type");
    const card = cardId === null ? null : get(annotations.set.attributions, cardId);
    if (card === undefined) return refuse("card-missing");
    const selectedRange = selected(text, range, snap ? type : null);
    if (!selectedRange) return refuse("empty-selection");
    if (isMarked(annotations.set, typeId, [selectedRange])) return refuse("already-tagged");
    const draft = draftOf(context);
    const span = putSpan(context, draft, type, [selectedRange], who);
    const slot = card && freeSlot(card, typeId, tagset);
    if (card && slot) draft.attributions.put(withSpanIn(card, slot, span.id, firstRole(tagset)));
    // What the card has no place for begins something else: the next mark must not join the old card.
    return draft.outcome({ span: span.id, card: slot ? cardId : null });
  },
};

/** `entity`: who all of them refer to; `null` takes for each the one entity that is called so, if there is one. */
interface TagAll {
  readonly ranges: readonly Range[];
  readonly type: string;
  readonly entity: Id | null;
}

/** Tags many stretches of one article at once, such as every place where a name stands. */
export const tagAll: Command<TagAll> = {
  id: "tag-all",
  run(context, { ranges, type: typeId, entity: entityId }) {
    const { entities } = context.annotations;
    const type = spanTypeOf(context.tagset, typeId);
    if (!type) return refuse("unknown-type");
    if (entityId !== null && !type.refersToEntity) return refuse("type-takes-no-entity");
    const entity = entityId === null ? null : get(entities, entityId);
    if (entity === undefined) return refuse("entity-missing");
    const stretches = unmarked(context, ranges, typeId);
    if (stretches.length === 0) return refuse(ranges.length === 0 ? "empty-selection" : "already-tagged");
    const provenance = newProvenance(context);
    const spans = newTags(stretches, { type, entity, entities, newId: context.newId, provenance });
    const draft = draftOf(context);
    for (const span of spans) draft.spans.put(span);
    if (entity) draft.entities.put(spans.reduce(withNameOf, entity));
    return draft.outcome({ span: spans[0]?.id ?? null, card: null });
  },
};

/** Those that are not marked so yet; the same stretch given twice counts once. */
function unmarked({ text, annotations }: CommandContext, ranges: readonly Range[], type: string): Selector[] {
  const takenPlaces = new Set<string>();
  return ranges.flatMap((range) => {
    const selectedRange = selected(text, range, null);
    const place = selectedRange && `${selectedRange.start}-${selectedRange.end}`;
    if (
      !selectedRange ||
      !place ||
      takenPlaces.has(place) ||
      isMarked(annotations.set, type, [selectedRange])
    )
      return [];
    takenPlaces.add(place);
    return segmentsOf(text, [selectedRange]);
  });
}

interface RetypeSpan {
  readonly span: Id;
  readonly type: string;
}

/** Gives a span another type. In the cards that use it, it moves to a slot that takes the new type, where one is free. */
export const retypeSpan: Command<RetypeSpan> = {
  id: "retype-span",
  run(context, { span: spanId, type: typeId }) {
    const { annotations, tagset } = context;
    const { set } = annotations;
    const span = get(set.spans, spanId);
    if (!span) return refuse("span-missing");
    const type = spanTypeOf(tagset, typeId);
    if (!type) return refuse("unknown-type");
    if (span.type === typeId) return refuse("nothing-to-change");
    if (isMarked(set, typeId, span.segments)) return refuse("already-tagged");
    const draft = draftOf(context);
    const { entity, ...rest } = span;
    draft.spans.put({ ...rest, ...(entity && type.refersToEntity ? { entity } : {}), type: typeId });
    editUsers(draft, set, spanId, (card) => refitted(card, spanId, typeId, tagset));
    return draft.outcome({ span: spanId });
  },
};

/** The card with the span out of the slots that refuse its type, and in a free one if it has no other left. */
function refitted(card: Attribution, span: Id, type: string, tagset: Tagset): Attribution {
  const accepting = slotsFor(tagset, type).map(({ id }) => id);
  const remainingCard = slotsWith(card, span)
    .filter((slot) => !accepting.includes(slot))
    .reduce((rest, slot) => withoutSpanIn(rest, slot, span), card);
  if (slotsWith(remainingCard, span).length > 0) return remainingCard;
  const slot = freeSlot(remainingCard, type, tagset);
  return slot ? withSpanIn(remainingCard, slot, span, firstRole(tagset)) : remainingCard;
}

interface DeleteSpan {
  readonly span: Id;
}

/** Deletes a span. It leaves the cards that use it; a card that is left with nothing goes too. */
export const deleteSpan: Command<DeleteSpan> = {
  id: "delete-span",
  run(context, { span }) {
    const { set } = context.annotations;
    if (!get(set.spans, span)) return refuse("span-missing");
    const draft = draftOf(context);
    draft.spans.remove(span);
    editUsers(draft, set, span, (card) => withoutSpan(card, span));
    return draft.outcome({ span: null });
  },
};

/** `at`: the caret, as an empty range, or the words between the two parts, which then belong to neither ("and"). */
interface SplitSpan {
  readonly span: Id;
  readonly at: Range;
}

/**
 * Parts a span in two at a place in the text, as when two speakers were marked as one. The first part stays the span it was, with its
 * entity and its place in every card. The second is a new span of the same type: beside the first where a slot holds several (voice,
 * via, with the same role), in no card where it holds one.
 */
export const splitSpan: Command<SplitSpan> = {
  id: "split-span",
  run(context, { span: spanId, at }) {
    const { annotations, tagset, text } = context;
    const span = get(annotations.set.spans, spanId);
    if (!span) return refuse("span-missing");
    const gap = {
      start: graphemeStart(text.text, Math.max(0, Math.min(at.start, text.text.length))),
      end: at.end > at.start ? graphemeEnd(text.text, Math.min(at.end, text.text.length)) : 0,
    };
    const part = (side: Range) =>
      segmentsOf(
        text,
        span.segments.flatMap(
          ({ start, end }) =>
            trimmed(text.text, { start: Math.max(start, side.start), end: Math.min(end, side.end) }) ?? [],
        ),
      );
    const segmentsBefore = part({ start: 0, end: gap.start });
    const behind = part({ start: Math.max(gap.start, gap.end), end: text.text.length });
    if (segmentsBefore.length === 0 || behind.length === 0) return refuse("no-place-to-split");
    if ([segmentsBefore, behind].some((segments) => isMarked(annotations.set, span.type, segments)))
      return refuse("already-tagged");
    const bare: Span = {
      id: context.newId(),
      type: span.type,
      segments: behind,
      provenance: newProvenance(context),
    };
    const refers = spanTypeOf(tagset, span.type)?.refersToEntity ?? false;
    const entity = refers ? entityNamed(annotations.entities, nameIn(bare)) : undefined;
    const draft = draftOf(context);
    draft.spans.put({ ...span, segments: segmentsBefore });
    draft.spans.put(entity ? { ...bare, entity: entity.id } : bare);
    for (const card of usersOf(annotations.set, spanId))
      draft.attributions.put(withBeside(card, spanId, bare.id));
    return draft.outcome({ span: spanId });
  },
};

/** The card with the new span behind the other in the slots that hold several. */
function withBeside(card: Attribution, span: Id, added: Id): Attribution {
  return {
    ...card,
    voice: card.voice.flatMap((id) => (id === span ? [id, added] : [id])),
    via: card.via.flatMap((via) => (via.span === span ? [via, { ...via, span: added }] : [via])),
  };
}

/**
 * `span` stays and gets the other's text as well; the other goes. The cards of both have the one that stays. Refused when
 * they point to different entities, or when both are the claim of a card: those are merged as cards.
 */
interface MergeSpans {
  readonly span: Id;
  readonly other: Id;
}

/** Makes one span of two of the same type, as when a claim was marked in two pieces. */
export const mergeSpans: Command<MergeSpans> = {
  id: "merge-spans",
  run(context, { span, other: otherId }) {
    const into = get(context.annotations.set.spans, span);
    const otherSpan = get(context.annotations.set.spans, otherId);
    if (!into || !otherSpan) return refuse("span-missing");
    if (into === otherSpan) return refuse("merge-with-itself");
    const draft = draftOf(context);
    const refusal = uniteSpans(context, draft, { into, other: otherSpan, merging: null });
    return refusal === null ? draft.outcome({ span }) : refuse(refusal);
  },
};
