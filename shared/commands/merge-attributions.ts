// Makes one card of two, as when a resumed quotation was given a card of its own.
import { usersOf } from "../model/annotation-set.ts";
import { type Attribution, type FieldValue, spansOf } from "../model/attribution.ts";
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
export interface MergeAttributions {
  readonly card: Id;
  readonly other: Id;
}

export const mergeAttributions: Command<MergeAttributions> = {
  id: "merge-attributions",
  run(context, { card: cardId, other: otherId }) {
    const { set } = context.annotations;
    const card = get(set.attributions, cardId);
    const other = get(set.attributions, otherId);
    if (!card || !other) return refuse("card-missing");
    if (card === other) return refuse("merge-with-itself");
    if (card.cue !== null && other.cue !== null && card.cue !== other.cue) return refuse("cues-differ");
    const draft = draftOf(context);
    const claim = get(set.spans, card.claim ?? "");
    const second = get(set.spans, other.claim ?? "");
    if (claim && second && claim !== second) {
      const refusal = uniteSpans(context, draft, { into: claim, other: second, merging: otherId });
      if (refusal !== null) return refuse(refusal);
    }
    const one = united(draft.cards.get(cardId) ?? card, other, context.tagset);
    if (one.note.length > longestNote) return refuse("note-too-long");
    for (const inner of usersOf(set, otherId)) {
      const now = draft.cards.get(inner.id);
      if (now && inner.id !== cardId && inner.within === otherId) draft.cards.put({ ...now, within: cardId });
    }
    // Neither may lie within the other any more, at whatever depth: that would be a circle.
    const outside = [card.within, other.within].find(
      (within) => within !== null && !liesWithin(set, within, cardId) && !liesWithin(set, within, otherId),
    );
    draft.cards.put({ ...one, within: outside ?? null });
    draft.cards.remove(otherId);
    return draft.outcome({ card: cardId });
  },
};

function united(card: Attribution, other: Attribution, tagset: Tagset): Attribution {
  const known = new Set(spansOf(card));
  return {
    ...card,
    voice: [...card.voice, ...other.voice.filter((span) => !known.has(span))],
    cue: card.cue ?? other.cue,
    claim: card.claim ?? other.claim,
    via: [...card.via, ...other.via.filter(({ span }) => !known.has(span) && !other.voice.includes(span))],
    kind: card.kind ?? other.kind,
    fields: Object.fromEntries(
      tagset.fields.map((field): [string, FieldValue] => {
        const own = card.fields[field.id] ?? field.default;
        return [field.id, own === field.default ? (other.fields[field.id] ?? own) : own];
      }),
    ),
    note: [card.note, other.note].filter((note) => note !== "").join("\n"),
    flags: [...new Set([...card.flags, ...other.flags])],
  };
}
