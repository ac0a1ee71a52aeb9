// Scrolls the compared text to a group. What is far away has neither marks nor a known height yet, so its paragraph comes first
// and its marks when they are drawn.

import type { DisplayParagraph } from "../../editor/layout.ts";
import { spanClass } from "../../editor/mark-classes.ts";
import { paragraphIndexAt } from "../../editor/positions.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import { pieceId } from "./compared-text.ts";
import { spanGroupsOf } from "./current-styles.ts";

/** Frames that the browser needs to lay a far section out and draw its marks. */
const mostFrames = 8;

export interface RevealedGroup {
  readonly review: ComparedReview;
  /** As they are laid out. */
  readonly paragraphs: readonly DisplayParagraph[];
  readonly number: number;
}

/** Returns how to stop. */
export function revealGroup(
  scroller: HTMLElement,
  { review, paragraphs, number }: RevealedGroup,
): () => void {
  const classes = spanGroupsOf(review, number).map((group) => `.${spanClass(pieceId(group))}`);
  const start = review.comparison.groups[number]?.place?.start;
  let frame = 0;
  let framesLeft = mostFrames;
  const scrollToGroup = (): void => {
    const mark = classes.length > 0 ? scroller.querySelector(classes.join(",")) : null;
    const place =
      mark ??
      (start === undefined
        ? null
        : scroller.querySelector(`[data-p="${paragraphIndexAt(paragraphs, start)}"]`));
    place?.scrollIntoView({ block: mark && isInView(scroller, mark) ? "nearest" : "center" });
    framesLeft -= 1;
    if (framesLeft > 0 && !(mark && isInView(scroller, mark))) frame = requestAnimationFrame(scrollToGroup);
  };
  scrollToGroup();
  return () => cancelAnimationFrame(frame);
}

/** With room for the head above and a line below. */
function isInView(scroller: HTMLElement, element: Element): boolean {
  const [box, own] = [scroller.getBoundingClientRect(), element.getBoundingClientRect()];
  return own.height > 0 && own.top >= box.top + 72 && own.bottom <= box.bottom - 48;
}
