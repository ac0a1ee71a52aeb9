// Time and place stay out of the cue: “said”, not “said on Tuesday”.
import { moveEdge } from "../commands/edit-segments.ts";
import type { ArticleText } from "../model/article-text.ts";
import { memoize } from "../model/memoize.ts";
import type { Range } from "../model/range.ts";
import type { Span } from "../model/span.ts";
import { message } from "../words/message.ts";
import { type CheckOf, fixBy } from "./check.ts";
import { fits } from "./facts.ts";
import { edgeWordsOf } from "./words-of-claims.ts";

const places = memoize(({ time }: ReturnType<typeof edgeWordsOf>) => ({
  atEnd: new RegExp(`(?<=\\S)\\s+${time}$`, "iu"),
  atStart: new RegExp(`^${time}\\s+(?=\\S)`, "iu"),
}));

interface Surplus extends Range {
  readonly segment: number;
  readonly edge: "start" | "end";
}

export const cueWithTime: CheckOf<"span"> = {
  id: "cue-with-time",
  of: "span",
  severity: "style",
  page: "cue",
  find(span, { tagset, text }) {
    const timePhrase = fits(tagset, "cue", span.type) ? surplus(span, text) : null;
    return timePhrase
      ? {
          says: message("checks.cue-with-time-says"),
          range: { start: timePhrase.start, end: timePhrase.end },
        }
      : null;
  },
  fixes(span, { text }) {
    const timePhrase = surplus(span, text);
    if (!timePhrase) return [];
    const { segment, edge } = timePhrase;
    const to = edge === "end" ? timePhrase.start : timePhrase.end;
    return [fixBy(message("checks.fix-shorten-cue"), moveEdge, { span: span.id, segment, edge, to })];
  },
};

function surplus({ segments }: Span, { language }: ArticleText): Surplus | null {
  const { atEnd, atStart } = places(edgeWordsOf(language));
  for (const [segment, { start, end, quote }] of segments.entries()) {
    const endMatch = atEnd.exec(quote);
    if (endMatch) return { segment, edge: "end", start: start + endMatch.index, end };
    const startMatch = atStart.exec(quote);
    if (startMatch) return { segment, edge: "start", start, end: start + startMatch[0].length };
  }
  return null;
}
