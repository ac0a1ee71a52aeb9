// The draws of the bootstrap over articles, by article: figures of one question draw the same articles, and what one of them was drawn for the
// next one knows.
import { placesFrom } from "../agreement/sample-continuum.ts";

export const draws = 1_000;

/** Numbers of four bytes in a row of draws: one for every four of them, the first in the lowest byte. */
const rowLength = draws / 4;

/** How often each article comes in each draw: a row an article. `most`: none comes more often in any. */
export interface DrawsByArticle {
  readonly rows: Int32Array;
  readonly most: number;
}

/** So many numbers of rows are kept at once, four bytes each. */
const mostKept = 3_000_000;

/** By the numbers of articles and the seed, the latest last. */
const kept = new Map<string, readonly DrawsByArticle[]>();

/** The draws of `intervalOverParts`, by article. */
export const drawsByArticle = (articles: number, seed: number): DrawsByArticle =>
  drawsOfSides([articles], seed)[0] ?? noDraws;

const noDraws: DrawsByArticle = { rows: new Int32Array(), most: 0 };

/** The draws of several sides, each of which takes as many articles in a draw as it has, one side after the other. */
export function drawsOfSides(sides: readonly number[], seed: number): readonly DrawsByArticle[] {
  const key = `${sides.join("+")} ${seed}`;
  const known = kept.get(key) ?? drawByArticle(sides, seed);
  kept.delete(key);
  kept.set(key, known);
  let room = mostKept;
  for (const [one, draws] of [...kept].reverse()) {
    for (const { rows } of draws) room -= rows.length;
    if (room < 0 && one !== key) kept.delete(one);
  }
  return known;
}

/** Four draws at a time: one alone would write to all rows. */
function drawByArticle(sides: readonly number[], seed: number): readonly DrawsByArticle[] {
  const drawPlaces = placesFrom(seed);
  const drawn = sides.map((articles) => ({
    rows: new Int32Array(articles * rowLength),
    fours: new Int32Array(articles),
    places: new Int32Array(articles),
    most: seldomMore,
  }));
  for (let at = 0; at < rowLength; at += 1) {
    for (let draw = 0; draw < 4; draw += 1)
      for (const { fours, places } of drawn) {
        drawPlaces(places);
        countPlaces(places, fours, draw);
      }
    for (const side of drawn) side.most = Math.max(side.most, moveFours(side, at));
  }
  return drawn.map(({ rows, most }) => ({ rows, most }));
}

function countPlaces(places: Int32Array, fours: Int32Array, draw: number): void {
  // A byte holds it: each article comes once on average, and 256 times in no draw that anybody will ever see.
  const one = 1 << (draw * 8);
  for (let drawn = 0; drawn < places.length; drawn += 1) {
    const article = places[drawn] ?? 0;
    fours[article] = (fours[article] ?? 0) + one;
  }
}

/** An article comes more often than this in one of a hundred thousand draws. */
const seldomMore = 7;
const moreBits = 0xf8f8f8f8 | 0;

/** Moves four draws to the rows, and tells how often any article comes in any of them where that is more than seldom. */
function moveFours(
  { rows, fours }: { readonly rows: Int32Array; readonly fours: Int32Array },
  at: number,
): number {
  let most = 0;
  for (let article = 0; article < fours.length; article += 1) {
    const four = fours[article] ?? 0;
    rows[article * rowLength + at] = four;
    if ((four & moreBits) !== 0)
      most = Math.max(most, four & 255, (four >>> 8) & 255, (four >>> 16) & 255, four >>> 24);
  }
  fours.fill(0);
  return most;
}

/** Sums over articles in each draw, to which whole numbers are added in any order. */
export interface SumsInDraws {
  /** Adds what an article adds to the sum of each draw, as often as it comes in it. */
  add(article: number, amount: number): void;
  /** One for each draw. */
  whole(): Float64Array;
}

const lowBytes = 0x00ff00ff;
const mostInByte = 0xff;
const mostInHalf = 0xffff;

/**
 * `before`: what is added to. Four draws are added at once, each in a byte of a number until one could be full; bytes are then added to halves of numbers, and
 * those to the sums.
 */
export function sumsInDraws({ rows, most }: DrawsByArticle, before?: Float64Array): SumsInDraws {
  const sums = before?.slice() ?? new Float64Array(draws);
  const [bytes, even, odd] = [
    new Int32Array(rowLength),
    new Int32Array(rowLength),
    new Int32Array(rowLength),
  ];
  /** How much a byte and a half hold at most. */
  let [inByte, inHalf] = [0, 0];

  /** Adds numbers of four bytes, so many times each, to the halves. */
  function addToHalves(from: Int32Array, start: number, times: number, greatest: number): void {
    if (inHalf + greatest > mostInHalf) emptyHalves();
    inHalf += greatest;
    for (let at = 0; at < rowLength; at += 1) {
      const four = from[start + at] ?? 0;
      even[at] = (even[at] ?? 0) + Math.imul(four & lowBytes, times);
      odd[at] = (odd[at] ?? 0) + Math.imul((four >>> 8) & lowBytes, times);
    }
  }

  function emptyBytes(): void {
    addToHalves(bytes, 0, 1, inByte);
    bytes.fill(0);
    inByte = 0;
  }

  function emptyHalves(): void {
    for (let at = 0; at < rowLength; at += 1) {
      const [evens, odds] = [even[at] ?? 0, odd[at] ?? 0];
      sums[4 * at] = (sums[4 * at] ?? 0) + (evens & mostInHalf);
      sums[4 * at + 1] = (sums[4 * at + 1] ?? 0) + (odds & mostInHalf);
      sums[4 * at + 2] = (sums[4 * at + 2] ?? 0) + (evens >>> 16);
      sums[4 * at + 3] = (sums[4 * at + 3] ?? 0) + (odds >>> 16);
    }
    even.fill(0);
    odd.fill(0);
    inHalf = 0;
  }

  function addToBytes(row: number, times: number, greatest: number): void {
    if (inByte + greatest > mostInByte) emptyBytes();
    inByte += greatest;
    for (let at = 0; at < rowLength; at += 1)
      bytes[at] = (bytes[at] ?? 0) + Math.imul(rows[row + at] ?? 0, times);
  }

  function addSingly(row: number, amount: number): void {
    for (let draw = 0; draw < draws; draw += 1) {
      const times = ((rows[row + (draw >> 2)] ?? 0) >>> ((draw % 4) * 8)) & mostInByte;
      sums[draw] = (sums[draw] ?? 0) + times * amount;
    }
  }

  return {
    add(article, amount) {
      if (amount === 0) return;
      const row = article * rowLength;
      const greatest = amount * most;
      if (amount < 0 || greatest > mostInHalf) addSingly(row, amount);
      else if (greatest > mostInByte) addToHalves(rows, row, amount, greatest);
      else addToBytes(row, amount, greatest);
    },
    whole() {
      emptyBytes();
      emptyHalves();
      return sums;
    },
  };
}
