// Finds the unit of offsets that come without quotes: people mark words, so that most ends of marks lie at the edges of words by the right
// one, and by another only those before the first character that it counts otherwise.
import { type Counting, countingOf, type OffsetUnit } from "../interchange/units.ts";

/** A stretch as a file has it: unchecked. */
interface Marked {
  readonly start: unknown;
  readonly end: unknown;
}

/** How many of the ends lie at the edges of words; of a stretch that is none in the text, none. */
export function endsAtWords(text: string, marked: readonly Marked[], counting: Counting): number {
  let fitting = 0;
  for (const { start, end } of marked) {
    const [from, to] = [counting.from(start), counting.from(end)];
    if (from !== null && to !== null && from < to)
      fitting += Number(isEdge(text, from)) + Number(isEdge(text, to));
  }
  return fitting;
}

const inWord = /[\p{L}\p{M}\p{N}]/u;

/** No word goes on from before the offset to after it. */
const isEdge = (text: string, offset: number): boolean =>
  !inWord.test(text.charAt(offset - 1)) || !inWord.test(text.charAt(offset));

/** The units, that by which most ends lie at words first; the first of those that are alike. */
export function fittingUnits<Of extends OffsetUnit>(
  text: string,
  marked: readonly Marked[],
  units: readonly [Of, ...Of[]],
): readonly [Of, ...Of[]] {
  const counts = new Map(units.map((unit) => [unit, endsAtWords(text, marked, countingOf(text, unit))]));
  const [first, ...more] = [...units].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return [first ?? units[0], ...more];
}

/** The text as a program counts it; where its byte-order mark does not count, without that. */
export const countedText = (text: string, hasMark: boolean): string =>
  !hasMark && text.startsWith("\ufeff") ? text.slice(1) : text;

/** Words that stand where a file says tell as much as this number of edges: no other place has the same ones by chance. */
export const weightOfWords = 4;
