// “A source” alone is not enough: readers cannot tell what such a source can know.
import { spanHull } from "../model/span.ts";
import { message } from "../words/message.ts";
import type { CheckOf } from "./check.ts";
import { isBare, unnamedMentions } from "./unnamed-sources.ts";

export const sourceAlone: CheckOf<"entity"> = {
  id: "source-alone",
  of: "entity",
  severity: "newsroom",
  page: "anonymous",
  find(entity, context) {
    const mentions = unnamedMentions(entity, context);
    const [first] = mentions;
    if (!first || entity.naming !== "anonymous" || !isBare(entity, mentions)) return null;
    return { says: message("checks.source-alone-says", { name: entity.name }), range: spanHull(first) };
  },
};
