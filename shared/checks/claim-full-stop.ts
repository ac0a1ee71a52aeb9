// The sentence's full stop stays out of the claim; one inside quotation marks belongs to the quotation.
import { moveEdge } from "../commands/edit-segments.ts";
import type { ArticleText } from "../model/article-text.ts";
import type { Span } from "../model/span.ts";
import { withoutFinalStop } from "../model/text-units.ts";
import { message } from "../words/message.ts";
import { type CheckOf, fixBy } from "./check.ts";
import { fits } from "./facts.ts";

export const claimFullStop: CheckOf<"span"> = {
  id: "claim-full-stop",
  of: "span",
  severity: "style",
  page: "claim",
  find(span, { tagset, text }) {
    if (!fits(tagset, "claim", span.type)) return null;
    const to = endWithoutStop(span, text);
    const end = span.segments.at(-1)?.end ?? 0;
    return to === null ? null : { says: message("checks.claim-full-stop-says"), range: { start: to, end } };
  },
  fixes(span, { text }) {
    const to = endWithoutStop(span, text);
    if (to === null) return [];
    return [
      fixBy(message("checks.fix-leave-out-stop"), moveEdge, {
        span: span.id,
        segment: span.segments.length - 1,
        edge: "end",
        to,
      }),
    ];
  },
};

/** Where the claim would end; `null` when it ends well. A comma is nothing that a house rule names. */
function endWithoutStop(span: Span, text: ArticleText): number | null {
  const lastSegment = span.segments.at(-1);
  if (!lastSegment || text.text.charAt(lastSegment.end - 1) !== ".") return null;
  const end = withoutFinalStop(text, lastSegment)?.end ?? lastSegment.end;
  return end < lastSegment.end && end > lastSegment.start ? end : null;
}
