// The best alignment of what several annotators marked, and its disorder (Mathet, Widlöcher & Métivier 2015, Computational
// Linguistics 41(3)). The work is bounded: where it does not suffice the alignment is a good one, and it says how good.
import { compareCodeUnits } from "../model/compare-code-units.ts";
import { candidateGroups, type GammaWeights, type PlacedUnit } from "./candidate-groups.ts";
import { cheapestCover } from "./cheapest-cover.ts";
import type { Continuum, Unit } from "./continuum.ts";
import type { StepBudget } from "./cover-prices.ts";

/** At most one unit of each annotator, in the annotators' order; `null` where one has none. Never all `null`. */
type UnitaryAlignment = readonly (Unit | null)[];

/** For one text; some seconds at most. */
export const mostSteps = 200_000_000;

/** `cost`: that of all groups together; `least`: what they cost in any alignment. */
export interface AlignedText {
  readonly groups: readonly UnitaryAlignment[];
  readonly cost: number;
  readonly least: number;
}

/**
 * Of a continuum of one text. `null` when so many units lie over each other that not all groups that they could form can be looked at.
 */
export function alignedText(
  continuum: Continuum,
  weights: GammaWeights,
  steps: StepBudget,
): AlignedText | null {
  const { annotators } = continuum;
  const units = inReadingOrder(continuum);
  const candidates = candidateGroups(units, annotators.length, weights, steps);
  if (!candidates) return null;
  const { cost, least, chosen } = cheapestCover(units.length, candidates, steps);
  const { members, begins } = candidates;
  const groups = chosen.map((group) => {
    const unitary: (Unit | null)[] = annotators.map(() => null);
    for (const at of members.slice(begins[group], begins[group + 1])) {
      const placed = units[at];
      if (placed) unitary[placed.by] = placed.unit;
    }
    return unitary;
  });
  return { groups, cost, least };
}

const inReadingOrder = ({ annotators }: Continuum): readonly PlacedUnit[] =>
  annotators
    .flatMap(({ units }, by) => units.map((unit) => ({ unit, by })))
    .sort(
      (a, b) =>
        a.unit.start - b.unit.start ||
        a.unit.end - b.unit.end ||
        a.by - b.by ||
        compareCodeUnits(a.unit.label, b.unit.label),
    );
