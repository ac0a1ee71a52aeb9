// Tags the selection as a claim and makes a card of it, whatever card is in focus. Words that are a claim already get a card.
import { marking, usersOf } from "../model/annotation-set.ts";
import type { Range } from "../model/range.ts";
import { typeForSlot } from "../model/tagset.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";
import { newCard, newSpan } from "./new-marks.ts";
import { selected } from "./segments.ts";

interface TagInNewCard {
  readonly range: Range;
}

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
