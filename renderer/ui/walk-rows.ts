// The arrow keys, Home and End in a list of rows of which only those in view are there: the row is gone to, and then has the keyboard.
import type { KeyboardEvent } from "react";

/** Frames that are waited for a row that has to be scrolled to. */
const longestScroll = 30;

/**
 * For the list's `onKeyDown`; its rows are elements with `data-row`, their place. `goTo` may take its time, and change the places of the
 * rows: `placeOf` tells that of an item then.
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
    const focusRow = (frames: number): unknown =>
      requestAnimationFrame(() => {
        const row = list.querySelector<HTMLElement>(`[data-row="${placeOf(nextItem)}"]`);
        if (row) row.focus();
        // One out of view is there once the list has scrolled to it.
        else if (frames > 1) focusRow(frames - 1);
      });
    const going = goTo(nextItem);
    if (going) void going.then(() => focusRow(longestScroll));
    else focusRow(longestScroll);
  };
}
