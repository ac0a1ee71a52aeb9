// Who stands with whom in a difference.
import type { Difference } from "../../../shared/review/difference.ts";
import type { Person } from "../../../shared/review/people.ts";
import type { ShownColumn } from "./shown-columns.ts";

/** Those who say the same, in the order of their letters; the largest side first. Who has nothing to say is on no side. */
export function sidesOf(
  { classes }: Pick<Difference, "classes">,
  columns: readonly ShownColumn[],
): readonly (readonly Person[])[] {
  const sides = new Map<number, Person[]>();
  for (const { person, column } of columns) {
    const side = classes[column];
    if (side === null || side === undefined) continue;
    const others = sides.get(side);
    if (others) others.push(person);
    else sides.set(side, [person]);
  }
  return [...sides.values()].sort((a, b) => b.length - a.length);
}
