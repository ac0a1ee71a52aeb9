// Tags the selection as a claim and makes a card of it, whatever card is in focus. Words that are a claim already get a card.
import { marking, usersOf } from "../model/annotation-set.ts";
import type { Range } from "../model/range.ts";
import { typeForSlot } from "../model/tagset.ts";
import { firstRole, withSpanIn } from "./card-slots.ts";
import type { Command } from "./command.ts";
import { draftOf, newProvenance, refuse } from "./draft.ts";
import { newCard } from "./new-card.ts";
import { segmentsOf, selected } from "./segments.ts";

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
    const span = tagged ?? {
      id: context.newId(),
      type: type.id,
      segments: segmentsOf(text, [selectedRange]),
      provenance: newProvenance(context),
    };
    if (!tagged) draft.spans.put(span);
    const card = newCard(context);
    draft.attributions.put(withSpanIn(card, "claim", span.id, firstRole(tagset)));
    return draft.outcome({ span: span.id, card: card.id });
  },
};
