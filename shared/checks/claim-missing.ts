// A card needs a claim: without one it says that somebody spoke, and not what.
import { deleteAttribution, linkSpan } from "../commands/cards.ts";
import { placeOf } from "../model/annotation-set.ts";
import { message } from "../words/message.ts";
import { type CheckOf, fixBy } from "./check.ts";
import { isFree, nearest, quoted, sentenceAround } from "./facts.ts";

export const claimMissing: CheckOf<"card"> = {
  id: "claim-missing",
  of: "card",
  severity: "unfinished",
  page: "card",
  find(card, { annotations }) {
    if (card.claim !== null) return null;
    return { says: message("checks.claim-missing-says"), range: placeOf(annotations.set, card) };
  },
  fixes(card, context) {
    const place = placeOf(context.annotations.set, card);
    const claims = place
      ? nearest(context, "claim", { place, within: sentenceAround(context.text, place) }, (span) =>
          isFree(context, span),
        )
      : [];
    return [
      ...claims.slice(0, 2).map((span) =>
        fixBy(message("checks.fix-link-claim", { words: quoted(span) }), linkSpan, {
          card: card.id,
          span: span.id,
          slot: "claim",
        }),
      ),
      { ...fixBy(message("checks.fix-delete-card"), deleteAttribution, { card: card.id }), deletes: true },
    ];
  },
};
