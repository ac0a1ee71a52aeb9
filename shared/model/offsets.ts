// Both-way maps between the three ways to count a text's characters: UTF-16 code units (ours), code points (Python,
// the web's annotation formats) and graphemes (what a reader counts). Built on first use, with one checkpoint every
// thousand code units, so that a text of ten million characters costs kilobytes.
import { graphemeStarts, isCertainBoundary } from "./graphemes.ts";
import { splitsSurrogatePair } from "./selector.ts";

/**
 * Offsets of one text. An offset inside a surrogate pair or a grapheme is rounded down to where that begins, so that
 * `fromX(toX(offset))` is the offset itself at every boundary and never lies after it. A lone surrogate is one code
 * point. Every function throws a `RangeError` for an offset that is no integer or outside the text.
 */
export interface OffsetMap {
  /** UTF-16 code units to code points. */
  toCodePoints(offset: number): number;
  /** Code points to UTF-16 code units. */
  fromCodePoints(offset: number): number;
  /** UTF-16 code units to graphemes. */
  toGraphemes(offset: number): number;
  /** Graphemes to UTF-16 code units. */
  fromGraphemes(offset: number): number;
}

/** `units[i]` code units lie before checkpoint i, and `counts[i]` characters. The last one is the text's end. */
interface Checkpoints {
  readonly units: readonly number[];
  readonly counts: readonly number[];
}

/** One way to count: where a stretch may be cut, and where the characters of a stretch start. */
interface Counting {
  isCut(text: string, offset: number): boolean;
  /** Starts of the characters, relative to the stretch; `null` when every code unit is one. */
  starts(stretch: string): readonly number[] | null;
}

const stretchLength = 1024;
const simple = /^[\n -~]*$/;
const withoutSurrogates = /^[^\ud800-\udfff]*$/;

const byCodePoint: Counting = {
  isCut: (text, offset) => !splitsSurrogatePair(text, offset),
  starts(stretch) {
    if (withoutSurrogates.test(stretch)) return null;
    const starts: number[] = [];
    for (let at = 0; at < stretch.length; at += 1) if (!splitsSurrogatePair(stretch, at)) starts.push(at);
    return starts;
  },
};

const byGrapheme: Counting = {
  isCut: isCertainBoundary,
  starts: (stretch) => (simple.test(stretch) ? null : graphemeStarts(stretch)),
};

/** The maps of a text. Costs nothing until one of them is used. */
export function offsetMapOf(text: string): OffsetMap {
  const codePoints = countedBy(text, byCodePoint);
  const graphemes = countedBy(text, byGrapheme);
  return {
    toCodePoints: codePoints.to,
    fromCodePoints: codePoints.from,
    toGraphemes: graphemes.to,
    fromGraphemes: graphemes.from,
  };
}

function countedBy(
  text: string,
  counting: Counting,
): { to: (offset: number) => number; from: (offset: number) => number } {
  let built: Checkpoints | undefined;
  const checkpoints = (): Checkpoints => {
    built ??= checkpointsOf(text, counting);
    return built;
  };
  /** The stretch asked for last: the next question is most often about the same one. */
  let cachedChunk: { readonly at: number; readonly starts: readonly number[] | null } | undefined;
  const startsAt = ({ units }: Checkpoints, at: number): readonly number[] | null => {
    if (cachedChunk?.at !== at)
      cachedChunk = { at, starts: counting.starts(text.slice(units[at], units[at + 1])) };
    return cachedChunk.starts;
  };
  return {
    to(offset) {
      requireInside(offset, text.length);
      const points = checkpoints();
      const at = lastAtOrBefore(points.units, offset);
      const within = offset - (points.units[at] ?? 0);
      const starts = within === 0 ? null : startsAt(points, at);
      return (points.counts[at] ?? 0) + (starts === null ? within : lastAtOrBefore(starts, within));
    },
    from(offset) {
      const points = checkpoints();
      requireInside(offset, points.counts.at(-1) ?? 0);
      const at = lastAtOrBefore(points.counts, offset);
      const within = offset - (points.counts[at] ?? 0);
      const starts = within === 0 ? null : startsAt(points, at);
      return (points.units[at] ?? 0) + (starts === null ? within : (starts[within] ?? 0));
    },
  };
}

function checkpointsOf(text: string, counting: Counting): Checkpoints {
  const units = [0];
  const counts = [0];
  let count = 0;
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + stretchLength, text.length);
    while (!counting.isCut(text, to)) to += 1;
    count += counting.starts(text.slice(from, to))?.length ?? to - from;
    units.push(to);
    counts.push(count);
    from = to;
  }
  return { units, counts };
}

/** The index of the last value that is not above `limit`, in an ascending list that starts at or below it. */
function lastAtOrBefore(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? Infinity) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

function requireInside(offset: number, length: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > length)
    throw new RangeError(`${offset} is no offset into a text of length ${length}.`);
}
