// The continuum that annotation sets of several articles make: their spans by type, the articles one behind the other, so
// that a figure is pooled over all of them.
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import type { Continuum, Unit } from "./continuum.ts";

export interface AnnotatedText {
  /** UTF-16 code units of the text. */
  readonly length: number;
  readonly sets: readonly Pick<AnnotationSetJson, "annotatorId" | "spans">[];
}

/**
 * Only articles that all of the annotators have a set of count. A span of several segments is a unit a segment.
 * `types` are those that count; absent: all.
 */
export function continuumOf(
  texts: readonly AnnotatedText[],
  annotators: readonly { readonly id: Id; readonly name: string }[],
  types?: ReadonlySet<string>,
): Continuum {
  const units = new Map<Id, Unit[]>(annotators.map(({ id }) => [id, []]));
  let length = 0;
  const breaks: number[] = [];
  for (const { length: own, sets } of texts) {
    const found = annotators.map(({ id }) => sets.find(({ annotatorId }) => annotatorId === id));
    if (found.some((set) => set === undefined)) continue;
    if (length > 0) breaks.push(length);
    for (const set of found)
      for (const { type, segments } of set?.spans ?? [])
        if (!types || types.has(type))
          for (const { start, end } of segments)
            units
              .get(set?.annotatorId ?? "")
              ?.push({ start: length + start, end: length + end, label: type });
    length += own;
  }
  return {
    length,
    annotators: annotators.map(({ id, name }) => ({ name, units: units.get(id) ?? [] })),
    ...(breaks.length > 0 && { breaks }),
  };
}
