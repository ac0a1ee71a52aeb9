// A continuum: a stretch of text on which several annotators placed units, each with a label. Ends are exclusive.
import { compareCodeUnits } from "../model/compare-code-units.ts";

export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

export interface Continuum {
  /** Units of text, such as characters, from 0. */
  readonly length: number;
  readonly annotators: readonly { readonly name: string; readonly units: readonly Unit[] }[];
  /** Where further texts begin, when several stand one behind the other: units are aligned within one text. */
  readonly breaks?: readonly number[];
}

/**
 * The texts that stand one behind the other, each a continuum of its own with places from its own beginning. A unit is of the text
 * in which it begins.
 */
export function textsOf({ length, breaks = [], annotators }: Continuum): readonly Continuum[] {
  const starts = [0, ...breaks];
  const units = starts.map(() => annotators.map((): Unit[] => []));
  for (const [by, one] of annotators.entries())
    for (const { start, end, label } of one.units) {
      const text = Math.max(0, breaks.findLastIndex((at) => at <= start) + 1);
      const from = starts[text] ?? 0;
      units[text]?.[by]?.push({ start: start - from, end: end - from, label });
    }
  return starts.map((start, text) => ({
    length: (breaks[text] ?? length) - start,
    annotators: annotators.map(({ name }, by) => ({ name, units: units[text]?.[by] ?? [] })),
  }));
}

/** A stretch of one annotator's continuum: a unit, or (`label` null) the gap before, between or after units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly label: string | null;
}

export const unitCount = ({ annotators }: Continuum): number =>
  annotators.reduce((count, { units }) => count + units.length, 0);

export const labelsOf = ({ annotators }: Continuum): readonly string[] =>
  [...new Set(annotators.flatMap(({ units }) => units.map(({ label }) => label)))].sort();

/** By place; equal places by label, so that nothing depends on the order in which they came. */
export const unitsByPlace = (units: readonly Unit[]): readonly Unit[] =>
  [...units].sort((a, b) => a.start - b.start || a.end - b.end || compareCodeUnits(a.label, b.label));

/** True when two units of one annotator share some text. */
export function hasOverlaps(units: readonly Unit[]): boolean {
  let reached = Number.NEGATIVE_INFINITY;
  for (const { start, end } of unitsByPlace(units)) {
    if (start < reached) return true;
    reached = Math.max(reached, end);
  }
  return false;
}

/** The whole continuum as one annotator parted it. The units must not overlap; those without length are passed over. */
export function stretchesOf(units: readonly Unit[], length: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end, label } of unitsByPlace(units)) {
    if (end <= start) continue;
    if (start > at) stretches.push({ start: at, end: start, label: null });
    stretches.push({ start, end, label });
    at = end;
  }
  if (at < length) stretches.push({ start: at, end: length, label: null });
  return stretches;
}

/** Units that overlap or touch nothing of their kind any more: what they cover together. */
export function covered(units: readonly Unit[]): readonly Unit[] {
  const merged: Unit[] = [];
  for (const unit of unitsByPlace(units)) {
    const lastUnit = merged.at(-1);
    if (lastUnit && unit.start < lastUnit.end)
      merged[merged.length - 1] = { ...lastUnit, end: Math.max(lastUnit.end, unit.end) };
    else merged.push(unit);
  }
  return merged;
}

export const lengthOf = ({ start, end }: Pick<Unit, "start" | "end">): number => end - start;

/** How much text two stretches share. */
export const shared = (a: Pick<Unit, "start" | "end">, b: Pick<Unit, "start" | "end">): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
