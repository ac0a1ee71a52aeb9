// A cue or a source that no card has is work begun and not finished: it says by what words or through whom something was
// said, and nobody knows what.
import { createAttribution, linkSpan } from "../commands/cards.ts";
import { usersOf } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import { type Span, spanHull } from "../model/span.ts";
import type { SlotId } from "../model/tagset.ts";
import { message } from "../words/message.ts";
import { type CheckContext, type CheckOf, fixBy } from "./check.ts";
import { fits, isFree, quoted, sentenceAround } from "./facts.ts";

export const spanWithoutCard: CheckOf<"span"> = {
  id: "span-without-card",
  of: "span",
  severity: "unfinished",
  page: "card",
  find(span, context) {
    if (slotOf(span, context) === null || !isFree(context, span)) return null;
    return { says: message("checks.span-without-card-says", { words: quoted(span) }), range: spanHull(span) };
  },
  fixes(span, context) {
    const slot = slotOf(span, context);
    const [card] = slot === null ? [] : cardsNear(span, slot, context);
    return [
      ...(card && slot
        ? [fixBy(message("checks.fix-join-card"), linkSpan, { card: card.id, span: span.id, slot })]
        : []),
      fixBy(message("checks.fix-create-card"), createAttribution, { span: span.id }),
    ];
  },
};

/** A claim alone is the article's own voice, and a speaker may be somebody who is only talked about. */
function slotOf({ type }: Span, { tagset }: CheckContext): SlotId | null {
  if (fits(tagset, "claim", type)) return null;
  if (fits(tagset, "cue", type)) return "cue";
  return fits(tagset, "via", type) ? "via" : null;
}

/** The cards of the sentence that have room for the span in this slot. */
function cardsNear(span: Span, slot: SlotId, context: CheckContext): Attribution[] {
  const sentence = sentenceAround(context.text, spanHull(span));
  return context.places
    .overlapping(sentence)
    .flatMap(({ id }) => usersOf(context.annotations.set, id))
    .filter((card) => slot !== "cue" || card.cue === null);
}
