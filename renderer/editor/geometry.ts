// The geometry of the article's text on the screen: rectangles of ranges, what is in view, and scrolling to a range.
import type { EditorView } from "prosemirror-view";
import type { Range as TextRange } from "../../shared/model/range.ts";
import type { RevealHow } from "./editor-model.ts";
import { offsetOf, type Positions, rangeToPos } from "./positions.ts";

/** The viewport rectangle of a range, or `null` where the browser has not laid it out. */
export function rectOf(view: EditorView, positions: Positions, range: TextRange): DOMRect | null {
  const shownRange = domRange(view, positions, range);
  const element = elementOf(shownRange.startContainer);
  if (!element?.checkVisibility({ contentVisibilityAuto: true })) return null;
  return shownRange.collapsed ? (shownRange.getClientRects()[0] ?? null) : shownRange.getBoundingClientRect();
}

function domRange(view: EditorView, positions: Positions, range: TextRange): Range {
  const { from, to } = rangeToPos(positions, range);
  const start = view.domAtPos(from, 1);
  const end = view.domAtPos(to, from === to ? 1 : -1);
  const shownRange = view.dom.ownerDocument.createRange();
  shownRange.setStart(start.node, start.offset);
  shownRange.setEnd(end.node, end.offset);
  return shownRange;
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

/** Whether any of a range is in view; of an empty one, the line, or what stands in for it. */
export function isInView(
  view: EditorView,
  scroller: HTMLElement,
  positions: Positions,
  range: TextRange,
): boolean {
  const shownRange = domRange(view, positions, range);
  const start = elementOf(shownRange.startContainer);
  if (!start?.checkVisibility({ contentVisibilityAuto: true })) return false;
  const box = (shownRange.collapsed ? shownRange.getClientRects()[0] : null) ?? boxOf(shownRange, start);
  const frame = scroller.getBoundingClientRect();
  return box.bottom > frame.top && box.top < frame.bottom;
}

/** An empty range at the edge of an element has no rectangle of its own. */
const boxOf = (shown: Range, element: Element): DOMRect =>
  shown.collapsed ? element.getBoundingClientRect() : shown.getBoundingClientRect();

/** How much is kept free above and below a range that is scrolled into view. */
const clearance = 64;

/**
 * Scrolls a range into view. Heights above it may be estimates until the browser has laid them out, so the place is
 * looked at again in the next frames.
 */
export function reveal(
  view: EditorView,
  scroller: HTMLElement,
  positions: Positions,
  range: TextRange,
  how: RevealHow,
): void {
  let tries = 4;
  const step = (): void => {
    if (view.isDestroyed) return;
    const shownRange = domRange(view, positions, range);
    const box = shownRange.collapsed
      ? elementOf(shownRange.startContainer)?.getBoundingClientRect()
      : shownRange.getBoundingClientRect();
    if (!box) return;
    const frame = scroller.getBoundingClientRect();
    const by = distance(box, frame, how);
    tries -= 1;
    if (Math.abs(by) >= 1) scroller.scrollTop += by;
    if (tries > 0 && Math.abs(by) >= 1) requestAnimationFrame(step);
  };
  step();
}

function distance(box: DOMRect, frame: DOMRect, how: RevealHow): number {
  if (how === "start") return box.top - frame.top;
  if (how === "center" && box.height < frame.height)
    return box.top + box.height / 2 - (frame.top + frame.height / 2);
  const [top, bottom] = [frame.top + clearance, frame.bottom - clearance];
  if (box.top <= top && box.bottom >= bottom) return 0;
  if (box.top < top || box.height > bottom - top) return box.top - top;
  return box.bottom > bottom ? box.bottom - bottom : 0;
}

/** The offset at the start of the first line that is wholly in view. */
export function firstVisibleOffset(view: EditorView, scroller: HTMLElement, positions: Positions): number {
  const top = scroller.getBoundingClientRect().top;
  const sections = [...view.dom.children];
  const at = firstBelow(sections, top);
  const paragraphs = [...(sections[at]?.children ?? [])];
  // In the gap after a section's last paragraph, the next section's first one is the first in view.
  const paragraph = paragraphs[firstBelow(paragraphs, top)] ?? sections[at + 1]?.firstElementChild;
  if (!paragraph) return positions.paragraphs.at(-1)?.end ?? 0;
  const box = paragraph.getBoundingClientRect();
  const index = Number(paragraph.getAttribute("data-p"));
  const start = positions.paragraphs[index]?.start ?? 0;
  if (box.top >= top) return start;
  const line = view.posAtCoords({ left: box.left + 1, top: top + 4 });
  return line ? Math.max(start, offsetOf(positions, line.pos)) : start;
}

/**
 * The text of the paragraphs that reach between two heights of the viewport. Where the browser has not laid a section out,
 * all of its paragraphs count.
 */
export function rangeBetween(view: EditorView, positions: Positions, top: number, bottom: number): TextRange {
  const sections = [...view.dom.children];
  const firstIndex = paragraphAt(sections, top, "first");
  const lastIndex = paragraphAt(sections, bottom, "last");
  return {
    start: positions.paragraphs[firstIndex ?? 0]?.start ?? 0,
    end: (lastIndex === null ? positions.paragraphs.at(-1) : positions.paragraphs[lastIndex])?.end ?? 0,
  };
}

/** The index of the paragraph at a height, or, in a section that is not laid out, its first or last; `null` below all. */
function paragraphAt(sections: readonly Element[], height: number, side: "first" | "last"): number | null {
  const section = sections[firstBelow(sections, height)];
  if (!section) return null;
  const paragraphs = [...section.children];
  const laidOut = paragraphs[0]?.checkVisibility({ contentVisibilityAuto: true });
  const at = side === "first" ? 0 : paragraphs.length - 1;
  const paragraph =
    paragraphs[laidOut ? Math.min(firstBelow(paragraphs, height), paragraphs.length - 1) : at];
  return paragraph ? Number(paragraph.getAttribute("data-p")) : null;
}

/** The index of the first element that reaches below a height; they stand one below the other. */
export function firstBelow(elements: readonly Element[], top: number): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.getBoundingClientRect().bottom ?? 0) <= top) low = middle + 1;
    else high = middle;
  }
  return low;
}
