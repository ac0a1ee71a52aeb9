// Marks beside the lines of the article, for what is near the screen.
import { useEffect, useState } from "react";
import type { Range } from "../../../shared/model/range.ts";
import type { ArticleEditorHandle } from "../../editor/editor-model.ts";
import { followNear } from "../../editor/follow-near.ts";
import type { Session } from "../../state/session/session.ts";

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

// Which things that are about a place of the text have their mark in a part of the article, one mark a line: a binary search
// in their list, which is in reading order.

/** Something that has a mark beside the line on which it begins; `null`: it is about no place. */
interface OfPlace {
  readonly range: Range | null;
}

/** `level`: pixels from the article's start to the middle of the line. */
interface LineMark<T> {
  readonly level: number;
  readonly items: readonly T[];
}

/** Those that begin in the range. */
export function markedNear<T extends OfPlace>(all: readonly T[], { start, end }: Range): readonly T[] {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.range?.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  const near: T[] = [];
  for (let at = low; (all[at]?.range?.start ?? Infinity) <= end; at += 1) {
    const item = all[at];
    if (item) near.push(item);
  }
  return near;
}

/** One mark a line; lines that are nearer than this many pixels are one. */
export function lineMarks<T extends OfPlace>(
  all: readonly T[],
  levelOf: (start: number) => number | null,
  nearness: number,
): readonly LineMark<T>[] {
  const marks: { level: number; items: T[] }[] = [];
  for (const item of all) {
    const level = item.range ? levelOf(item.range.start) : null;
    if (level === null) continue;
    const lastMark = marks.at(-1);
    if (lastMark && Math.abs(lastMark.level - level) < nearness) lastMark.items.push(item);
    else marks.push({ level, items: [item] });
  }
  return marks;
}
