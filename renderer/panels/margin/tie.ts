// The line in the margin that ties the card in focus to its words: as tall as all of them, with a tick where each begins.
import type { AnnotationSet } from "../../../shared/model/annotation-set.ts";
import { type Attribution, spansOf } from "../../../shared/model/attribution.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Range } from "../../../shared/model/range.ts";
import { get } from "../../../shared/model/table.ts";

/** Pixels from the article's start. */
export interface Tie {
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly { readonly id: Id; readonly type: string; readonly top: number }[];
}

/**
 * `null` where none of the card's words is laid out. `rectOf` gives viewport rectangles, `origin` is where the article
 * starts in the viewport.
 */
export function tieOf(
  card: Attribution,
  set: AnnotationSet,
  rectOf: (segment: Range) => DOMRect | null,
  origin: number,
): Tie | null {
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  const ticks = spansOf(card).flatMap((id) => {
    const span = get(set.spans, id);
    return (span?.segments ?? []).flatMap((segment, at) => {
      const box = rectOf({ start: segment.start, end: segment.end });
      const startBox = rectOf({ start: segment.start, end: segment.start + 1 });
      if (!span || !box || !startBox) return [];
      top = Math.min(top, box.top - origin);
      bottom = Math.max(bottom, box.bottom - origin);
      return {
        id: `${id} ${at}`,
        type: span.type,
        top: Math.round(startBox.top + startBox.height / 2 - origin),
      };
    });
  });
  return ticks.length === 0 ? null : { top: Math.round(top), bottom: Math.round(bottom), ticks };
}
