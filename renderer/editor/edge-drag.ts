// Dragging an edge of a span: from pressing its handle to letting go, with a preview all the while. Esc gives it up.

import type { ArticleText } from "../../shared/model/article-text.ts";
import { graphemeStart } from "../../shared/model/graphemes.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Range as TextRange } from "../../shared/model/range.ts";
import type { Span } from "../../shared/model/span.ts";
import { nearestEdge } from "../../shared/model/unit-ranges.ts";

/** Which edge of which segment (its index) goes to which offset. */
export interface EdgeMove {
  readonly span: Id;
  readonly segment: number;
  readonly edge: "start" | "end";
  readonly to: number;
}

interface EdgeDrag {
  readonly text: ArticleText;
  readonly span: Span;
  readonly segment: number;
  readonly edge: "start" | "end";
  /** The offset under a point of the viewport, or `null` where there is no text. */
  offsetAt(left: number, top: number): number | null;
  /** Shows what the segment would be. */
  preview(range: TextRange): void;
  /** Called once, with the move or, when it was given up or led nowhere, with `null`. */
  end(move: EdgeMove | null): void;
}

/** Begins with the press of the handle. Snaps to words and quotation marks unless Alt is held. */
export function dragEdge(handle: HTMLElement, press: PointerEvent, drag: EdgeDrag): void {
  const { text, span, segment, edge } = drag;
  const draggedSegment = span.segments[segment];
  if (!draggedSegment) return;
  const stop = new AbortController();
  const { signal } = stop;
  let to = draggedSegment[edge];
  press.preventDefault();
  handle.setPointerCapture(press.pointerId);

  const end = (move: EdgeMove | null): void => {
    stop.abort();
    if (handle.hasPointerCapture(press.pointerId)) handle.releasePointerCapture(press.pointerId);
    drag.end(move);
  };
  handle.addEventListener(
    "pointermove",
    ({ clientX, clientY, altKey }) => {
      const offset = drag.offsetAt(clientX, clientY);
      if (offset === null) return;
      const snappedOffset = altKey ? graphemeStart(text.text, offset) : nearestEdge(text, offset, edge);
      if (snappedOffset === to || !hasRoom(span, segment, edge, snappedOffset)) return;
      to = snappedOffset;
      drag.preview({ start: draggedSegment.start, end: draggedSegment.end, [edge]: to });
    },
    { signal },
  );
  handle.addEventListener(
    "pointerup",
    () => end(to === draggedSegment[edge] ? null : { span: span.id, segment, edge, to }),
    { signal },
  );
  handle.addEventListener("pointercancel", () => end(null), { signal });
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopImmediatePropagation();
      end(null);
    },
    { signal, capture: true },
  );
}

/** Whether the edge can be there: neither beyond the other edge nor at another segment. */
function hasRoom({ segments }: Span, segment: number, edge: "start" | "end", to: number): boolean {
  const draggedSegment = segments[segment];
  if (!draggedSegment) return false;
  if (edge === "start") return to < draggedSegment.end && to > (segments[segment - 1]?.end ?? -1);
  return to > draggedSegment.start && to < (segments[segment + 1]?.start ?? Infinity);
}
