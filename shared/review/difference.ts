// The differences that two or more annotators can have, and who of them says the same.
import type { Range } from "../model/range.ts";

/** From what is smallest to decide to what is largest. */
export const aspects = [
  "field",
  "kind",
  "about",
  "entity",
  "edges",
  "via",
  "cue",
  "voice",
  "nesting",
  "type",
  "claim",
  "missing",
] as const;

/**
 * `missing`: not everybody has it; `edges`: other places; `type`: another span type; `kind`: direct, indirect, mixed;
 * `voice`, `cue`, `claim`, `via`: other spans in the slot; `nesting`: within another card; `entity`: a mention of somebody
 * else; `about`: a claim about others; `field`: another value.
 */
export type Aspect = (typeof aspects)[number];

/** What an annotator said, as data: a value, the id of a type or an entity, those of several with blanks between them, or places in the text. */
export type SaidValue = string | boolean | null | readonly Range[];

export interface Difference {
  readonly aspect: Aspect;
  /** For `field`: which. */
  readonly field?: string;
  /** By annotator: the same number for those who say the same, counted from 0; `null` for one without the unit. */
  readonly classes: readonly (number | null)[];
  readonly said: readonly SaidValue[];
  /** True when nobody differs any more under the policies chosen. */
  readonly isPassed: boolean;
}

/** Who says the same, where saying the same is told by pairs; whoever is tied through others counts too. */
export function classesOf<T>(
  values: readonly (T | undefined)[],
  isSame: (a: T, b: T) => boolean,
): (number | null)[] {
  const classes: T[][] = [];
  for (const value of values) {
    if (value === undefined) continue;
    const alike = classes.filter((members) => members.some((member) => isSame(member, value)));
    const [first, ...rest] = alike;
    if (!first) classes.push([value]);
    else {
      first.push(value, ...rest.flat());
      for (const mergedClass of rest) classes.splice(classes.indexOf(mergedClass), 1);
    }
  }
  return values.map((value) =>
    value === undefined ? null : classes.findIndex((members) => members.includes(value)),
  );
}

/** True when more than one thing is said. */
export const differs = (classes: readonly (number | null)[]): boolean =>
  classes.some((one) => one !== null && one > 0);

/** The smallest first; fields keep their order. */
export const bySize = (a: Pick<Difference, "aspect">, b: Pick<Difference, "aspect">): number =>
  aspects.indexOf(a.aspect) - aspects.indexOf(b.aspect);
