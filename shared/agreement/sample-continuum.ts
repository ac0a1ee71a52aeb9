// Texts as chance would mark them: each sampled annotator is a real one's units, shifted by a random amount and wrapped
// around (Mathet, Widlöcher & Métivier 2015, section 5.2). The same seed gives the same samples.
import { type Continuum, unitCount } from "./continuum.ts";

/** Numbers from 0 up to 1, all alike likely; mulberry32, whose state is one number. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + stateStep) | 0;
    return scrambled(state) / numbers;
  };
}

/**
 * Fills rows with whole numbers below their length, as `Math.floor(random() * length)` of one `randomFrom` gives them one after the other: very
 * many of them, in a fraction of the time.
 */
export function placesFrom(seed: number): (row: Int32Array) => void {
  let before = seed | 0;
  return (row) => {
    let state = before;
    // The product is the same number as of the quotient, since a power of two changes no digit.
    for (let at = 0; at < row.length; at += 1) {
      state = (state + stateStep) | 0;
      row[at] = (scrambled(state) * row.length) / numbers;
    }
    before = state;
  };
}

const stateStep = 0x6d2b79f5;
/** How many numbers there are. */
const numbers = 4_294_967_296;

/** A whole number below `numbers`. */
function scrambled(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}

/** How often a shift is drawn anew because it is too near to one before. */
const draws = 50;

/** Of a continuum of one text. */
export function sampleContinuum(continuum: Continuum, random: () => number): Continuum {
  const { annotators, length } = continuum;
  const sizes = annotators.flatMap(({ units }) => units.map(({ start, end }) => end - start));
  const apart = sizes.reduce((total, size) => total + size, 0) / Math.max(1, unitCount(continuum)) / 2;
  const shifts: number[] = [];
  return {
    length,
    annotators: annotators.map((_, at) => {
      const source = annotators[Math.floor(random() * annotators.length)];
      const shift = shiftApart(shifts, apart, length, random);
      shifts.push(shift);
      return {
        name: String(at),
        units: (source?.units ?? []).map(({ start, end, label }) => {
          const moved = length > 0 ? (start + shift) % length : start;
          return { start: moved, end: moved + end - start, label };
        }),
      };
    }),
  };
}

/** A shift that is not nearer than half a unit to those before, where that can be had. */
function shiftApart(before: readonly number[], apart: number, length: number, random: () => number): number {
  let shift = 0;
  for (let drawn = 0; drawn < draws; drawn += 1) {
    shift = Math.floor(random() * length);
    if (before.every((other) => Math.abs(other - shift) >= apart)) break;
  }
  return shift;
}
