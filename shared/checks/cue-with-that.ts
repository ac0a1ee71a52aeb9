// The cue is as short as it can be: “that” belongs to the claim.
import { moveEdge } from "../commands/move-edge.ts";
import type { Range } from "../model/range.ts";
import type { Span } from "../model/span.ts";
import { message } from "../words/message.ts";
import { type CheckOf, fixBy } from "./check.ts";
import { fits } from "./facts.ts";

export const cueWithThat: CheckOf<"span"> = {
  id: "cue-with-that",
  of: "span",
  severity: "style",
  page: "cue",
  find(span, { tagset }) {
    const range = fits(tagset, "cue", span.type) ? surplus(span) : null;
    return range ? { says: message("checks.cue-with-that-says"), range } : null;
  },
  fixes(span) {
    const range = surplus(span);
    if (!range) return [];
    return [
      fixBy(message("checks.fix-shorten-cue"), moveEdge, {
        span: span.id,
        segment: span.segments.length - 1,
        edge: "end",
        to: range.start,
      }),
    ];
  },
};

/** From the end of the words before it. */
function surplus({ segments }: Span): Range | null {
  const lastSegment = segments.at(-1);
  const match = lastSegment && /(?<=\S)\s+that$/iu.exec(lastSegment.quote);
  return match ? { start: lastSegment.start + match.index, end: lastSegment.end } : null;
}
