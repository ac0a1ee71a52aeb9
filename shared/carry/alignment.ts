// Aligns the words of two texts. Passages that stand once in both are found first, those in the same order stay and the others were moved;
// what lies between is compared word by word, and words that were spelt otherwise are paired last.
import { diffArrays } from "diff";
import { pairChanged } from "./pair-changed.ts";
import { heaviestChain, type Run, telling, uniqueRuns } from "./runs.ts";
import { type ComparedToken, type Side, tokensOf } from "./tokens.ts";

export interface TextAlignment {
  readonly from: Side;
  readonly to: Side;
  /** Of each token of `from`: 0 where it stayed in order, else the number of the passage that was moved with it. */
  readonly moved: Int32Array;
  /** Of each token of `from`: 1 within words that stand once in both texts, which leave no doubt. */
  readonly certain: Uint8Array;
}

/** A passage that was moved has this many words and marks at least; fewer are taken for the same words said elsewhere. */
const leastMoved = 8;
/** How far apart two runs of one moved passage may lie, and how far it may reach beyond them. */
const reach = 40;
/** How many moved passages may go on at once. */
const mostOpenPassages = 8;
/** A stretch that differs in more words than this was written anew. */
const mostEdits = 600;

/** Aligns two texts. Time near linear in their length, whatever they hold. */
export function alignTexts(from: string, to: string): TextAlignment {
  const [a, b] = [tokensOf(from), tokensOf(to)];
  const draft = draftOf(from, to, a, b);
  const runs = uniqueRuns(draft.keysA, draft.keysB).flatMap((run) => withoutRaggedEnds(draft, run));
  const chain = heaviestChain(runs);
  for (const run of chain) lay(draft, run, 0, true);
  const inChain = new Set(chain);
  layMoved(
    draft,
    runs.filter((run) => !inChain.has(run)),
  );
  fillGaps(draft);
  const sides = {
    from: { text: from, tokens: a, partner: draft.partnerOfA },
    to: { text: to, tokens: b, partner: draft.partnerOfB },
  };
  slideEdits(sides.from, sides.to, draft.moved);
  return { ...sides, moved: draft.moved, certain: draft.certain };
}

/**
 * A run that reaches a few words into a line which goes on otherwise does not say that those words are the same: many
 * paragraphs begin alike.
 */
function withoutRaggedEnds({ linesA, linesB }: Draft, run: Run): Run[] {
  let { from, to, length } = run;
  const goesOn = (at: number, next: number, lines: Int32Array): boolean => lines[at] === lines[next];
  let head = 0;
  while (head < length && goesOn(from, from + head, linesA) && goesOn(to, to + head, linesB)) head += 1;
  const beginsWithin = goesOn(from, from - 1, linesA) || goesOn(to, to - 1, linesB);
  if (head < length && head < telling && beginsWithin)
    [from, to, length] = [from + head, to + head, length - head];
  const [lastA, lastB] = [from + length - 1, to + length - 1];
  let tail = 0;
  while (tail < length && goesOn(lastA, lastA - tail, linesA) && goesOn(lastB, lastB - tail, linesB))
    tail += 1;
  const endsWithin = goesOn(lastA, lastA + 1, linesA) || goesOn(lastB, lastB + 1, linesB);
  if (tail < length && tail < telling && endsWithin) length -= tail;
  return length < telling ? [] : [{ from, to, length }];
}

interface Draft {
  readonly a: readonly ComparedToken[];
  readonly b: readonly ComparedToken[];
  readonly keysA: Int32Array;
  readonly keysB: Int32Array;
  readonly linesA: Int32Array;
  readonly linesB: Int32Array;
  readonly partnerOfA: Int32Array;
  readonly partnerOfB: Int32Array;
  readonly moved: Int32Array;
  readonly certain: Uint8Array;
}

function draftOf(from: string, to: string, a: readonly ComparedToken[], b: readonly ComparedToken[]): Draft {
  const numbers = new Map<string, number>();
  const keys = (tokens: readonly ComparedToken[]): Int32Array =>
    Int32Array.from(tokens, ({ key }) => {
      const keyNumber = numbers.get(key);
      if (keyNumber !== undefined) return keyNumber;
      numbers.set(key, numbers.size + 1);
      return numbers.size;
    });
  return {
    a,
    b,
    keysA: keys(a),
    keysB: keys(b),
    linesA: linesOf(from, a),
    linesB: linesOf(to, b),
    partnerOfA: new Int32Array(a.length).fill(-1),
    partnerOfB: new Int32Array(b.length).fill(-1),
    moved: new Int32Array(a.length),
    certain: new Uint8Array(a.length),
  };
}

/** In which line each token stands. */
function linesOf(text: string, tokens: readonly ComparedToken[]): Int32Array {
  let line = 0;
  let at = 0;
  return Int32Array.from(tokens, ({ start }) => {
    for (; at < start; at += 1) if (/[\n\r\u2028\u2029]/u.test(text.charAt(at))) line += 1;
    return line;
  });
}

/** Pairs the tokens of a run that are free on both sides, and tells how many. */
function lay(draft: Draft, run: Run, group: number, certain: boolean): number {
  let laid = 0;
  for (let step = 0; step < run.length; step += 1) {
    const [from, to] = [run.from + step, run.to + step];
    if (draft.partnerOfA[from] !== -1 || draft.partnerOfB[to] !== -1) continue;
    pair(draft, from, to, group);
    if (certain) draft.certain[from] = 1;
    laid += 1;
  }
  return laid;
}

function pair(draft: Draft, from: number, to: number, group: number): void {
  draft.partnerOfA[from] = to;
  draft.partnerOfB[to] = from;
  draft.moved[from] = group;
}

function layMoved(draft: Draft, runs: readonly Run[]): void {
  const free = runs.map((run) => freePart(draft, run)).filter(({ length }) => length > 0);
  const passages: Run[][] = [];
  for (const run of free) {
    const passage = passages.slice(-mostOpenPassages).findLast((one) => follows(draft, one.at(-1), run));
    if (passage) passage.push(run);
    else passages.push([run]);
  }
  let group = 0;
  const byLength = passages
    .map((passage) => ({ passage, length: passage.reduce((sum, { length }) => sum + length, 0) }))
    .filter(({ length }) => length >= leastMoved)
    .sort((one, other) => other.length - one.length);
  for (const { passage } of byLength) {
    const still = passage.map((run) => freePart(draft, run)).filter(({ length }) => length > 0);
    if (still.reduce((sum, { length }) => sum + length, 0) < leastMoved) continue;
    group += 1;
    for (const run of still) lay(draft, run, group, true);
    fillPassage(draft, still, group);
  }
}

/** The longest stretch of a run that is free on both sides. */
function freePart(draft: Draft, run: Run): Run {
  let best: Run = { ...run, length: 0 };
  let start = 0;
  for (let step = 0; step <= run.length; step += 1) {
    const isFree =
      step < run.length && draft.partnerOfA[run.from + step] === -1 && draft.partnerOfB[run.to + step] === -1;
    if (isFree) continue;
    if (step - start > best.length)
      best = { from: run.from + start, to: run.to + start, length: step - start };
    start = step + 1;
  }
  return best;
}

/** Whether a run goes on where another of the same moved passage ended. */
function follows(draft: Draft, before: Run | undefined, run: Run): boolean {
  if (!before) return false;
  const [a, b] = [before.from + before.length, before.to + before.length];
  const [gapA, gapB] = [run.from - a, run.to - b];
  if (gapA < 0 || gapB < 0 || gapA > reach || gapB > reach) return false;
  return (
    draft.partnerOfA.subarray(a, run.from).every((one) => one === -1) &&
    draft.partnerOfB.subarray(b, run.to).every((one) => one === -1)
  );
}

/** What lies between the runs of a moved passage, and around them in the same lines, belongs to it too. */
function fillPassage(draft: Draft, runs: readonly Run[], group: number): void {
  const [first] = runs;
  const lastRun = runs.at(-1);
  if (!first || !lastRun) return;
  runs.forEach((run, at) => {
    const previousRun = runs[at - 1];
    if (!previousRun) return;
    const [a, b] = [previousRun.from + previousRun.length, previousRun.to + previousRun.length];
    fill(draft, numbersFrom(a, run.from), numbersFrom(b, run.to), group);
  });
  const back = (lines: Int32Array, partner: Int32Array, from: number): number[] => {
    let start = from;
    while (start > 0 && from - start < reach && partner[start - 1] === -1 && lines[start - 1] === lines[from])
      start -= 1;
    return numbersFrom(start, from);
  };
  const on = (lines: Int32Array, partner: Int32Array, from: number): number[] => {
    let end = from;
    while (end < lines.length && end - from < reach && partner[end] === -1 && lines[end] === lines[from - 1])
      end += 1;
    return numbersFrom(from, end);
  };
  const { linesA, linesB, partnerOfA, partnerOfB } = draft;
  fill(draft, back(linesA, partnerOfA, first.from), back(linesB, partnerOfB, first.to), group);
  const [endA, endB] = [lastRun.from + lastRun.length, lastRun.to + lastRun.length];
  fill(draft, on(linesA, partnerOfA, endA), on(linesB, partnerOfB, endB), group);
}

const numbersFrom = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, step) => start + step);

/** Between what stayed, whatever is free on both sides is compared. */
function fillGaps(draft: Draft): void {
  const { partnerOfA, partnerOfB, moved, a, b } = draft;
  let nextB = 0;
  let freeA: number[] = [];
  const close = (to: number): void => {
    const freeB: number[] = [];
    for (; nextB < to; nextB += 1) if (partnerOfB[nextB] === -1) freeB.push(nextB);
    fill(draft, freeA, freeB, 0);
    freeA = [];
  };
  for (let at = 0; at < a.length; at += 1) {
    const partner = partnerOfA[at] ?? -1;
    if (partner === -1) freeA.push(at);
    else if (moved[at] === 0) {
      close(partner);
      nextB = partner + 1;
    }
  }
  close(b.length);
}

/** Compares two stretches, given as the places of their tokens. */
function fill(draft: Draft, inA: readonly number[], inB: readonly number[], group: number): void {
  if (inA.length === 0 || inB.length === 0) return;
  const equalPairs = differences(draft, inA, inB);
  const pairs: [number, number][] = [];
  let a = 0;
  let b = 0;
  const change = (endA: number, endB: number): void => {
    const [partA, partB] = [inA.slice(a, endA), inB.slice(b, endB)];
    const token = (tokens: readonly ComparedToken[], places: readonly number[]): ComparedToken[] =>
      places.flatMap((place) => tokens[place] ?? []);
    for (const [x, y] of pairChanged(token(draft.a, partA), token(draft.b, partB)))
      pairs.push([a + x, b + y]);
    [a, b] = [endA, endB];
  };
  for (const [x, y] of equalPairs) {
    change(x, y);
    pairs.push([x, y]);
    [a, b] = [x + 1, y + 1];
  }
  change(inA.length, inB.length);
  for (const [x, y] of withoutIslands(pairs, sizes(draft.a, inA), sizes(draft.b, inB)))
    pair(draft, inA[x] ?? 0, inB[y] ?? 0, group);
}

const sizes = (tokens: readonly ComparedToken[], places: readonly number[]): number[] =>
  places.map((place) => tokens[place]?.key.length ?? 0);

/** The pairs of equal tokens, in order: the fewest differences, or what stands once where there are very many. */
function differences(
  draft: Draft,
  inA: readonly number[],
  inB: readonly number[],
): readonly (readonly [number, number])[] {
  const [keysA, keysB] = [inA.map((at) => draft.keysA[at] ?? 0), inB.map((at) => draft.keysB[at] ?? 0)];
  const changes = diffArrays(keysA, keysB, { maxEditLength: mostEdits });
  const pairs: [number, number][] = [];
  if (!changes) {
    const runs = uniqueRuns(Int32Array.from(keysA), Int32Array.from(keysB), 2);
    let [endA, endB] = [0, 0];
    for (const { from, to, length } of heaviestChain(runs))
      for (let step = 0; step < length; step += 1)
        if (from + step >= endA && to + step >= endB) {
          pairs.push([from + step, to + step]);
          [endA, endB] = [from + step + 1, to + step + 1];
        }
    return pairs;
  }
  let [a, b] = [0, 0];
  for (const { count, added, removed } of changes) {
    if (added) b += count;
    else if (removed) a += count;
    else for (let step = 0; step < count; step += 1) pairs.push([a++, b++]);
  }
  return pairs;
}

/** A few words that stayed amid many that did not are no sign of anything: "the" is in every sentence. */
function withoutIslands(
  pairs: readonly (readonly [number, number])[],
  sizeA: readonly number[],
  sizeB: readonly number[],
): readonly (readonly [number, number])[] {
  const sum = (all: readonly number[], start: number, end: number): number => {
    let total = 0;
    for (let at = start; at < end; at += 1) total += all[at] ?? 0;
    return total;
  };
  let runs: { pairs: (readonly [number, number])[] }[] = [];
  for (const tokenPair of pairs) {
    const lastRun = runs.at(-1);
    const lastPair = lastRun?.pairs.at(-1);
    if (lastRun && lastPair && lastPair[0] + 1 === tokenPair[0] && lastPair[1] + 1 === tokenPair[1])
      lastRun.pairs.push(tokenPair);
    else runs.push({ pairs: [tokenPair] });
  }
  for (let dropped = true; dropped; ) {
    dropped = false;
    const remainingRuns: typeof runs = [];
    runs.forEach((run, at) => {
      const [first, last] = [run.pairs[0], run.pairs.at(-1)];
      const previousPair = remainingRuns.at(-1)?.pairs.at(-1) ?? [-1, -1];
      const nextPair = runs[at + 1]?.pairs[0] ?? [sizeA.length, sizeB.length];
      if (!first || !last) return;
      const runSize = sum(sizeA, first[0], last[0] + 1);
      const changedBefore = Math.max(
        sum(sizeA, previousPair[0] + 1, first[0]),
        sum(sizeB, previousPair[1] + 1, first[1]),
      );
      const changedAfter = Math.max(
        sum(sizeA, last[0] + 1, nextPair[0]),
        sum(sizeB, last[1] + 1, nextPair[1]),
      );
      if (runSize <= changedBefore && runSize <= changedAfter) dropped = true;
      else remainingRuns.push(run);
    });
    runs = remainingRuns;
  }
  return runs.flatMap((run) => run.pairs);
}

/** Slides every insertion and deletion of what stayed in order to where it reads best. Changes the partners in place. */
function slideEdits(from: Side, to: Side, moved: Int32Array): void {
  slide(from, to, (at) => moved[at] === 0);
  slide(to, from, (at) => (moved[to.partner[at] ?? -1] ?? 0) === 0);
}

/** Insertions into `to`; `stayed` of a token of `from`. */
function slide(from: Side, to: Side, stayed: (at: number) => boolean): void {
  for (let at = 0; at + 1 < from.tokens.length; at += 1) {
    const [here, next] = [from.partner[at] ?? -1, from.partner[at + 1] ?? -1];
    if (here < 0 || next <= here + 1 || !stayed(at) || !stayed(at + 1)) continue;
    if (!isFree(to, here + 1, next)) continue;
    const offset = bestOffset(from, to, at, here, next, stayed);
    // Towards the start: the words before what was put in are paired with its last ones instead.
    for (let step = 0; step > offset; step -= 1) repair(from, to, at + step, next - 1 + step);
    for (let step = 0; step < offset; step += 1) repair(from, to, at + 1 + step, here + 1 + step);
  }
}

const isFree = (side: Side, start: number, end: number): boolean => {
  for (let at = start; at < end; at += 1) if (side.partner[at] !== -1) return false;
  return true;
};

function repair(from: Side, to: Side, own: number, partner: number): void {
  const old = from.partner[own] ?? -1;
  if (old >= 0) to.partner[old] = -1;
  from.partner[own] = partner;
  to.partner[partner] = own;
}

/** How far an insertion may slide. */
const farthest = 30;

function bestOffset(
  from: Side,
  to: Side,
  at: number,
  here: number,
  next: number,
  stayed: (at: number) => boolean,
): number {
  const length = next - here - 1;
  const key = (side: Side, place: number): string | undefined => side.tokens[place]?.key;
  let best = { offset: 0, score: edgeScore(to, here + 1) + edgeScore(to, next) };
  /** How many marks are more like what they were by sliding. */
  let marks = 0;
  const consider = (offset: number): void => {
    const score = edgeScore(to, here + 1 + offset) + edgeScore(to, next + offset) + 2 * marks;
    if (score > best.score) best = { offset, score };
  };
  const gain = (own: number, now: number, then: number): number =>
    Number(sameText(from, own, to, then)) - Number(sameText(from, own, to, now));
  for (let step = 0; step > -farthest; step -= 1) {
    const fromIndex = at + step;
    if (fromIndex < 0 || !stayed(fromIndex) || from.partner[fromIndex] !== here + step) break;
    if (key(from, fromIndex) !== key(to, here + step) || key(from, fromIndex) !== key(to, next - 1 + step))
      break;
    marks += gain(fromIndex, here + step, next - 1 + step);
    consider(step - 1);
  }
  marks = 0;
  for (let step = 0; step < farthest; step += 1) {
    const fromIndex = at + 1 + step;
    if (fromIndex >= from.tokens.length || !stayed(fromIndex) || from.partner[fromIndex] !== next + step)
      break;
    if (key(from, fromIndex) !== key(to, next + step) || key(from, fromIndex) !== key(to, here + 1 + step))
      break;
    marks += gain(fromIndex, next + step, here + 1 + step);
    consider(step + 1);
  }
  return length > 0 ? best.offset : 0;
}

const textAt = ({ text, tokens }: Side, at: number): string => {
  const token = tokens[at];
  return token ? text.slice(token.start, token.end) : "";
};

const sameText = (one: Side, at: number, other: Side, place: number): boolean =>
  textAt(one, at) === textAt(other, place);

/** How well something may begin or end before a token: at a line, a sentence, a word, within one. */
function edgeScore(side: Side, at: number): number {
  const previousToken = side.tokens[at - 1];
  const token = side.tokens[at];
  if (!previousToken || !token) return 3;
  const between = side.text.slice(previousToken.end, token.start);
  if (/[\n\r\u2028\u2029]/u.test(between)) return 3;
  if (between === "") return 0;
  return /[.?!…。]['"’”»)\]]*$/u.test(side.text.slice(Math.max(0, previousToken.end - 4), previousToken.end))
    ? 2
    : 1;
}
