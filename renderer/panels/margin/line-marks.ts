// Which things that are about a place of the text have their mark in a part of the article, one mark a line: a binary search
// in their list, which is in reading order.
import type { Range } from "../../../shared/model/range.ts";

/** Something that has a mark beside the line on which it begins; `null`: it is about no place. */
export interface OfPlace {
  readonly range: Range | null;
}

/** `level`: pixels from the article's start to the middle of the line. */
export interface LineMark<T> {
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
