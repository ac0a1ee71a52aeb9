// Maps offsets in the article's text to positions in the ProseMirror document and back. What lies between paragraphs
// (line ends, blank lines) is not in the document; offsets in there map to the nearest edge of a paragraph.
import type { Range } from "../../shared/model/range.ts";
import type { DisplayParagraph, TextLayout } from "./layout.ts";

/** The document's paragraphs with where their content starts in it. */
export interface Positions {
  readonly paragraphs: readonly DisplayParagraph[];
  /** The position of each paragraph's first character. */
  readonly starts: readonly number[];
}

/** Which edge an offset between two paragraphs maps to. */
type Lean = "nearest" | "forward" | "back";

/** The positions of a layout: each paragraph and each section puts one token before and one after its content. */
export function positionsOf({ paragraphs, sectionStarts }: TextLayout): Positions {
  const starts: number[] = [];
  let pos = 0;
  let section = 0;
  paragraphs.forEach(({ start, end }, index) => {
    if (sectionStarts[section] === index) {
      pos += section === 0 ? 1 : 2;
      section += 1;
    }
    starts.push(pos + 1);
    pos += end - start + 2;
  });
  return { paragraphs, starts };
}

/** The index of the last item for which `reached` holds, given that it holds for a first part only; -1 if for none. */
export function lastReached<T>(items: readonly T[], reached: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && reached(item)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The last paragraph that starts at or before this offset; the first one before that. */
export function paragraphIndexAt(paragraphs: readonly DisplayParagraph[], offset: number): number {
  return Math.max(
    0,
    lastReached(paragraphs, ({ start }) => start <= offset),
  );
}

/** The position of an offset. */
export function posOf({ paragraphs, starts }: Positions, offset: number, lean: Lean = "nearest"): number {
  const index = paragraphIndexAt(paragraphs, offset);
  const paragraph = paragraphs[index];
  const pos = starts[index];
  if (!paragraph || pos === undefined) return 0;
  if (offset <= paragraph.end) return pos + Math.max(0, offset - paragraph.start);
  const nextParagraph = paragraphs[index + 1];
  const nextPos = starts[index + 1];
  const end = pos + paragraph.end - paragraph.start;
  if (!nextParagraph || nextPos === undefined) return end;
  const forward =
    lean === "forward" || (lean === "nearest" && nextParagraph.start - offset < offset - paragraph.end);
  return forward ? nextPos : end;
}

/** The positions that a range covers in the document; empty (`from === to`) when it lies between two paragraphs. */
export function rangeToPos(positions: Positions, { start, end }: Range): { from: number; to: number } {
  const from = posOf(positions, start, "forward");
  return { from, to: Math.max(from, posOf(positions, end, "back")) };
}

/** The offset of a position. Positions outside the paragraphs' content map to the end of the paragraph before them. */
export function offsetOf({ paragraphs, starts }: Positions, pos: number): number {
  const index = Math.max(
    0,
    lastReached(starts, (start) => start <= pos),
  );
  const paragraph = paragraphs[index];
  if (!paragraph) return 0;
  const within = pos - (starts[index] ?? 0);
  return paragraph.start + Math.min(Math.max(0, within), paragraph.end - paragraph.start);
}

/** The paragraphs, first to last inclusive, that share a character with the range; `null` when none does. */
export function paragraphsOf(
  paragraphs: readonly DisplayParagraph[],
  range: Range,
): { first: number; last: number } | null {
  const at = paragraphIndexAt(paragraphs, range.start);
  const firstIndex = (paragraphs[at]?.end ?? 0) > range.start ? at : at + 1;
  let lastIndex = firstIndex - 1;
  // Most ranges end in the paragraph they begin in, so walking is faster than searching again.
  for (
    let nextParagraph = paragraphs[firstIndex];
    nextParagraph && nextParagraph.start < range.end;
    nextParagraph = paragraphs[lastIndex + 1]
  )
    lastIndex += 1;
  return lastIndex >= firstIndex ? { first: firstIndex, last: lastIndex } : null;
}
