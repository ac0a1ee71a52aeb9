// Marks beside the lines of the article, for what is near the screen.
import { useEffect, useState } from "react";
import type { ArticleEditorHandle } from "../../editor/editor-model.ts";
import { followNear } from "../../editor/follow-near.ts";
import type { Session } from "../../state/session/session.ts";
import { type LineMark, lineMarks, markedNear, type OfPlace } from "./line-marks.ts";

/** Pixels within which several share a mark: less than any line is high. */
const oneLine = 16;

interface Placed<T> {
  readonly marks: readonly LineMark<T>[];
  /** The text's edges, in pixels from the scroller's left edge. */
  readonly left: number;
  readonly right: number;
}

const nowhere: Placed<never> = { marks: [], left: 0, right: 0 };

/** `all`: in reading order, and the same list until it is another one. */
export function useLineMarks<T extends OfPlace>(session: Session, all: readonly T[]): Placed<T> {
  const [placed, setPlaced] = useState<Placed<T>>(nowhere);
  useEffect(() => {
    const handle = session.view.current;
    if (!handle) return;
    return followNear(handle, (near, scroller) =>
      setPlaced(placedIn(session, handle, scroller, markedNear(all, near))),
    );
  }, [session, all]);
  return placed;
}

function placedIn<T extends OfPlace>(
  session: Session,
  handle: ArticleEditorHandle,
  scroller: HTMLElement,
  near: readonly T[],
): Placed<T> {
  const text = scroller.querySelector(".article")?.getBoundingClientRect();
  if (!text || near.length === 0) return nowhere;
  const frame = scroller.getBoundingClientRect();
  const origin = frame.top - scroller.scrollTop;
  const { length } = session.text.text;
  const levelOf = (start: number): number | null => {
    const box = handle.rectOf({ start, end: Math.min(start + 1, length) });
    return box && box.top + box.height / 2 - origin;
  };
  const marks = lineMarks(near, levelOf, oneLine);
  return { marks, left: text.left - frame.left, right: text.right - frame.left };
}
