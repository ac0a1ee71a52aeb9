// Tags the selection as a span, and puts it into the card in focus where it fits.
import { isMarked } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import { get } from "../model/table.ts";
import { spanTypeOf } from "../model/tagset.ts";
import { firstRole, freeSlot, withSpanIn } from "./card-slots.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";
import { putSpan } from "./new-marks.ts";
import { selected } from "./segments.ts";

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
