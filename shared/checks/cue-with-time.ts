// Time and place stay out of the cue: “said”, not “said on Tuesday”.
import { moveEdge } from "../commands/move-edge.ts";
import type { Range } from "../model/range.ts";
import type { Span } from "../model/span.ts";
import { message } from "../words/message.ts";
import { type CheckOf, fixBy } from "./check.ts";
import { fits } from "./facts.ts";

/** Words that are times and nothing else. */
const time =
  "(?:(?:on|late|early)\\s+)*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|(?:last|this|next)\\s+(?:week|month|year|night))(?:\\s+(?:morning|afternoon|evening|night))?";
const atEnd = new RegExp(`(?<=\\S)\\s+${time}$`, "iu");
const atStart = new RegExp(`^${time}\\s+(?=\\S)`, "iu");

interface Surplus extends Range {
  readonly segment: number;
  readonly edge: "start" | "end";
}

export const cueWithTime: CheckOf<"span"> = {
  id: "cue-with-time",
  of: "span",
  severity: "style",
  title: message("checks.cue-with-time"),
  why: message("checks.cue-with-time-why"),
  page: "cue",
  find(span, { tagset }) {
    const found = fits(tagset, "cue", span.type) ? surplus(span) : null;
    return found
      ? { says: message("checks.cue-with-time-says"), range: { start: found.start, end: found.end } }
      : null;
  },
  fixes(span) {
    const found = surplus(span);
    if (!found) return [];
    const { segment, edge } = found;
    const to = edge === "end" ? found.start : found.end;
    return [fixBy(message("checks.fix-shorten-cue"), moveEdge, { span: span.id, segment, edge, to })];
  },
};

function surplus({ segments }: Span): Surplus | null {
  for (const [segment, { start, end, quote }] of segments.entries()) {
    const last = atEnd.exec(quote);
    if (last) return { segment, edge: "end", start: start + last.index, end };
    const first = atStart.exec(quote);
    if (first) return { segment, edge: "start", start, end: start + first[0].length };
  }
  return null;
}
