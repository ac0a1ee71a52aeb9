// A claim without a card is the article's own voice, which does not stand in quotation marks.
import { createAttribution } from "../commands/cards.ts";
import { usersOf } from "../model/annotation-set.ts";
import { kindOf } from "../model/kind.ts";
import { spanHull } from "../model/span.ts";
import { message } from "../words/message.ts";
import { type CheckOf, fixBy } from "./check.ts";
import { fits } from "./facts.ts";

export const claimWithoutCard: CheckOf<"span"> = {
  id: "claim-without-card",
  of: "span",
  severity: "unfinished",
  page: "claim",
  find(span, { annotations, tagset, text }) {
    if (!fits(tagset, "claim", span.type)) return null;
    if (usersOf(annotations.set, span.id).some(({ claim }) => claim === span.id)) return null;
    if (kindOf(span, { within: null }, text) === "indirect") return null;
    return { says: message("checks.claim-without-card-says"), range: spanHull(span) };
  },
  fixes: (span) => [fixBy(message("checks.fix-create-card"), createAttribution, { span: span.id })],
};
