// Finds the edges of characters as a reader sees them (graphemes: a letter with its accents, an emoji sequence). Looks only at the
// neighbourhood of an offset, so that it costs the same in a note and in a book.

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Code units that never join with a neighbour of their own sort: between two of them is a boundary. First, last. */
const plainRanges = [
  [0x00c0, 0x024f], // Latin with accents
  [0x0400, 0x0482], // Cyrillic
  [0x048a, 0x052f],
  [0x05d0, 0x05ea], // Hebrew
  [0x0621, 0x064a], // Arabic
  [0x2013, 0x2026], // dashes, quotation marks, ellipsis
  [0x3041, 0x3096], // kana
  [0x30a1, 0x30fa],
  [0x4e00, 0x9fff], // Chinese characters
] as const;

function isPlain(unit: number): boolean {
  if (unit <= 0x7e) return unit >= 0x20;
  return plainRanges.some(([first, last]) => first <= unit && unit <= last);
}

/** True only where a boundary is certain from the two neighbouring code units alone. Linear work is cut here. */
export function isCertainBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const previousUnit = text.charCodeAt(offset - 1);
  return previousUnit === 0x0a || (isPlain(previousUnit) && isPlain(text.charCodeAt(offset)));
}

/** The last grapheme boundary at or before the offset. */
export function graphemeStart(text: string, offset: number): number {
  return boundariesAround(text, offset).atOrBefore;
}

/** The first grapheme boundary at or after the offset. */
export function graphemeEnd(text: string, offset: number): number {
  return boundariesAround(text, offset).atOrAfter;
}

/** The grapheme boundary after the offset; the text's end when there is none. */
export function nextGrapheme(text: string, offset: number): number {
  return offset >= text.length ? text.length : graphemeEnd(text, offset + 1);
}

/** The grapheme boundary before the offset; 0 when there is none. */
export function previousGrapheme(text: string, offset: number): number {
  return offset <= 0 ? 0 : graphemeStart(text, offset - 1);
}

export function isGraphemeBoundary(text: string, offset: number): boolean {
  return graphemeStart(text, offset) === offset;
}

/** The starts of the graphemes of a stretch of text that begins at a boundary, relative to its start. */
export function graphemeStarts(stretch: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at < stretch.length; ) {
    let boundary = at + 1;
    while (!isCertainBoundary(stretch, boundary)) boundary += 1;
    if (boundary === at + 1) starts.push(at);
    else for (const { index } of segmenter.segment(stretch.slice(at, boundary))) starts.push(at + index);
    at = boundary;
  }
  return starts;
}

function boundariesAround(text: string, offset: number): { atOrBefore: number; atOrAfter: number } {
  if (isCertainBoundary(text, offset)) {
    const at = Math.min(Math.max(offset, 0), text.length);
    return { atOrBefore: at, atOrAfter: at };
  }
  let from = offset - 1;
  while (!isCertainBoundary(text, from)) from -= 1;
  let to = offset + 1;
  while (!isCertainBoundary(text, to)) to += 1;
  let atOrBefore = from;
  for (const start of graphemeStarts(text.slice(from, to))) {
    if (from + start === offset) return { atOrBefore: offset, atOrAfter: offset };
    if (from + start > offset) return { atOrBefore, atOrAfter: from + start };
    atOrBefore = from + start;
  }
  return { atOrBefore, atOrAfter: to };
}
