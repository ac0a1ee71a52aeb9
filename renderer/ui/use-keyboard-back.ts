// The way back to a list: the row that was left has the keyboard again.
import { type RefObject, useEffect, useRef } from "react";
import { focusOnceShown } from "./walk-rows.ts";

/** Where nothing has the keyboard when a list is shown again, its row at this place has it; `at` below 0: none was left. */
export function useKeyboardBack(scroller: RefObject<HTMLElement | null>, at: number): void {
  const left = useRef(at);
  useEffect(() => {
    if (left.current < 0 || document.activeElement !== document.body) return;
    return focusOnceShown(() => scroller.current?.querySelector(`[data-row="${left.current}"]`) ?? null);
  }, [scroller]);
}
