// The commands on lost marks: back into the text, or aside.
import { isMarked } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import type { Orphan } from "../model/orphan.ts";
import { hull, type Range } from "../model/range.ts";
import { selectorOf } from "../model/selector.ts";
import type { Span } from "../model/span.ts";
import { get, has } from "../model/table.ts";
import { slotsFor, spanTypeOf } from "../model/tagset.ts";
import { slotsWith } from "./card-slots.ts";
import type { Command, CommandContext } from "./command.ts";
import { type Draft, draftOf, refuse } from "./draft.ts";
import { segmentsOf, selected } from "./segments.ts";

/** `snap`: grow to whole words or quotation marks, as the type wants it. */
interface PutBackOrphan {
  readonly orphan: Id;
  readonly segments: readonly Range[];
  readonly snap: boolean;
}

/**
 * Puts back what lost its place when the text changed: at these stretches of the text as it is now, and into the cards that it served,
 * where they still have room for it.
 */
export const putBackOrphan: Command<PutBackOrphan> = {
  id: "put-back-orphan",
  run(context, { orphan: id, segments, snap }) {
    const { annotations, tagset, text } = context;
    const orphan = get(annotations.set.orphans, id);
    if (!orphan) return refuse("orphan-missing");
    const { was } = orphan;
    const type = was.kind === "span" ? spanTypeOf(tagset, was.record.type) : null;
    if (type === undefined) return refuse("unknown-type");
    const selectedRanges = segments.map((segment) => selected(text, segment, snap ? type : null));
    const ranges = selectedRanges.filter((range) => range !== null);
    if (ranges.length === 0 || ranges.length < selectedRanges.length) return refuse("empty-selection");
    const draft = draftOf(context);
    draft.orphans.remove(id);
    if (was.kind === "span") {
      const placed = segmentsOf(text, ranges);
      if (isMarked(annotations.set, was.record.type, placed)) return refuse("already-tagged");
      draft.spans.put({ ...knownEntity(was.record, context), segments: placed });
      fillSlots(draft, orphan, context);
      return draft.outcome({ span: id });
    }
    const segment = selectorOf(text.text, hull(ranges));
    if (was.kind === "exclusion") draft.exclusions.put({ ...was.record, segment });
    else draft.rejections.put({ ...was.record, segment });
    return draft.outcome();
  },
};

/** Without whom it referred to when they are no longer in the registry. */
function knownEntity({ entity, ...span }: Span, { annotations }: CommandContext): Span {
  return entity !== undefined && has(annotations.entities, entity) ? { ...span, entity } : span;
}

function fillSlots(draft: Draft, { id, was, uses }: Orphan, { tagset }: CommandContext): void {
  if (was.kind !== "span") return;
  const accepting = slotsFor(tagset, was.record.type).map((slot) => slot.id);
  for (const { card: cardId, slot, role, at } of uses) {
    const card = draft.attributions.get(cardId);
    if (!card || !accepting.includes(slot) || slotsWith(card, id).includes(slot)) continue;
    if (slot === "voice") draft.attributions.put({ ...card, voice: card.voice.toSpliced(at, 0, id) });
    else if (slot !== "via") {
      if (card[slot] === null) draft.attributions.put({ ...card, [slot]: id });
    } else if (role !== undefined && tagset.viaRoles.some((one) => one.id === role))
      draft.attributions.put({ ...card, via: card.via.toSpliced(at, 0, { span: id, role }) });
  }
}

interface PutOrphanAside {
  readonly orphan: Id;
  readonly aside: boolean;
}

/** Puts what lost its place aside, so that it waits without asking for anything, or takes it up again. */
export const putOrphanAside: Command<PutOrphanAside> = {
  id: "put-orphan-aside",
  run(context, { orphan: id, aside }) {
    const orphan = get(context.annotations.set.orphans, id);
    if (!orphan) return refuse("orphan-missing");
    const { aside: _before, ...waiting } = orphan;
    const draft = draftOf(context);
    draft.orphans.put(aside ? { ...waiting, aside: true } : waiting);
    return draft.outcome();
  },
};
