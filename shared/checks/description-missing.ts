// An unnamed source wants a description: what they are, and how they can know.
import { spanHull } from "../model/span.ts";
import { message } from "../words/message.ts";
import type { CheckOf } from "./check.ts";
import { isBare, unnamedMentions } from "./unnamed-sources.ts";

export const descriptionMissing: CheckOf<"entity"> = {
  id: "description-missing",
  of: "entity",
  severity: "newsroom",
  page: "anonymous",
  find(entity, context) {
    const mentions = unnamedMentions(entity, context);
    const [first] = mentions;
    if (!first || entity.naming !== "anonymous") return null;
    // That nothing at all is said of them is another check's to say.
    if (entity.role !== undefined || entity.affiliation !== undefined || isBare(entity, mentions))
      return null;
    return {
      says: message("checks.description-missing-says", { name: entity.name }),
      range: spanHull(first),
    };
  },
};
