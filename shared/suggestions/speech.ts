// Tells quotations that are somebody's words as a sentence of their own from those that are only words within another sentence, a title or
// a name. Single quotation marks are paired here too: British newspapers quote with them.
import type { ArticleText } from "../model/article-text.ts";
import type { Quotation } from "../model/quotations.ts";
import type { Range } from "../model/range.ts";

/** `isSpeech`: to be read as one; the words of the others stay words of the sentence around them. */
export interface ReadQuotation extends Quotation {
  readonly isSpeech: boolean;
}

/** The outermost quotations of a text, in order. Linear in its length. */
export function readQuotations({
  text,
  paragraphs,
}: Pick<ArticleText, "text" | "paragraphs">): ReadQuotation[] {
  const readings: ReadQuotation[] = [];
  for (const paragraph of paragraphs) {
    const doubles = doubleQuotations(text, paragraph);
    const quotations = [...doubles, ...singleQuotations(text, paragraph, doubles)].sort(
      (a, b) => a.start - b.start,
    );
    let from = paragraph.start;
    let hasSpeech = false;
    for (const quotation of quotations) {
      const isSpeech = isSpeechAt(text, paragraph, quotation, from, hasSpeech);
      if (isSpeech) hasSpeech = true;
      readings.push({ ...quotation, isSpeech });
      from = quotation.end;
    }
  }
  return readings;
}

/** Marks that open or close, whichever their place shows; two apostrophes are one. */
const doubleMark = /["“”„«»]|''|``|’’|‘‘/gu;
const openers: ReadonlySet<string> = new Set(["“", "„", "«", "``", "‘‘"]);
const closers: ReadonlySet<string> = new Set(["”", "»", "’’"]);

/**
 * Typesetters mix straight and curly marks, and forget some: what a mark does is told by what stands beside it, and by what
 * is open. The outermost pairs only; what is open at the paragraph's end goes on there.
 */
function doubleQuotations(text: string, { start, end }: Range): Quotation[] {
  const quotations: Quotation[] = [];
  const openMarks: { at: number; mark: string }[] = [];
  for (const match of text.slice(start, end).matchAll(doubleMark)) {
    const mark = match[0];
    const at = start + match.index;
    const [before, after] = [text.charAt(at - 1), text.charAt(at + mark.length)];
    const isOpening =
      openers.has(mark) ||
      (!closers.has(mark) && (at === start || /[\s([—–-]/u.test(before)) && /\S/u.test(after));
    if (isOpening && (openMarks.length === 0 || openers.has(mark))) openMarks.push({ at, mark });
    else if (openMarks.length > 0) {
      const pair = openMarks.findLastIndex(
        (one) => openers.has(one.mark) !== (mark === '"' || mark === "''"),
      );
      const [opened] = openMarks.slice(pair < 0 ? -1 : pair);
      openMarks.length = pair < 0 ? openMarks.length - 1 : pair;
      if (openMarks.length > 0 || !opened) continue;
      const inner = { start: opened.at + opened.mark.length, end: at };
      if (inner.start < inner.end)
        quotations.push({ start: opened.at, end: at + mark.length, inner, closed: true });
    }
  }
  const [unclosed] = openMarks;
  if (unclosed && unclosed.at + unclosed.mark.length < end)
    quotations.push({
      start: unclosed.at,
      end,
      inner: { start: unclosed.at + unclosed.mark.length, end },
      closed: false,
    });
  return quotations;
}

/** The index of the first quotation that begins at the offset or behind it. */
export function firstFrom(quotations: readonly Range[], start: number): number {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The quotations that share a character with the range or touch it, in order. */
export function quotationsAround(
  quotations: readonly ReadQuotation[],
  { start, end }: Range,
): ReadQuotation[] {
  const touching: ReadQuotation[] = [];
  let at = Math.max(0, firstFrom(quotations, start) - 1);
  for (let quotation = quotations[at]; quotation && quotation.start <= end; quotation = quotations[at]) {
    if (quotation.end >= start) touching.push(quotation);
    at += 1;
  }
  return touching;
}

/** ‘…’ and '…' where an apostrophe cannot stand: an opening mark before a word and behind white space, and so on. */
function singleQuotations(text: string, { start, end }: Range, doubles: readonly Quotation[]): Quotation[] {
  const quotations: Quotation[] = [];
  const body = text.slice(start, end);
  if (!/[‘']/u.test(body)) return quotations;
  let openMark: { at: number; mark: string } | null = null;
  let double = 0;
  for (const { index } of body.matchAll(/[‘’']/gu)) {
    const at = start + index;
    while ((doubles[double]?.end ?? Infinity) <= at) double += 1;
    if ((doubles[double]?.start ?? Infinity) < at) {
      openMark = null;
      continue;
    }
    const [before, mark, after] = [text.charAt(at - 1), text.charAt(at), text.charAt(at + 1)];
    if (/[‘’']/u.test(before) || /[‘’']/u.test(after)) continue;
    const opens = mark !== "’" && (at === start || /[\s(—–:]/u.test(before)) && /[\p{L}\p{N}[…]/u.test(after);
    const closes =
      mark !== "‘" &&
      /[\p{L}\p{N}.,!?…\]—–-]/u.test(before) &&
      (at + 1 >= end || /[\s.,;:!?)—–]/u.test(after));
    if (opens && !openMark) openMark = { at, mark };
    else if (closes && openMark && (openMark.mark === "‘") === (mark === "’") && !isApostrophe(text, at)) {
      quotations.push({
        start: openMark.at,
        end: at + 1,
        inner: { start: openMark.at + 1, end: at },
        closed: true,
      });
      openMark = null;
    }
  }
  return quotations;
}

/** "the workers’ union", "the ’90s": a plural's mark with a word right behind it is no closing mark. */
const isApostrophe = (text: string, at: number): boolean =>
  /s$/u.test(text.charAt(at - 1)) && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3));

const terminal = /[,.?!…—–-]$/u;
const small =
  /(?:^|\s)(?:a|an|the|of|as|by|with|for|and|or|in|on|at|from|that|this|his|her|their|its|is|was|are|were|be|been|being|called|named|titled|dubbed|entitled)$/iu;

/** A verb after which even two words are a speech: "chanting “Lock the gates!”" */
const quoting =
  /\b(?:said|says|saying|chant(?:ed|s|ing)|shout(?:ed|s|ing)|yell(?:ed|s|ing)|cried|asked|asks|replied|tweeted|wrote|writes|added|adds|sang|sings|singing|whispered|read|reads|reading)$/u;

function isSpeechAt(text: string, paragraph: Range, one: Quotation, from: number, opened: boolean): boolean {
  const inner = text.slice(one.inner.start, Math.min(one.inner.end, one.inner.start + 400)).trim();
  const tail = text.slice(Math.max(one.inner.start, one.inner.end - 3), one.inner.end).trimEnd();
  const words = one.inner.end - one.inner.start > 400 ? 60 : inner.split(/\s+/u).length;
  const textBefore = text.slice(Math.max(from, paragraph.start), one.start).trimEnd();
  const textAfter = text.slice(one.end, one.end + 2);
  const isEnded = terminal.test(tail) || /^[,.?!]/u.test(textAfter) || !one.closed;
  const isCapital = /^[[(…. —-]*(?:\p{Lu}|\p{N}|\[)/u.test(inner) || /^[…[]|^\.\.\./u.test(inner);
  if (!isEnded)
    return (
      isCapital &&
      words >= 6 &&
      /^\s*$|^\s\p{Lu}/u.test(textAfter) &&
      (textBefore === "" || /[.?!:,]$/u.test(textBefore))
    );
  if (textBefore === "" || /[.?!]["”’)]?$/u.test(textBefore))
    return isCapital ? words >= 2 || terminal.test(tail) : words >= 4;
  if (/:$/u.test(textBefore)) return words >= 2;
  if (/[,—–-]$/u.test(textBefore))
    return isCapital ? words >= 2 && !isTitle(inner) : opened && words >= 2 && isResumed(textBefore);
  if (quoting.test(textBefore)) return isCapital && !isTitle(inner);
  if (small.test(textBefore)) return false;
  return isCapital && words >= 4 && !isTitle(inner);
}

/** "…,” he said, “and …": the words between two quotations name who speaks. */
const isResumed = (before: string): boolean => before.trim().split(/\s+/u).length >= 2;

/** All longer words with a capital: the name of a song or a book. */
function isTitle(inner: string): boolean {
  const long = inner.split(/\s+/u).filter((word) => /^\p{L}{4,}/u.test(word));
  return long.length > 1 && long.every((word) => /^\p{Lu}/u.test(word));
}
