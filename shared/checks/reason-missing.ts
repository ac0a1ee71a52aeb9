// The reason for leaving a source unnamed is told to the reader. Where the article says it, the fix takes it over.
import { updateEntity } from "../commands/entities.ts";
import { spanHull } from "../model/span.ts";
import { message } from "../words/message.ts";
import { type CheckOf, fixBy } from "./check.ts";
import { isKeptBack, reasonNear, unnamedMentions } from "./unnamed-sources.ts";

export const reasonMissing: CheckOf<"entity"> = {
  id: "reason-missing",
  of: "entity",
  severity: "newsroom",
  page: "anonymous",
  find(entity, context) {
    if ((entity.anonymity?.reason ?? "").trim() !== "") return null;
    const mentions = unnamedMentions(entity, context);
    const [first] = mentions;
    if (!first || !isKeptBack(entity, mentions)) return null;
    return { says: message("checks.reason-missing-says", { name: entity.name }), range: spanHull(first) };
  },
  fixes(entity, context) {
    const statedAnonymity = reasonNear(
      unnamedMentions(entity, context),
      context.text,
      context.annotations.set.articleId,
    );
    if (!statedAnonymity) return [];
    const anonymity = { ...statedAnonymity, terms: entity.anonymity?.terms || statedAnonymity.terms };
    return [
      fixBy(message("checks.fix-take-reason", { reason: statedAnonymity.reason }), updateEntity, {
        entity: entity.id,
        anonymity,
      }),
    ];
  },
};
