// Tabs in one line. Where they do not fit the line scrolls, and the current one stands in its middle, so that its neighbours can be reached.
import { type RefObject, useEffect, useRef, type WheelEvent } from "react";

interface TabStrip<Element extends HTMLElement> {
  readonly ref: RefObject<Element | null>;
  readonly className: string;
  onWheel(event: WheelEvent<Element>): void;
}

/** What the element gets that holds the tabs; `current`: the place of the one that is shown. */
export function useTabStrip<Element extends HTMLElement>(current: number): TabStrip<Element> {
  const ref = useRef<Element>(null);
  useEffect(() => {
    const tab = ref.current?.children.item(current);
    if (!ref.current || !tab) return;
    ref.current.scrollLeft += middleOf(tab) - middleOf(ref.current);
  }, [current]);
  return {
    ref,
    className: "tab-strip",
    onWheel({ currentTarget, deltaX, deltaY }) {
      if (deltaX === 0) currentTarget.scrollLeft += deltaY;
    },
  };
}

function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}
