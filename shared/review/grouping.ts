// Groups of units while they are being sought: what two parts save by becoming one group, and which of two groupings is the
// better one.

/** What the search needs of an `Affinity`. */
export interface Ties {
  readonly columns: readonly number[];
  readonly starts: readonly number[];
  readonly near: readonly ReadonlyMap<number, number>[];
  readonly saved: readonly number[];
}

/** Numbers of units, ascending; at most one of each column. */
export type Group = readonly number[];

/**
 * How good a grouping of some units is: what it saves against groups of one; then how many groups fewer it has; then how
 * far left its groups begin (the further right the units stand that begin none, the better) and how near in the order of all
 * units those of a group are.
 */
export interface Quality {
  readonly saved: number;
  readonly merges: number;
  readonly left: number;
}

/** Above 0 when `a` is the better one. */
export const compareQuality = (a: Quality, b: Quality): number =>
  a.saved - b.saved || a.merges - b.merges || a.left - b.left;

/** What two groups save by becoming one; `null` when they must not, since a pair of theirs must not. */
export function savedByJoining({ near, saved }: Ties, a: Group, b: Group): number | null {
  const [first, second] = [a.length, b.length];
  let sum = (saved[first + second] ?? 0) - (saved[first] ?? 0) - (saved[second] ?? 0);
  for (const unit of a)
    for (const otherUnit of b) {
      const cost = near[unit]?.get(otherUnit);
      if (cost === undefined) return null;
      sum -= cost;
    }
  return sum;
}

export function qualityOf(ties: Ties, groups: readonly Group[]): Quality {
  let quality: Quality = { saved: 0, merges: 0, left: 0 };
  for (const group of groups) {
    for (let at = 1; at < group.length; at += 1) {
      const unit = group.slice(at, at + 1);
      quality = {
        saved: quality.saved + (savedByJoining(ties, group.slice(0, at), unit) ?? Number.NEGATIVE_INFINITY),
        merges: quality.merges + 1,
        left: quality.left + leftByJoining(ties, group.slice(0, 1), unit),
      };
    }
  }
  return quality;
}

/** What two groups add to `left` by becoming one. */
export function leftByJoining({ starts }: Pick<Ties, "starts">, a: Group, b: Group): number {
  const [first, second] = [a[0] ?? 0, b[0] ?? 0];
  const later = first < second ? b : a;
  return (starts[Math.max(first, second)] ?? 0) - later.length * Math.abs(first - second);
}

export const joinGroups = (a: Group, b: Group): Group => [...a, ...b].sort((one, other) => one - other);
