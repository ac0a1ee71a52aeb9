// The places where a mark that has none may belong: where the carry-over would have put it, then wherever its words stand, the nearest
// first, then where words stand that are nearly the same.

import { pairChanged } from "../carry/pair-changed.ts";
import { type ComparedToken, tokensOf } from "../carry/tokens.ts";
import { type Orphan, stretchesOf } from "../model/orphan.ts";
import { overlaps, type Range } from "../model/range.ts";
import { isWholeWords } from "../search/find-plain.ts";

/** Places that are proposed at most. */
const most = 5;

/** Why a place is proposed. */
type PlaceReason = "carried" | "same-words" | "alike-words";

export interface PossiblePlace {
  /** The stretches that it would have, in order. */
  readonly segments: readonly Range[];
  readonly why: PlaceReason;
}

/** Places where it may belong. `words`: what to look for instead of its own words; those that cannot be are left out. */
export function possiblePlaces(index: WordIndex, orphan: Orphan, words = ""): readonly PossiblePlace[] {
  const { text } = index;
  const places: PossiblePlace[] = [];
  const add = (why: PlaceReason, segments: readonly Range[]): void => {
    const isPlace = segments.every(({ start, end }) => start < end && end <= text.length);
    const isKnown = places.some((place) =>
      place.segments.some((one) => segments.some((other) => overlaps(one, other))),
    );
    if (isPlace && segments.length > 0 && !isKnown) places.push({ why, segments });
  };
  if (words === "") for (const { segments } of orphan.proposals) add("carried", segments);
  const [longest] = [...stretchesOf(orphan.was.record)].sort((a, b) => b.quote.length - a.quote.length);
  const quote = words === "" ? longest?.quote : words;
  if (quote === undefined) return places;
  for (const range of rangesOfQuote(text, quote, orphan.near)) add("same-words", [range]);
  if (places.length < most)
    for (const { start, end } of alikeStretches(index, quote)) add("alike-words", [{ start, end }]);
  return places.slice(0, most);
}

/** Where these words stand, the nearest first; within other words only where they stand nowhere else. */
function rangesOfQuote(text: string, quote: string, near: number): readonly Range[] {
  const ranges: Range[] = [];
  for (let at = text.indexOf(quote); at !== -1 && ranges.length < 100; at = text.indexOf(quote, at + 1))
    ranges.push({ start: at, end: at + quote.length });
  const wholeWordRanges = ranges.filter((range) => isWholeWords({ text }, range));
  return (wholeWordRanges.length > 0 ? wholeWordRanges : ranges).sort(
    (a, b) => Math.abs(a.start - near) - Math.abs(b.start - near),
  );
}

// Finds words that are nearly those of a stretch: some of them others, left out or spelt otherwise. For people to choose from; nothing is
// put there by itself.

/** The words of a text and where each of them stands, found once for all that is looked for in it. */
export interface WordIndex {
  /** UTF-16 code units, as all offsets of its words. */
  readonly text: string;
  /** In order, without punctuation. */
  readonly words: readonly ComparedToken[];
  /** The places in `words` of each word, by its key in small letters. */
  readonly placesOf: ReadonlyMap<string, readonly number[]>;
}

/** Linear in the length of the text. */
export function wordIndexOf(text: string): WordIndex {
  const words = tokensOf(text).filter(({ isWord }) => isWord);
  const placesOf = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    const places = placesOf.get(wordKey(word));
    if (places) places.push(at);
    else placesOf.set(wordKey(word), [at]);
  }
  return { text, words, placesOf };
}

const wordKey = ({ key }: ComparedToken): string => key.toLowerCase();

interface AlikeStretch extends Range {
  /** From 0 to 1: how many of the letters of both are in words that both have. */
  readonly share: number;
}

/** Stretches that have less of the words are not proposed. */
const least = 0.5;
/** One long word does not make a passage. */
const fewest = (wanted: readonly ComparedToken[]): number => (wanted.length > 2 ? 2 : 1);
/** Of a longer stretch its beginning is what it is known by. */
const longest = 40;
/** Places that are looked at more closely. */
const mostAlike = 12;

/** The most alike first. */
export function alikeStretches(index: WordIndex, quote: string): readonly AlikeStretch[] {
  const quoteWords = wordIndexOf(quote).words.slice(0, longest);
  const { words } = index;
  if (quoteWords.length === 0) return [];
  const stretches: AlikeStretch[] = [];
  for (const begin of beginnings(index, quoteWords)) {
    const [one] = [0, 1]
      .flatMap((slack) =>
        stretchIn(quoteWords, words.slice(Math.max(0, begin - slack), begin + quoteWords.length + slack)),
      )
      .sort((a, b) => b.share - a.share || a.end - a.start - (b.end - b.start));
    if (!one) continue;
    const isKnown = stretches.some(({ start, end }) => start < one.end && one.start < end);
    if (one.share >= least && !isKnown) stretches.push(one);
  }
  return stretches.sort((a, b) => b.share - a.share || a.start - b.start);
}

/** From the first to the last of the words that are there. */
function stretchIn(wanted: readonly ComparedToken[], there: readonly ComparedToken[]): AlikeStretch[] {
  const pairs = pairChanged(wanted, there);
  const [first, last] = [there[pairs[0]?.[1] ?? -1], there[pairs.at(-1)?.[1] ?? -1]];
  if (!first || !last || pairs.length < fewest(wanted)) return [];
  const paired = letters(pairs.flatMap(([at]) => wanted[at] ?? []));
  const coveredTokens = there.filter(({ start, end }) => start >= first.start && end <= last.end);
  return [
    { start: first.start, end: last.end, share: (2 * paired) / (letters(wanted) + letters(coveredTokens)) },
  ];
}

const letters = (tokens: readonly ComparedToken[]): number =>
  tokens.reduce((sum, { key }) => sum + key.length, 0);

/** Where the stretch would begin for most of its words to be where they are; those with the most words first. */
function beginnings({ placesOf }: WordIndex, wanted: readonly ComparedToken[]): readonly number[] {
  const votes = new Map<number, number>();
  for (const [place, word] of wanted.entries())
    for (const at of placesOf.get(wordKey(word)) ?? [])
      votes.set(at - place, (votes.get(at - place) ?? 0) + word.key.length);
  const best = Array.from(votes).sort(([a, mostAlike], [b, other]) => other - mostAlike || a - b);
  return best.slice(0, mostAlike).map(([begin]) => Math.max(0, begin));
}
