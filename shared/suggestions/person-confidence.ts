// The confidence in who is meant by a mention, apart from that in its words: by the reason for which it was taken for somebody’s, and by
// whether somebody else stands before it whom its words fit as well.
import type { SuggestedMention } from "./suggested-card.ts";

/** What it goes by: the reason, or that somebody else may be meant. */
export type PersonGround = SuggestedMention["reason"] | "one-of-two";

export const groundOf = ({ reason, rival }: Pick<SuggestedMention, "reason" | "rival">): PersonGround =>
  rival ? "one-of-two" : reason;

type Counted = Readonly<Record<PersonGround, readonly [right: number, all: number]>>;

/** How often each was right on our own gold, and how often there (`npm run bench:suggestions` counts it anew). */
export const countedGrounds: Counted = {
  first: [361, 369],
  "same-words": [27, 27],
  "same-name": [37, 38],
  spelling: [1, 1],
  acronym: [0, 0],
  "same-noun": [9, 9],
  role: [3, 4],
  "only-one": [8, 8],
  pronoun: [68, 68],
  "own-words": [1, 1],
  relative: [0, 0],
  "one-of-two": [20, 26],
};

/** What was seen seldom is held to what all of them come to, as if that had been seen this often (a beta prior). */
const heldTo = { weight: 4, mean: 0.95 };
const priors: Partial<Record<PersonGround, typeof heldTo>> = {
  /** One choice in four is wrong until more is seen. */
  "one-of-two": { weight: 4, mean: 0.75 },
  /** From when on nobody else may be meant was drawn on the same gold, so that pronouns are surer there than elsewhere. */
  pronoun: { weight: 40, mean: 0.85 },
};

/** From 0 to 1. `counted`: other figures, for a measurement on articles held out. */
export function sureOfMention(
  mention: Pick<SuggestedMention, "reason" | "rival">,
  counted: Counted = countedGrounds,
): number {
  const ground = groundOf(mention);
  const [right, all] = counted[ground];
  const { weight, mean } = priors[ground] ?? heldTo;
  return (right + weight * mean) / (all + weight);
}
