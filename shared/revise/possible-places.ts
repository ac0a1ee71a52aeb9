// The places where a mark that has none may belong: where the carry-over would have put it, then wherever its words stand, the nearest
// first, then where words stand that are nearly the same.
import { type Orphan, stretchesOf } from "../model/orphan.ts";
import { overlaps, type Range } from "../model/range.ts";
import { isWholeWords } from "../search/find-plain.ts";
import { alikeStretches, type WordIndex } from "./find-alike.ts";

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
