// What a policy is: a rule of what the edges of a span may hold or leave out without meaning anything else.
import type { Range } from "../../model/range.ts";
import type { Message } from "../../words/message.ts";

export interface EdgePolicy {
  readonly id: string;
  readonly name: Message;
  /** One sentence: what is the same under it. */
  readonly about: Message;
  /** The range without what the policy passes over at its edges; the same range where that is nothing. */
  trimmed(text: string, range: Range): Range;
}

/** The range without characters of this kind at its ends. Each of them is one code unit. */
export function withoutAtEnds(
  text: string,
  { start, end }: Range,
  isPassed: (unit: string) => boolean,
): Range {
  let [from, to] = [start, end];
  while (from < to && isPassed(text.charAt(from))) from += 1;
  while (to > from && isPassed(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
