// Credit for another outlet's reporting: a card whose words came by other media names which.
import { linkSpan } from "../commands/cards.ts";
import { placeOf } from "../model/annotation-set.ts";
import { message } from "../words/message.ts";
import { type CheckOf, fixBy } from "./check.ts";
import { entityOf, nearest, quoted, sentenceAround, spanOf } from "./facts.ts";

export const outletUncredited: CheckOf<"card"> = {
  id: "outlet-uncredited",
  of: "card",
  severity: "newsroom",
  page: "source",
  find(card, context) {
    if (card.fields.channel !== "other-media" || card.via.length > 0) return null;
    const isOutlet = (id: string): boolean => {
      const span = spanOf(context, id);
      return span !== undefined && entityOf(context, span)?.type === "outlet";
    };
    if (card.voice.some(isOutlet)) return null;
    return {
      says: message("checks.outlet-uncredited-says"),
      range: placeOf(context.annotations.set, card),
    };
  },
  fixes(card, context) {
    const place = placeOf(context.annotations.set, card);
    if (!place) return [];
    const role = context.tagset.viaRoles.find(({ id }) => id === "first-reported-by")?.id;
    const sources = nearest(context, "via", { place, within: sentenceAround(context.text, place) });
    return sources
      .filter(({ id }) => !card.voice.includes(id))
      .slice(0, 2)
      .map((span) =>
        fixBy(message("checks.fix-link-via", { words: quoted(span) }), linkSpan, {
          card: card.id,
          span: span.id,
          slot: "via",
          ...(role === undefined ? {} : { role }),
        }),
      );
  },
};
