// The confidence in who is meant by a mention, apart from that in its words: by the reason for which it was taken for somebody’s.
import type { MentionReason } from "./entity-groups.ts";

/** How often each reason was right on our own gold, and how often it was given (`npm run bench:suggestions` counts it anew). */
export const countedReasons: Readonly<Record<MentionReason, readonly [right: number, all: number]>> = {
  first: [361, 369],
  "same-words": [27, 27],
  "same-name": [38, 39],
  spelling: [1, 1],
  acronym: [0, 0],
  "same-noun": [9, 9],
  role: [3, 4],
  "only-one": [8, 8],
  pronoun: [87, 93],
  "own-words": [1, 1],
  relative: [0, 0],
};

/** Reasons that were seen seldom are held to what all of them come to, as if that had been seen this often (a beta prior). */
const heldTo = { weight: 4, mean: 0.95 };

/** From 0 to 1. `counted`: other figures, for a measurement on articles held out. */
export function sureOfPerson(
  reason: MentionReason,
  counted: Readonly<Record<MentionReason, readonly [right: number, all: number]>> = countedReasons,
): number {
  const [right, all] = counted[reason];
  return (right + heldTo.weight * heldTo.mean) / (all + heldTo.weight);
}
