// The cue is as short as it can be: “that” belongs to the claim.
import { moveEdge } from "../commands/edit-segments.ts";
import type { ArticleText } from "../model/article-text.ts";
import type { Range } from "../model/range.ts";
import type { Span } from "../model/span.ts";
import { message } from "../words/message.ts";
import { type CheckOf, fixBy } from "./check.ts";
import { fits } from "./facts.ts";
import { edgeWordsOf } from "./words-of-claims.ts";

export const cueWithThat: CheckOf<"span"> = {
  id: "cue-with-that",
  of: "span",
  severity: "style",
  page: "cue",
  find(span, { tagset, text }) {
    const range = fits(tagset, "cue", span.type) ? surplus(span, text) : null;
    if (!range) return null;
    const word = text.text.slice(range.start, range.end).replace(/^,?\s+/u, "");
    return { says: message("checks.cue-with-that-says", { word }), range };
  },
  fixes(span, { text }) {
    const range = surplus(span, text);
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
function surplus({ segments }: Span, { language }: ArticleText): Range | null {
  const lastSegment = segments.at(-1);
  const match = lastSegment && edgeWordsOf(language).opener.exec(lastSegment.quote);
  return match ? { start: lastSegment.start + match.index, end: lastSegment.end } : null;
}
