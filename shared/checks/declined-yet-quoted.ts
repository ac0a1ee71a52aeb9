// Somebody who is quoted without their name cannot also have declined to comment: the reader would be misled.
import { placeOf } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import { message } from "../words/message.ts";
import type { CheckOf } from "./check.ts";
import { cardsVoicedBy } from "./facts.ts";
import { isKeptBack, unnamedMentions } from "./unnamed-sources.ts";

export const declinedYetQuoted: CheckOf<"entity"> = {
  id: "declined-yet-quoted",
  of: "entity",
  severity: "newsroom",
  page: "anonymous",
  find(entity, context) {
    const mentions = unnamedMentions(entity, context);
    if (mentions.length === 0 || !isKeptBack(entity, mentions)) return null;
    const cards = cardsVoicedBy(context, mentions);
    const declined = cards.find(declines);
    if (!declined || cards.every(declines)) return null;
    return {
      says: message("checks.declined-yet-quoted-says", { name: entity.name }),
      range: placeOf(context.annotations.set, declined),
    };
  },
};

const declines = ({ fields }: Attribution): boolean =>
  fields.polarity === "withholds" || fields.channel === "no-comment";
