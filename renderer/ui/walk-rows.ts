// The keyboard in lists of which only the rows in view are there: the row that a key leads to is gone to, and then has the keyboard.
import type { KeyboardEvent } from "react";

/** Frames that are waited for a row that has to be scrolled to. */
const longestScroll = 30;

/** Scrolls as little as brings a row into view. `above`: pixels of what stays at the top of the list. */
export function scrollToRow(
  list: HTMLElement,
  { top, height, above = 0 }: { readonly top: number; readonly height: number; readonly above?: number },
): void {
  const bottom = top + height + above;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
}

/** Gives the keyboard to what is shown with one of the next frames, and calls `onEnd` then or when it never comes; returns how to give up. */
export function focusOnceShown(find: () => HTMLElement | null, onEnd?: () => void): () => void {
  let framesLeft = longestScroll;
  let frame = 0;
  const wait = (): void => {
    frame = requestAnimationFrame(() => {
      const element = find();
      framesLeft -= 1;
      if (!element && framesLeft > 0) return wait();
      element?.focus();
      onEnd?.();
    });
  };
  wait();
  return () => cancelAnimationFrame(frame);
}

/**
 * The arrow keys, Home and End: for the list's `onKeyDown`; its rows are elements with `data-row`, their place. `goTo` may take its time,
 * and change the places of the rows: `placeOf` tells that of an item then.
 */
export function walkRows<T>(
  items: readonly T[],
  goTo: (item: T) => void | Promise<void>,
  placeOf: (item: T) => number = (item) => items.indexOf(item),
) {
  return (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined) return;
    const from = Number(event.target.dataset.row);
    const at = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: items.length - 1 }[event.key];
    const nextItem = at === undefined ? undefined : items[at];
    if (nextItem === undefined) return;
    event.preventDefault();
    const list = event.currentTarget;
    const focusRow = (): unknown =>
      focusOnceShown(() => list.querySelector(`[data-row="${placeOf(nextItem)}"]`));
    const going = goTo(nextItem);
    if (going) void going.then(focusRow);
    else focusRow();
  };
}
