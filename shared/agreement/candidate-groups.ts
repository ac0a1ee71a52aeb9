// The groups of units that a best alignment can have: at most one unit of each annotator, and none that would cost less alone.
import type { Unit } from "./continuum.ts";
import type { Groups, StepBudget } from "./cover-prices.ts";
import type { MeasureOptions } from "./measure.ts";

export type GammaWeights = Pick<MeasureOptions, "alpha" | "beta" | "empty">;

/** `by`: the annotator's place. */
export interface PlacedUnit {
  readonly unit: Unit;
  readonly by: number;
}

/** How far two units are apart in place: 0 for the same edges, 1 for two neighbours of one length. */
export function positionalDistance(a: Unit, b: Unit): number {
  const lengths = a.end - a.start + (b.end - b.start);
  const edges = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
  if (edges === 0) return 0;
  return lengths === 0 ? Number.POSITIVE_INFINITY : (edges / lengths) ** 2;
}

/** The part of place in the distance of two units. */
export const placeDistance = (a: Unit, b: Unit, { alpha }: Pick<GammaWeights, "alpha">): number =>
  alpha === 0 ? 0 : alpha * positionalDistance(a, b);

const distance = (a: Unit, b: Unit, weights: GammaWeights): number =>
  placeDistance(a, b, weights) + (a.label === b.label ? 0 : weights.beta);

/** What it takes to look at a group, and to keep and weigh one. */
const stepsOf = { look: 10, group: 200 };

/** `units`: in the order of their starts. `null` when the steps are not enough to look at all groups. */
export function candidateGroups(
  units: readonly PlacedUnit[],
  annotators: number,
  weights: GammaWeights,
  steps: StepBudget,
): Groups | null {
  const { empty } = weights;
  const pairs = (annotators * (annotators - 1)) / 2;
  /** What one unit costs at most with the others of its group, so that it costs no less alone. */
  const bearable = (size: number): number => empty * (pairs + size - 1);
  const groups = { members: [] as number[], begins: [0], costs: [] as number[] };
  const add = (members: readonly number[], sums: readonly number[]): void => {
    const bound = bearable(members.length);
    if (sums.some((sum) => sum > bound)) return;
    const together = sums.reduce((total, sum) => total + sum, 0) / 2;
    const filled = (members.length * (members.length - 1)) / 2;
    steps.left -= stepsOf.group;
    groups.members.push(...members);
    groups.begins.push(groups.members.length);
    groups.costs.push((together + (pairs - filled) * empty) / pairs);
  };
  const farthest = bearable(annotators);
  /** What each member would cost with all the others, the new one last; `null` when they cannot be in one group. */
  const joinedBy = (members: readonly number[], sums: readonly number[], at: number): number[] | null => {
    const placed = units[at];
    if (!placed) return null;
    const joinedSums: number[] = [];
    let total = 0;
    for (let member = 0; member < members.length; member += 1) {
      const otherUnit = units[members[member] ?? -1];
      if (!otherUnit || otherUnit.by === placed.by) return null;
      const apart = distance(otherUnit.unit, placed.unit, weights);
      const sum = (sums[member] ?? 0) + apart;
      total += apart;
      if (sum > farthest || total > farthest) return null;
      joinedSums.push(sum);
    }
    joinedSums.push(total);
    return joinedSums;
  };
  const extend = (members: readonly number[], sums: readonly number[], behind: readonly number[]): void => {
    add(members, sums);
    if (members.length === annotators) return;
    for (let index = 0; index < behind.length; index += 1) {
      steps.left -= stepsOf.look;
      if (steps.left < 0) return;
      const at = behind[index] ?? -1;
      const joinedSums = joinedBy(members, sums, at);
      if (joinedSums) extend([...members, at], joinedSums, behind.slice(index + 1));
    }
  };
  const longest = units.reduce((most, { unit }) => Math.max(most, unit.end - unit.start), 0);
  for (const [first, head] of units.entries()) {
    const reach = reachOf(head.unit, longest, farthest, weights);
    const behind: number[] = [];
    for (
      let at = first + 1;
      at < units.length && (units[at]?.unit.start ?? 0) - head.unit.start <= reach;
      at += 1
    )
      if (joinedBy([first], [0], at)) behind.push(at);
    extend([first], [0], behind);
    if (steps.left < 0) return null;
  }
  return groups;
}

/** How far behind a unit's start another one can begin that may be grouped with it. */
function reachOf({ start, end }: Unit, longest: number, farthest: number, { alpha }: GammaWeights): number {
  const reach = Math.sqrt(farthest / alpha) * (end - start + longest);
  return Number.isFinite(reach) ? reach * (1 + 1e-9) : Number.POSITIVE_INFINITY;
}
