// What an act may leave behind that met a fault of the disk, and that harms nothing.
import type { Plan } from "./act.ts";
import { pictureOf, type Truth } from "./truth.ts";

/** Values of parts: an article that was not acknowledged, entities that nothing mentions. */
export function leftBy({ stages, mayAdd = [] }: Plan, truth: Truth): string[] {
  const [before, after] = [truth, stages.at(-1) ?? truth].map(pictureOf);
  const entities = Object.entries({ ...before, ...after }).filter(([part]) => part.startsWith("entity "));
  return [
    ...mayAdd,
    ...entities.flatMap(([part, value]) => (before?.[part] && after?.[part] ? [] : [value])),
  ];
}
