// The best alignment of what several annotators marked, and its disorder (Mathet, Widlöcher & Métivier 2015, Computational
// Linguistics 41(3)). The work is bounded: where it does not suffice the alignment is a good one, and it says how good.
import { compareCodeUnits } from "../model/compare-code-units.ts";
import { candidateGroups, type GammaWeights, type PlacedUnit } from "./candidate-groups.ts";
import type { Continuum, Unit } from "./continuum.ts";
import { beyondPrices, type Groups, pricesOf, type StepBudget } from "./cover-prices.ts";

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

// The cheapest way of covering units, each exactly once, by groups that are given with their costs. Prices of the units say what
// any cover costs at least; groups that cost too far beyond them are in no cheapest cover, and what is left falls into
// small parts, each covered from the left by keeping the cheapest way to every state of what is covered already.

interface Cover {
  readonly cost: number;
  /** No cover costs less: as much as `cost` where it is the cheapest one for certain. */
  readonly least: number;
  /** The groups taken, by number. */
  readonly chosen: readonly number[];
}

/** Costs that are no farther apart are the same. */
const slack = 1e-7;
/** How far beyond the prices groups are looked at in the second round, and how many times as far in each one after it. */
const widened = { first: 1 / 32, by: 4 };

/** The units are numbered from 0. With too few steps the cover is a good one, and `least` says how good. */
export function cheapestCover(units: number, groups: Groups, steps: StepBudget): Cover {
  const prices = pricesOf(units, groups, steps);
  const beyond = groups.costs.map((_, group) => Math.max(0, beyondPrices(groups, prices, group)));
  const near = coverWithin(units, groups, beyond, { within: slack, most: Number.POSITIVE_INFINITY, steps });
  let best = near === null || near === "too long" ? quickCover(units, groups, beyond) : near;
  let tried: typeof near = near;
  for (let within = slack; tried !== "too long"; ) {
    // Whatever costs less is made of groups that were looked at.
    if (best.beyond <= within) return coverBy(best, groups, null);
    within = Math.min(best.beyond, tried ? best.beyond : Math.max(widened.first, within * widened.by));
    tried = coverWithin(units, groups, beyond, { within, most: best.beyond + slack, steps });
    if (tried !== null && tried !== "too long" && tried.beyond <= best.beyond) best = tried;
  }
  return coverBy(best, groups, prices);
}

/** `prices`: where it is not known to be the cheapest. */
function coverBy({ chosen }: FoundGroup, { costs }: Groups, prices: Float64Array | null): Cover {
  const cost = chosen.reduce((sum, group) => sum + (costs[group] ?? 0), 0);
  const least = prices ? prices.reduce((sum, price) => sum + price, 0) : cost;
  return { cost, least: Math.min(cost, least), chosen };
}

/** `beyond`: what it costs more than the prices. */
interface FoundGroup {
  readonly beyond: number;
  readonly chosen: readonly number[];
}

interface Search {
  /** A cover that costs so much beyond the prices is there already. */
  readonly most: number;
  readonly steps: StepBudget;
}

/** The cheapest cover by groups that cost no more than `within` beyond the prices; `null` when there is none. */
function coverWithin(
  units: number,
  groups: Groups,
  beyond: readonly number[],
  { within, most, steps }: Search & { readonly within: number },
): FoundGroup | "too long" | null {
  const near: number[] = [];
  for (const [group, rest] of beyond.entries()) if (rest <= within) near.push(group);
  let total = 0;
  const chosenGroups: number[] = [];
  for (const part of partsOf(units, groups, near)) {
    const cover = coverOf(part, groups, beyond, { most, steps });
    if (cover === "too long" || cover === null) return cover;
    total += cover.beyond;
    for (const group of cover.chosen) chosenGroups.push(group);
  }
  return { beyond: total, chosen: chosenGroups.sort((a, b) => a - b) };
}

/** Units that groups tie together, and these groups; both in order. */
interface Part {
  readonly units: number[];
  readonly groups: number[];
}

function partsOf(units: number, { members, begins }: Groups, near: readonly number[]): readonly Part[] {
  const root = Int32Array.from({ length: units }, (_, unit) => unit);
  const rootOf = (unit: number): number => {
    let at = unit;
    while (root[at] !== at) {
      root[at] = root[root[at] ?? 0] ?? 0;
      at = root[at] ?? 0;
    }
    return at;
  };
  for (const group of near) {
    const firstRoot = rootOf(members[begins[group] ?? 0] ?? 0);
    for (let at = (begins[group] ?? 0) + 1; at < (begins[group + 1] ?? 0); at += 1)
      root[rootOf(members[at] ?? 0)] = firstRoot;
  }
  const parts = new Map<number, Part>();
  for (let unit = 0; unit < units; unit += 1) {
    const part = parts.get(rootOf(unit));
    if (part) part.units.push(unit);
    else parts.set(rootOf(unit), { units: [unit], groups: [] });
  }
  for (const group of near) parts.get(rootOf(members[begins[group] ?? 0] ?? 0))?.groups.push(group);
  return [...parts.values()];
}

/** What it takes to go from one state to the next. */
const stepsOfState = 100;

/** A partial cover: everything before its next unit, and these behind it. */
interface Partial {
  readonly beyond: number;
  /** Units behind the next one that are covered already, in order. */
  readonly ahead: readonly number[];
  readonly last: { readonly group: number; readonly before: Partial } | null;
}

function coverOf(
  { units, groups: those }: Part,
  { members, begins }: Groups,
  beyond: readonly number[],
  { most, steps }: Search,
): FoundGroup | "too long" | null {
  const [only] = those;
  if (only === undefined) return null;
  if (those.length === 1) {
    const isWhole = (begins[only + 1] ?? 0) - (begins[only] ?? 0) === units.length;
    return isWhole ? { beyond: beyond[only] ?? 0, chosen: [only] } : null;
  }
  const place = new Map(units.map((unit, at) => [unit, at]));
  const states = new Map<number, Map<string, Partial>>([
    [0, new Map([["", { beyond: 0, ahead: [], last: null }]])],
  ]);
  let from = 0;
  for (const [next, unit] of units.entries()) {
    const partials = states.get(next);
    states.delete(next);
    const begin = from;
    while (from < those.length && members[begins[those[from] ?? 0] ?? 0] === unit) from += 1;
    for (const partial of partials?.values() ?? [])
      for (let at = begin; at < from; at += 1) {
        steps.left -= stepsOfState;
        if (steps.left < 0) return "too long";
        const group = those[at] ?? 0;
        const added = members.slice((begins[group] ?? 0) + 1, begins[group + 1]);
        if (added.some((one) => partial.ahead.includes(one))) continue;
        const cost = partial.beyond + (beyond[group] ?? 0);
        if (cost > most) continue;
        const ahead = [...partial.ahead, ...added].sort((a, b) => a - b);
        let to = next + 1;
        let takenCount = 0;
        while (takenCount < ahead.length && place.get(ahead[takenCount] ?? -1) === to) {
          to += 1;
          takenCount += 1;
        }
        keepCheapest(states, to, {
          beyond: cost,
          ahead: ahead.slice(takenCount),
          last: { group, before: partial },
        });
      }
  }
  const end = states.get(units.length)?.get("");
  return end ? { beyond: end.beyond, chosen: chosenIn(end) } : null;
}

function keepCheapest(states: Map<number, Map<string, Partial>>, next: number, partial: Partial): void {
  const partials = states.get(next) ?? new Map<string, Partial>();
  states.set(next, partials);
  const key = partial.ahead.join();
  const previousPartial = partials.get(key);
  if (!previousPartial || previousPartial.beyond > partial.beyond + 1e-12) partials.set(key, partial);
}

function chosenIn(end: Partial): readonly number[] {
  const chosenGroups: number[] = [];
  for (let step = end.last; step; step = step.before.last) chosenGroups.push(step.group);
  return chosenGroups.reverse();
}

/** A cover that takes, over and over, the group that costs least beyond its members' prices and still fits. */
function quickCover(units: number, { members, begins }: Groups, beyond: readonly number[]): FoundGroup {
  const order = Array.from(beyond.keys()).sort((a, b) => (beyond[a] ?? 0) - (beyond[b] ?? 0) || a - b);
  const covered = new Uint8Array(units);
  const chosenGroups: number[] = [];
  let total = 0;
  for (const group of order) {
    const those = members.slice(begins[group], begins[group + 1]);
    if (those.some((unit) => covered[unit])) continue;
    for (const unit of those) covered[unit] = 1;
    chosenGroups.push(group);
    total += beyond[group] ?? 0;
  }
  return { beyond: total, chosen: chosenGroups.sort((a, b) => a - b) };
}
