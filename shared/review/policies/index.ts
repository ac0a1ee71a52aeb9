// The registry of the policies for edges: a new one is one file and one line here.
import type { Range } from "../../model/range.ts";
import { finalPunctuation } from "./final-punctuation.ts";
import { leadingThat } from "./leading-that.ts";
import type { EdgePolicy } from "./policy.ts";
import { quotationMarks } from "./quotation-marks.ts";
import { whiteSpace } from "./white-space.ts";

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
