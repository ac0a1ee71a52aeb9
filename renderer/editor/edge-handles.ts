// Handles at the edges of the span in focus, by which a pointer drags them. They lie over the text, are put in place with
// the next frame, and are there while the pointer is used: keys move edges too, and need none of this.
import type { EditorView } from "prosemirror-view";
import type { Range as TextRange } from "../../shared/model/range.ts";
import type { Span } from "../../shared/model/span.ts";
import { get } from "../../shared/model/table.ts";
import { dragEdge, type EdgeMove } from "./edge-drag.ts";
import type { EditorModel } from "./editor-model.ts";
import { rectOf } from "./geometry.ts";
import { offsetOf, type Positions, rangeToPos } from "./positions.ts";

export interface EdgeHandleOptions {
  readonly view: EditorView;
  readonly positions: Positions;
  readonly model: EditorModel;
  readonly scroller: HTMLElement;
  readonly mount: HTMLElement;
  onMove(move: EdgeMove): void;
}

/** More segments than this get no handles of their own. */
const mostSegments = 12;

/** Held with the pointer, these say nothing of what comes next. */
const modifiers: ReadonlySet<string> = new Set(["Alt", "Control", "Meta", "Shift"]);

/** Shows the handles and keeps them in place; returns how to take them away. */
export function showEdgeHandles(options: EdgeHandleOptions): () => void {
  const { view, model, mount, scroller } = options;
  if (model.readOnly) return () => undefined;
  const layer = document.createElement("div");
  layer.className = "edge-handles";
  layer.setAttribute("aria-hidden", "true");
  mount.append(layer);
  let scheduled = 0;
  let dragging = false;
  let pointing = false;

  const draw = (): void => {
    scheduled = 0;
    if (dragging || view.isDestroyed) return;
    const span = pointing ? get(model.annotations().set.spans, model.focus().span ?? "") : undefined;
    layer.replaceChildren(...(span ? handlesOf(span, options, begin) : []));
  };
  const schedule = (): void => {
    if (scheduled === 0 && (pointing || layer.hasChildNodes())) scheduled = requestAnimationFrame(draw);
  };
  function begin(
    press: PointerEvent,
    handle: HTMLElement,
    span: Span,
    segment: number,
    edge: "start" | "end",
  ): void {
    dragging = true;
    layer.classList.add("dragging");
    const draggedSegment = span.segments[segment];
    const preview = showEdgePreview((range) => domRangeOf(options, range));
    dragEdge(handle, press, {
      text: model.text,
      span,
      segment,
      edge,
      offsetAt(left, top) {
        const docPosition = view.posAtCoords({ left, top });
        return docPosition && offsetOf(options.positions, docPosition.pos);
      },
      preview(range) {
        if (draggedSegment) preview.show(draggedSegment, range);
        place(handle, range, edge, options);
      },
      end(move) {
        dragging = false;
        layer.classList.remove("dragging");
        preview.clear();
        if (move) options.onMove(move);
        schedule();
      },
    });
  }

  const stop = new AbortController();
  const { signal } = stop;
  const follow = (byPointer: boolean): void => {
    if (pointing === byPointer) return;
    pointing = byPointer;
    schedule();
  };
  scroller.addEventListener("pointermove", () => follow(true), { signal, passive: true });
  window.addEventListener(
    "keydown",
    ({ key }) => {
      if (!modifiers.has(key)) follow(false);
    },
    { signal },
  );

  const resized = new ResizeObserver(schedule);
  resized.observe(view.dom);
  const unsubscribe = model.subscribe(schedule);
  return () => {
    stop.abort();
    unsubscribe();
    resized.disconnect();
    if (scheduled !== 0) cancelAnimationFrame(scheduled);
    layer.remove();
  };
}

type Begin = (
  press: PointerEvent,
  handle: HTMLElement,
  span: Span,
  segment: number,
  edge: "start" | "end",
) => void;

function handlesOf(span: Span, options: EdgeHandleOptions, begin: Begin): HTMLElement[] {
  return span.segments.slice(0, mostSegments).flatMap((range, segment) =>
    (["start", "end"] as const).flatMap((edge) => {
      const handle = document.createElement("div");
      handle.className = `edge-handle edge-handle-${edge}`;
      if (!place(handle, range, edge, options)) return [];
      handle.addEventListener("pointerdown", (press) => {
        if (press.button === 0) begin(press, handle, span, segment, edge);
      });
      return handle;
    }),
  );
}

/** CSS pixels of the mark's own words that a handle covers at most, and beside them: words that come next can be selected from their start. */
const widest = 12;
const outside = 1;

/** Puts a handle at the edge of a range. False where the browser has not laid it out. */
function place(
  handle: HTMLElement,
  range: TextRange,
  edge: "start" | "end",
  { view, positions, scroller }: EdgeHandleOptions,
): boolean {
  const at = edge === "start" ? range.start : range.end - 1;
  const character = rectOf(view, positions, { start: at, end: at + 1 });
  if (!character) return false;
  const { from, to } = rangeToPos(positions, range);
  // The side tells which character the edge belongs to, and so where it is in a line of two directions.
  const box = edge === "start" ? view.coordsAtPos(from, 1) : view.coordsAtPos(to, -1);
  const frame = scroller.getBoundingClientRect();
  const width = character.right - character.left;
  const within = Math.min(widest, range.end - range.start > 1 ? width : width / 2);
  const isToTheLeft = (character.left + character.right) / 2 < box.left;
  const handleLeft = box.left - (isToTheLeft ? within : outside);
  handle.style.left = `${handleLeft - frame.left + scroller.scrollLeft}px`;
  handle.style.width = `${within + outside}px`;
  handle.style.setProperty("--edge", `${box.left - handleLeft}px`);
  handle.style.top = `${box.top - frame.top + scroller.scrollTop}px`;
  handle.style.height = `${box.bottom - box.top}px`;
  return true;
}

function domRangeOf({ view, positions }: EdgeHandleOptions, range: TextRange): Range {
  const { from, to } = rangeToPos(positions, range);
  const [start, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)];
  const domRange = document.createRange();
  domRange.setStart(start.node, start.offset);
  domRange.setEnd(end.node, end.offset);
  return domRange;
}

/** What a segment would be while its edge is dragged: what it would hold, and what it would lose. Painted by the browser's highlights, so that neither the document nor its decorations change before the edge is let go. */
interface EdgePreview {
  show(before: TextRange, after: TextRange): void;
  clear(): void;
}

const keptHighlight = "edge-kept";
const lost = "edge-lost";

function showEdgePreview(domRangeOf: (range: TextRange) => Range): EdgePreview {
  const paint = (name: string, ranges: readonly TextRange[]): void => {
    CSS.highlights.set(
      name,
      new Highlight(...ranges.filter(({ start, end }) => start < end).map(domRangeOf)),
    );
  };
  return {
    show(before, after) {
      paint(keptHighlight, [after]);
      paint(lost, [
        { start: before.start, end: Math.min(before.end, after.start) },
        { start: Math.max(before.start, after.end), end: before.end },
      ]);
    },
    clear() {
      CSS.highlights.delete(keptHighlight);
      CSS.highlights.delete(lost);
    },
  };
}
