// A claim is about somebody who is no longer in the registry: nothing can be counted or found by them.
import { removeAbout } from "../commands/card-values.ts";
import { placeOf } from "../model/annotation-set.ts";
import { goneFrom } from "../model/card-about.ts";
import { message } from "../words/message.ts";
import { type CheckOf, fixBy } from "./check.ts";

export const aboutGone: CheckOf<"card"> = {
  id: "about-gone",
  of: "card",
  severity: "unfinished",
  page: "speaker",
  find(card, { annotations: { set, entities } }) {
    const { length: count } = goneFrom(card, entities);
    return count > 0
      ? { says: message("checks.about-gone-says", { count }), range: placeOf(set, card) }
      : null;
  },
  fixes(card, { annotations: { entities } }) {
    const [gone] = goneFrom(card, entities);
    return gone === undefined
      ? []
      : [fixBy(message("checks.fix-remove-about"), removeAbout, { card: card.id, entity: gone })];
  },
};
