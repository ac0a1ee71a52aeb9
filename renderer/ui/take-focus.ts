// Gives the keyboard to an element as soon as it is shown, such as the first field of a dialog.
import { type RefObject, useEffect } from "react";

/**
 * Gives `element` the keyboard as soon as it is shown, if `takes`. Neither by the browser's `autofocus`, which comes before a
 * dialog knows what belongs to it, nor by that of React Aria, which after a button's press waits for what still moves on the
 * page: a dialog that follows another would have given itself the keyboard by then, and what is typed would go nowhere.
 */
export function useTakeFocus(element: RefObject<HTMLElement | null>, takes: boolean): void {
  useEffect(() => {
    if (takes) element.current?.focus();
  }, [element, takes]);
}
