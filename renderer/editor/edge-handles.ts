// Handles at the edges of the span in focus, by which a pointer drags them. They lie over the text, are put in place with
// the next frame, and are there while the pointer is used: keys move edges too, and need none of this.
import type { EditorView } from "prosemirror-view";
import type { ArticleText } from "../../shared/model/article-text.ts";
import { graphemeStart } from "../../shared/model/graphemes.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Range as TextRange } from "../../shared/model/range.ts";
import type { Span } from "../../shared/model/span.ts";
import { get } from "../../shared/model/table.ts";
import { nearestEdge } from "../../shared/model/unit-ranges.ts";
import { isModifier } from "../lib/key-combination.ts";
import type { EditorModel } from "./editor-model.ts";
import { rectOf } from "./geometry.ts";
import { offsetOf, type Positions, rangeToPos } from "./positions.ts";

interface EdgeHandleOptions {
  readonly view: EditorView;
  readonly positions: Positions;
  readonly model: EditorModel;
  readonly scroller: HTMLElement;
  readonly mount: HTMLElement;
  onMove(move: EdgeMove): void;
}

/** More segments than this get no handles of their own. */
const mostSegments = 12;

/** The handles that are shown, and whether the pointer is used. */
interface HandleLayer {
  readonly options: EdgeHandleOptions;
  readonly element: HTMLElement;
  /** Of the frame in which they are drawn next; 0 while that is none. */
  scheduled: number;
  dragging: boolean;
  pointing: boolean;
}

interface EdgeHandle {
  readonly handle: HTMLElement;
  readonly span: Span;
  readonly segment: number;
  readonly edge: "start" | "end";
}

/** Shows the handles and keeps them in place; returns how to take them away. */
export function showEdgeHandles(options: EdgeHandleOptions): () => void {
  const { view, model, mount, scroller } = options;
  if (model.readOnly) return () => undefined;
  const element = document.createElement("div");
  element.className = "edge-handles";
  element.setAttribute("aria-hidden", "true");
  mount.append(element);
  const layer: HandleLayer = { options, element, scheduled: 0, dragging: false, pointing: false };
  const stop = new AbortController();
  const { signal } = stop;
  scroller.addEventListener("pointermove", () => follow(layer, true), { signal, passive: true });
  window.addEventListener(
    "keydown",
    ({ key }) => {
      // Held with the pointer, these say nothing of what comes next.
      if (!isModifier(key)) follow(layer, false);
    },
    { signal },
  );
  const resized = new ResizeObserver(() => schedule(layer));
  resized.observe(view.dom);
  const unsubscribe = model.subscribe(() => schedule(layer));
  return () => {
    stop.abort();
    unsubscribe();
    resized.disconnect();
    if (layer.scheduled !== 0) cancelAnimationFrame(layer.scheduled);
    element.remove();
  };
}

function follow(layer: HandleLayer, byPointer: boolean): void {
  if (layer.pointing === byPointer) return;
  layer.pointing = byPointer;
  schedule(layer);
}

function schedule(layer: HandleLayer): void {
  if (layer.scheduled === 0 && (layer.pointing || layer.element.hasChildNodes()))
    layer.scheduled = requestAnimationFrame(() => draw(layer));
}

function draw(layer: HandleLayer): void {
  const { options, element, dragging, pointing } = layer;
  const { view, model } = options;
  layer.scheduled = 0;
  if (dragging || view.isDestroyed) return;
  const span = pointing ? get(model.annotations().set.spans, model.focus().span ?? "") : undefined;
  element.replaceChildren(...(span ? handlesOf(layer, span) : []));
}

function handlesOf(layer: HandleLayer, span: Span): HTMLElement[] {
  return span.segments.slice(0, mostSegments).flatMap((range, segment) =>
    (["start", "end"] as const).flatMap((edge) => {
      const handle = document.createElement("div");
      handle.className = `edge-handle edge-handle-${edge}`;
      if (!place(handle, range, edge, layer.options)) return [];
      handle.addEventListener("pointerdown", (press) => {
        if (press.button === 0) beginDrag(layer, press, { handle, span, segment, edge });
      });
      return handle;
    }),
  );
}

function beginDrag(
  layer: HandleLayer,
  press: PointerEvent,
  { handle, span, segment, edge }: EdgeHandle,
): void {
  const { options, element } = layer;
  layer.dragging = true;
  element.classList.add("dragging");
  const draggedSegment = span.segments[segment];
  const preview = showEdgePreview((range) => domRangeOf(options, range));
  dragEdge(handle, press, {
    text: options.model.text,
    span,
    segment,
    edge,
    offsetAt(left, top) {
      const docPosition = options.view.posAtCoords({ left, top });
      return docPosition && offsetOf(options.positions, docPosition.pos);
    },
    preview(range) {
      if (draggedSegment) preview.show(draggedSegment, range);
      place(handle, range, edge, options);
    },
    end(move) {
      layer.dragging = false;
      element.classList.remove("dragging");
      preview.clear();
      if (move) options.onMove(move);
      schedule(layer);
    },
  });
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

// Dragging an edge of a span: from pressing its handle to letting go, with a preview all the while. Esc gives it up.

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
function dragEdge(handle: HTMLElement, press: PointerEvent, drag: EdgeDrag): void {
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
