// Follows a scrolling list: which rows to show, and bringing one into view. For tables, boards and lists whose
// rows have keys of their own or open in their place; React Aria's lists have its `Virtualizer`.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from "react";
import { type RowWindow, rowTop, rowWindow } from "./row-window.ts";

interface Options {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly rowHeight: number;
  readonly open: number;
}

interface Followed extends RowWindow {
  /** Pixels from the list's top to a row. */
  topOf(index: number): number;
  /** Give to the open row's element: its height is followed. */
  openRef(element: HTMLElement | null): (() => void) | undefined;
}

export function useRowWindow({ scroller, count, rowHeight, open }: Options): Followed {
  const [view, setView] = useState({ scrollTop: 0, viewHeight: 800 });
  const [openHeight, setOpenHeight] = useState(rowHeight);
  const openExtra = open < 0 ? 0 : Math.max(0, openHeight - rowHeight);

  // The list may come later than what follows it, and be another one afterwards.
  const [element, setElement] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => setElement(scroller.current));

  useLayoutEffect(() => {
    if (!element) return;
    const updateView = (): void =>
      setView({ scrollTop: element.scrollTop, viewHeight: element.clientHeight });
    updateView();
    element.addEventListener("scroll", updateView, { passive: true });
    const sizes = new ResizeObserver(updateView);
    sizes.observe(element);
    return () => {
      element.removeEventListener("scroll", updateView);
      sizes.disconnect();
    };
  }, [element]);

  const openRef = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const updateOpenHeight = (): void => setOpenHeight(element.offsetHeight);
    updateOpenHeight();
    const sizes = new ResizeObserver(updateOpenHeight);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);

  useEffect(() => {
    if (!element || open < 0) return;
    const top = rowTop(open, { rowHeight, open, openExtra });
    const bottom = top + rowHeight + openExtra;
    // Its end comes into view where there is room for all of it; its beginning in any case.
    if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
    if (top < element.scrollTop || bottom - top > element.clientHeight) element.scrollTop = top;
  }, [element, open, openExtra, rowHeight]);

  const window = rowWindow({ count, rowHeight, open, openExtra, ...view });
  return { ...window, topOf: (index) => rowTop(index, { rowHeight, open, openExtra }), openRef };
}
