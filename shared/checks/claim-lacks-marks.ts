// The quotation marks belong to the claim: one that is all of a quotation and leaves the marks outside has lost them.
import { addSegment } from "../commands/edit-segments.ts";
import { usersOf } from "../model/annotation-set.ts";
import type { Quotation } from "../model/quotations.ts";
import type { Span } from "../model/span.ts";
import { quotationsTouching } from "../model/text-units.ts";
import { message } from "../words/message.ts";
import { type CheckContext, type CheckOf, fixBy } from "./check.ts";
import { fits } from "./facts.ts";

export const claimLacksMarks: CheckOf<"span"> = {
  id: "claim-lacks-marks",
  of: "span",
  severity: "style",
  page: "claim",
  find(span, context) {
    const quotation = lost(span, context);
    return quotation
      ? {
          says: message("checks.claim-lacks-marks-says"),
          range: { start: quotation.start, end: quotation.end },
        }
      : null;
  },
  fixes(span, context) {
    const quotation = lost(span, context);
    if (!quotation) return [];
    const { start, end } = quotation;
    return [
      fixBy(message("checks.fix-take-marks-in"), addSegment, {
        span: span.id,
        range: { start, end },
        snap: false,
      }),
    ];
  },
};

/** The quotation whose words a segment is, without its marks. The marks around an inner voice are the outer one's. */
function lost(span: Span, context: CheckContext): Quotation | null {
  const { annotations, tagset, text } = context;
  if (!fits(tagset, "claim", span.type)) return null;
  if (usersOf(annotations.set, span.id).some(({ within }) => within !== null)) return null;
  for (const segment of span.segments)
    for (const quotation of quotationsTouching(text, segment)) {
      const { inner, closed } = quotation;
      if (!closed || segment.start !== inner.start || segment.end > inner.end) continue;
      if (/^[\s.,!?…]*$/u.test(text.text.slice(segment.end, inner.end))) return quotation;
    }
  return null;
}
