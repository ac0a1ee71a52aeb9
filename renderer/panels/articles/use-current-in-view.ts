// The list of articles scrolls to the article that came onto the screen by another way than the list, such as one just brought in.
import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import type { Id } from "../../../shared/model/id.ts";

/** For the list, whose rows are all `rowSize` CSS pixels high. Where its row is in view nothing moves. */
export function useCurrentInView(
  current: Id | null,
  shown: readonly { readonly id: Id }[],
  rowSize: number,
): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const show = useEffectEvent((): void => {
    const box = list.current;
    const top = shown.findIndex(({ id }) => id === current) * rowSize;
    if (!box || top < 0) return;
    const isInView = top >= box.scrollTop && top + rowSize <= box.scrollTop + box.clientHeight;
    if (!isInView) box.scrollTop = top - (box.clientHeight - rowSize) / 2;
  });
  const isListed = current !== null && shown.some(({ id }) => id === current);
  useEffect(() => {
    if (current === null || !isListed) return;
    // The list has its new height with the next frame.
    const frame = requestAnimationFrame(show);
    return () => cancelAnimationFrame(frame);
  }, [current, isListed]);
  return list;
}
