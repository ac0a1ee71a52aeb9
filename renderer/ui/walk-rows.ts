// The arrow keys in a list of rows of which only those in view are there: the next row is gone to, and then has the keyboard.
import type { KeyboardEvent } from "react";

/** For the list's `onKeyDown`; its rows are elements with `data-row`, their place. `goTo` may take its time. */
export function walkRows<T>(items: readonly T[], goTo: (item: T) => void | Promise<void>) {
  return (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement)) return;
    const at = Number(event.target.dataset.row ?? Number.NaN) + step;
    const next = items[at];
    if (next === undefined) return;
    event.preventDefault();
    const list = event.currentTarget;
    const focusRow = (): unknown =>
      requestAnimationFrame(() => list.querySelector<HTMLElement>(`[data-row="${at}"]`)?.focus());
    const going = goTo(next);
    if (going) void going.then(focusRow);
    else focusRow();
  };
}
