// Five annotators with two thousand units each, as an article of the length of a book would have: most agree, some moved an
// edge, some are missing, some lie within others. And the same as one cluster in which everything hangs together.

import { finish } from "../../shared/model/work.ts";
import { align } from "../../shared/review/align.ts";

interface Unit {
  readonly id: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const annotators = 5;
const unitsEach = 2_000;

/** Milliseconds that aligning takes: of units as people make them, and of units that all hang together. */
export function timeAlignment(): { readonly scattered: number; readonly chained: number } {
  return { scattered: timed(lists(40)), chained: timed(lists(14)) };
}

function timed(units: readonly (readonly Unit[])[]): number {
  const start = performance.now();
  finish(align(units, { pair: dissimilarity, missing: 1, bothMissing: 0 }));
  return performance.now() - start;
}

/** `distance`: code units from one unit's start to the next one's. Units are some twenty long. */
function lists(distance: number): Unit[][] {
  const random = randomNumbers(1);
  return Array.from({ length: annotators }, (_, annotator) =>
    Array.from({ length: unitsEach }, (_, at) => {
      const isMoved = random() < 0.2;
      const start = at * distance + (isMoved ? Math.floor(random() * 8) : 0);
      const length = 16 + (isMoved ? Math.floor(random() * 12) : 4);
      const key = random() < 0.1 ? "source" : "speaker";
      return { id: `${annotator}-${at}`, key, start, end: start + length };
    }).filter(() => random() > 0.05),
  );
}

const dissimilarity = (a: Unit, b: Unit): number | null =>
  a.start < b.end && b.start < a.end
    ? ((Math.abs(a.start - b.start) + Math.abs(a.end - b.end)) / (a.end - a.start + b.end - b.start)) ** 2 +
      (a.key === b.key ? 0 : 1)
    : null;

/** The same numbers between 0 and 1 in every run (Park and Miller 1988). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
