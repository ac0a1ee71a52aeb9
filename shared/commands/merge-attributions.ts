// Makes one card of two, as when a resumed quotation was given a card of its own.
import { usersOf } from "../model/annotation-set.ts";
import { type Attribution, type FieldValue, spansOf } from "../model/attribution.ts";
import { withAbout } from "../model/card-about.ts";
import { liesWithin, longestNote } from "../model/card-laws.ts";
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import type { Tagset } from "../model/tagset.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";
import { uniteSpans } from "./unite-spans.ts";

/**
 * `card` stays, with what it says; the other fills what it leaves open and goes. Two claims become one of all their
 * segments. Refused when the cues differ: one card has one cue.
 */
interface MergeAttributions {
  readonly card: Id;
  readonly other: Id;
}

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
