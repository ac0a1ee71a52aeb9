// A stretch of the article left out of the analysis, e.g. boilerplate.
import type { Id } from "./id.ts";
import { joinRanges, type Range, touchesAny } from "./range.ts";
import type { Selector } from "./selector.ts";

export interface Exclusion {
  readonly id: Id;
  readonly segment: Selector;
  readonly reason: string;
}

/** Whether what begins at an offset, in UTF-16 code units, is left out; nothing is that has no place. */
export function exclusionTest(
  exclusions: readonly Pick<Exclusion, "segment">[],
): (place: Pick<Range, "start"> | null) => boolean {
  const excluded = joinRanges(exclusions.map(({ segment }) => segment));
  if (excluded.length === 0) return () => false;
  return (place) => place !== null && touchesAny(excluded, { start: place.start, end: place.start + 1 });
}
