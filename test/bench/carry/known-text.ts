// A text that is edited while each of its characters knows where it came from, so that the right place of every stretch is known
// whatever was done to the text. It shares nothing with the code that is measured.
import type { Range } from "../../../shared/model/range.ts";

export interface KnownText {
  readonly text: string;
  /** Of each code unit: its offset in the first text; -1 for what was written since. */
  readonly origins: readonly number[];
}

export const knownText = (text: string): KnownText => ({
  text,
  origins: Array.from({ length: text.length }, (_, at) => at),
});

/** `origins` of the new words: none, unless they stand for the old ones. */
export function put(
  { text, origins }: KnownText,
  { start, end }: Range,
  words: string,
  from: readonly number[] = Array.from({ length: words.length }, () => -1),
): KnownText {
  return {
    text: text.slice(0, start) + words + text.slice(end),
    origins: [...origins.slice(0, start), ...from, ...origins.slice(end)],
  };
}

/** Other words in the place of the old ones: they stand where those stood. */
export function swap(known: KnownText, range: Range, words: string): KnownText {
  const old = known.origins.slice(range.start, range.end);
  const stretched = Array.from(
    { length: words.length },
    (_, at) => old[Math.round((at * (old.length - 1)) / Math.max(1, words.length - 1))] ?? -1,
  );
  return put(known, range, words, stretched);
}

/** Takes a stretch out and puts it in front of what stands at `to`, which lies outside it. */
export function move(known: KnownText, { start, end }: Range, to: number): KnownText {
  const text = known.text.slice(start, end);
  const origins = known.origins.slice(start, end);
  const without = put(known, { start, end }, "", []);
  const at = to > start ? to - (end - start) : to;
  return put(without, { start: at, end: at }, text, origins);
}

/** Where a stretch of the first text stands; `null` where nothing of it is left, "torn" where it went several ways. */
export function rightPlace({ text, origins }: KnownText, { start, end }: Range): Range | null | "torn" {
  let first = -1;
  let last = -1;
  let before = -1;
  let foreign = 0;
  origins.forEach((origin, at) => {
    if (origin < start || origin >= end) return;
    if (first === -1) first = at;
    else if (origin + 3 < before) foreign += 1;
    before = origin;
    last = at;
  });
  if (first === -1) return null;
  // What went elsewhere leaves a stretch that holds much of others between its parts.
  for (let at = first; at <= last; at += 1) {
    const origin = origins[at] ?? -1;
    if (origin >= 0 && (origin < start || origin >= end)) foreign += 1;
  }
  if (foreign > 0) return "torn";
  const words = text.slice(first, last + 1);
  if (words.trim() === "") return null;
  return {
    start: first + words.length - words.trimStart().length,
    end: last + 1 - (words.length - words.trimEnd().length),
  };
}
