// Which candidates stand for themselves, and which lie within the claim of another.
import { overlaps } from "../model/range.ts";
import type { Candidate } from "./candidate.ts";

export interface Rated {
  readonly candidate: Candidate;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** `within`: the index, in the same list, of the one whose claim holds this one; `null` at the top. */
export type Nested<One extends Rated = Rated> = One & { readonly within: number | null };

/** An outer candidate that is less sure than this gives way to a surer one that it would swallow. */
const doubtful = 0.45;
const surer = 0.2;
/** How many candidates on either side may touch one; keeps the work linear. */
const reach = 12;

/** In the order of their cues; of those with the same cue the surest. */
export function nest<One extends Rated>(rated: readonly One[]): Nested<One>[] {
  const ordered = [...rated].sort((a, b) => a.candidate.cue.start - b.candidate.cue.start);
  const single = filterNear(
    ordered,
    (one, others) => !others.some((other) => isSameCue(one, other) && beats(other, one)),
  );
  const plausible = filterNear(
    single,
    (one, others) =>
      one.confidence >= doubtful ||
      !others.some(
        ({ confidence, candidate }) =>
          confidence > one.confidence + surer && holds(one, { confidence, candidate }),
      ),
  );
  return plausible.map((one, at) => ({ ...one, within: holderOf(plausible, at) }));
}

function filterNear<One extends Rated>(
  ordered: readonly One[],
  keeps: (one: One, others: readonly One[]) => boolean,
): One[] {
  return ordered.filter((one, at) =>
    keeps(
      one,
      ordered.slice(Math.max(0, at - reach), at + reach + 1).filter((other) => other !== one),
    ),
  );
}

/** The innermost of those whose claim holds its cue; of two that hold each other the surer one is the outer one. */
function holderOf(kept: readonly Rated[], at: number): number | null {
  const rated = kept[at];
  if (!rated) return null;
  let holderIndex: number | null = null;
  let smallest = Infinity;
  for (let index = Math.max(0, at - reach); index <= Math.min(kept.length - 1, at + reach); index += 1) {
    const otherRated = kept[index];
    if (
      !otherRated ||
      index === at ||
      !holds(otherRated, rated) ||
      (holds(rated, otherRated) && beats(rated, otherRated))
    )
      continue;
    const length = otherRated.candidate.claim.reduce((sum, { start, end }) => sum + end - start, 0);
    if (length < smallest) [holderIndex, smallest] = [index, length];
  }
  return holderIndex;
}

const holds = (outer: Rated, inner: Rated): boolean =>
  outer.candidate.claim.some(
    ({ start, end }) => start <= inner.candidate.cue.start && inner.candidate.cue.end <= end,
  );

const isSameCue = (a: Rated, b: Rated): boolean => overlaps(a.candidate.cue, b.candidate.cue);

const beats = (a: Rated, b: Rated): boolean =>
  a.confidence > b.confidence ||
  (a.confidence === b.confidence && a.candidate.cue.start < b.candidate.cue.start);
