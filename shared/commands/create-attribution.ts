// Makes a card with a span in the slot that takes it, and every field at its default.
import { usersOf } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import { slotsFor } from "../model/tagset.ts";
import { firstRole, withSpanIn } from "./card-slots.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";
import { newCard } from "./new-marks.ts";

interface CreateAttribution {
  readonly span: Id;
}

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
