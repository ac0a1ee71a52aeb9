// Everybody's marks as a continuum, with the edges as they are or as the policies see them; and character by character.
import type { Continuum, Unit } from "../../agreement/continuum.ts";
import type { Ratings, UnitRatings } from "../../agreement/ratings.ts";
import { records } from "../../model/table.ts";
import { trimmedBy } from "../edge-policies.ts";
import { nothing } from "./answers.ts";
import type { CompareChoice, ComparedArticle } from "./compared-article.ts";

/** The articles one behind the other; a span of several segments is a unit a segment. `policies`: none for strict figures. */
export function continuumFrom(
  annotators: readonly string[],
  articles: readonly Pick<ComparedArticle, "text" | "sets">[],
  { policies, types }: Pick<CompareChoice, "policies" | "types">,
): Continuum {
  const units: Unit[][] = annotators.map(() => []);
  const breaks: number[] = [];
  let length = 0;
  for (const { text, sets } of articles) {
    if (length > 0) breaks.push(length);
    for (const [at, set] of sets.entries())
      for (const { type, segments } of records(set.spans))
        if (types === null || types.has(type))
          for (const { start, end } of trimmedBy(policies, text.text, segments))
            units[at]?.push({ start: length + start, end: length + end, label: type });
    length += text.text.length;
  }
  return {
    length,
    annotators: annotators.map((name, at) => ({ name, units: units[at] ?? [] })),
    ...(breaks.length > 0 && { breaks }),
  };
}

/** A rating a character: the labels that lie over it, in order, or nothing. */
export function characterRatings({ length, annotators }: Continuum): Ratings {
  const edges = new Set([0, length]);
  for (const { units } of annotators)
    for (const { start, end } of units) {
      edges.add(start);
      edges.add(end);
    }
  const cuts = [...edges].sort((a, b) => a - b);
  const columns = annotators.map(({ units }) => labelsBetween(units, cuts));
  const units: UnitRatings[] = [];
  for (const [number, start] of cuts.entries()) {
    const end = cuts[number + 1] ?? start;
    // One value for the whole stretch, so that what measures know of it is found once.
    const values = columns.map((column) => column[number] ?? nothing);
    for (let at = start; at < end; at += 1) units.push(values);
  }
  return { annotators: annotators.map(({ name }) => name), units };
}

function labelsBetween(units: readonly Unit[], cuts: readonly number[]): readonly string[] {
  const place = new Map(cuts.map((cut, at) => [cut, at]));
  const over: Set<string>[] = cuts.map(() => new Set());
  for (const { start, end, label } of units)
    for (let at = place.get(start) ?? 0; at < (place.get(end) ?? 0); at += 1) over[at]?.add(label);
  return over.map((labels) => (labels.size === 0 ? nothing : [...labels].sort().join("|")));
}

/** The continuum of two of its annotators. */
export const ofPair = (continuum: Continuum, a: number, b: number): Continuum => ({
  ...continuum,
  annotators: [continuum.annotators[a], continuum.annotators[b]].flatMap((one) => one ?? []),
});

/** Stretches between which nobody's unit lies over the cut, each as a continuum of its own: what a bootstrap draws. */
export function passagesOf(continuum: Continuum): readonly Continuum[] {
  const placedUnits = continuum.annotators
    .flatMap(({ units }, by) => units.map((unit) => ({ unit, by })))
    .sort((a, b) => a.unit.start - b.unit.start || a.unit.end - b.unit.end);
  const breaks = [...(continuum.breaks ?? []), Number.POSITIVE_INFINITY];
  const passages: Continuum[] = [];
  let from = 0;
  let reached = 0;
  let passageUnits: typeof placedUnits = [];
  const close = (to: number): void => {
    if (passageUnits.length === 0) return;
    const start = from;
    const unitsToClose = passageUnits;
    passages.push({
      length: to - start,
      annotators: continuum.annotators.map(({ name }, at) => ({
        name,
        units: unitsToClose.flatMap(({ unit, by }) =>
          by === at ? [{ ...unit, start: unit.start - start, end: unit.end - start }] : [],
        ),
      })),
    });
    from = to;
    passageUnits = [];
  };
  for (const placedUnit of placedUnits) {
    if (placedUnit.unit.start >= reached && passageUnits.length > 0) {
      const cut = breaks.find((end) => end >= reached) ?? Number.POSITIVE_INFINITY;
      close(Math.min(placedUnit.unit.start, Math.max(reached, cut)));
    }
    passageUnits.push(placedUnit);
    reached = Math.max(reached, placedUnit.unit.end);
  }
  close(continuum.length);
  return passages;
}

/** Passages one behind the other again. */
export function joinPassages(passages: readonly Continuum[]): Continuum {
  let length = 0;
  const units: Unit[][] = passages[0]?.annotators.map(() => []) ?? [];
  const breaks: number[] = [];
  for (const { length: own, annotators } of passages) {
    if (length > 0) breaks.push(length);
    for (const [at, one] of annotators.entries())
      for (const unit of one.units)
        units[at]?.push({ ...unit, start: unit.start + length, end: unit.end + length });
    length += own;
  }
  const names = passages[0]?.annotators.map(({ name }) => name) ?? [];
  return { length, annotators: names.map((name, at) => ({ name, units: units[at] ?? [] })), breaks };
}
