// Where exactly something was put in or taken out is often open: “one. [Two. ]Three.” can be read as “one.[ Two.] Three.” as well. Of
// all readings the one is taken that begins and ends where paragraphs, sentences or words do, with marks as they were.
import type { Side } from "./tokens.ts";

/** Slides every insertion and deletion of what stayed in order to where it reads best. Changes the partners in place. */
export function slideEdits(from: Side, to: Side, moved: Int32Array): void {
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
