// "According to the ministry, …", "…, according to two officials".
import type { Surroundings } from "./around-claim.ts";
import type { Candidate } from "./proposal.ts";
import { subjectBehind } from "./subject.ts";
import type { Token } from "./tokens.ts";
import { rangeOf } from "./verb-group.ts";

/** How many words may stand between the claim and "according". */
const farthest = 8;

export function accordingTo({ before, behind }: Surroundings): Candidate | null {
  return (
    named(behind, behind.findIndex(isAccording), farthest) ??
    named(before, before.findLastIndex(isAccording), 0)
  );
}

const isAccording = ({ lower }: Token): boolean => lower === "according";

/** `within`: the greatest index at which it may stand; 0 means at the beginning of the sentence. */
function named(tokens: readonly Token[], at: number, within: number): Candidate | null {
  if (at < 0 || at > within || tokens[at + 1]?.lower !== "to") return null;
  if (tokens.slice(0, at).some(({ mark }) => mark === "stop")) return null;
  const who = subjectBehind(tokens, at + 2);
  return who && { voice: who.range, cue: rangeOf(tokens, at, at + 1), rule: "according-to", score: 0.92 };
}
