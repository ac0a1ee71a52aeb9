// The policies for edges: what is passed over at the edges of spans that are compared. A new one stands here, and in the list of them.
import type { Range } from "../model/range.ts";
import { type Message, message } from "../words/message.ts";

/** A rule of what the edges of a span may hold or leave out without meaning anything else. */
export interface EdgePolicy {
  readonly id: string;
  readonly name: Message;
  /** One sentence: what is the same under it. */
  readonly about: Message;
  /** The range without what the policy passes over at its edges; the same range where that is nothing. */
  trimmed(text: string, range: Range): Range;
}

/** The range without characters of this kind at its ends. Each of them is one code unit. */
function withoutAtEnds(text: string, { start, end }: Range, isPassed: (unit: string) => boolean): Range {
  let [from, to] = [start, end];
  while (from < to && isPassed(text.charAt(from))) from += 1;
  while (to > from && isPassed(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

const whiteSpace: EdgePolicy = {
  id: "white-space",
  name: message("review.white-space"),
  about: message("review.white-space-about"),
  trimmed: (text, range) => withoutAtEnds(text, range, (unit) => /\s/u.test(unit)),
};

const quoteMarks = "\"'“”„‟‘’‚‛«»‹›「」『』";

/** At the edges, single ones among them. */
const quotationMarks: EdgePolicy = {
  id: "quotation-marks",
  name: message("review.quotation-marks"),
  about: message("review.quotation-marks-about"),
  trimmed: (text, range) => withoutAtEnds(text, range, (unit) => quoteMarks.includes(unit)),
};

const finalMarks = ".,;:!?…–—。，；：！？、،؛؟۔";

/** Marks that end a sentence or part its clauses, at the end. */
const finalPunctuation: EdgePolicy = {
  id: "final-punctuation",
  name: message("review.final-punctuation"),
  about: message("review.final-punctuation-about"),
  trimmed(text, { start, end }) {
    let to = end;
    while (to > start && finalMarks.includes(text.charAt(to - 1))) to -= 1;
    return { start, end: to };
  },
};

const conjunction = /^(?:that|dass|daß|que|qu['’]|che|dat|att|at|że|что)(?!\p{L})\s*/iu;
/** No conjunction with the space after it is longer. */
const longest = 16;

/** The conjunction with which a claim begins: "that", and its like in the languages that newsrooms write. */
const leadingThat: EdgePolicy = {
  id: "leading-that",
  name: message("review.leading-that"),
  about: message("review.leading-that-about"),
  trimmed(text, { start, end }) {
    const match = conjunction.exec(text.slice(start, Math.min(end, start + longest)));
    return { start: start + (match?.[0].length ?? 0), end };
  },
};

/** Every policy, in the order in which they are offered. */
export const edgePolicies: readonly EdgePolicy[] = [
  whiteSpace,
  quotationMarks,
  finalPunctuation,
  leadingThat,
];

export const edgePolicyById = (id: string): EdgePolicy | undefined =>
  edgePolicies.find((policy) => policy.id === id);

/**
 * Ranges without what the policies pass over at the edges of each, until none finds any more; of one that would be left
 * with nothing the range itself.
 */
export function trimmedBy(
  policies: readonly EdgePolicy[],
  text: string,
  ranges: readonly Range[],
): readonly Range[] {
  return ranges.map(({ start, end }) => {
    let range: Range = { start, end };
    for (
      let previousRange: Range | null = null;
      previousRange?.start !== range.start || previousRange.end !== range.end;
    ) {
      previousRange = range;
      for (const policy of policies) range = policy.trimmed(text, range);
    }
    return range.start < range.end ? range : { start, end };
  });
}
