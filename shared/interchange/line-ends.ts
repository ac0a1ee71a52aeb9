// Cuts spans at line ends, for formats whose spans may not hold one, and puts them together again where nothing else parts them.
import type { Range } from "../model/range.ts";
import type { Standoff } from "./standoff.ts";
import { below } from "./units.ts";

/** The segments, those together that only line ends part. */
export function joinedOverLineEnds(text: string, segments: readonly Range[]): readonly Range[] {
  const mergedRanges: Range[] = [];
  for (const { start, end } of segments) {
    const lastRange = mergedRanges.at(-1);
    if (lastRange && /^[\r\n]+$/u.test(text.slice(lastRange.end, start)))
      mergedRanges[mergedRanges.length - 1] = { start: lastRange.start, end };
    else mergedRanges.push({ start, end });
  }
  return mergedRanges;
}

/** The text with every line end as CR LF, how many were not, and where an offset then lies; one within a CR LF stays within it. */
export function withCrLf(text: string): {
  readonly text: string;
  readonly changed: number;
  offset(before: number): number;
} {
  const lone = Array.from(text.matchAll(/\r(?!\n)|(?<!\r)\n/gu), ({ index }) => index);
  return {
    text: text.replace(/\r\n|[\r\n]/gu, "\r\n"),
    changed: lone.length,
    offset: (before) => before + below(lone.length, (at) => (lone[at] ?? before) < before),
  };
}

export function withJoinedLines(document: Standoff): Standoff {
  return {
    ...document,
    spans: document.spans.map((span) => ({
      ...span,
      segments: joinedOverLineEnds(document.text, span.segments),
    })),
  };
}

/** The stretch in pieces without line ends. */
export function cutAtLineEnds(text: string, { start, end }: Range): readonly Range[] {
  return Array.from(text.slice(start, end).matchAll(/[^\r\n]+/gu), ({ 0: piece, index }) => ({
    start: start + index,
    end: start + index + piece.length,
  }));
}
