// From ranges to a span's segments, and from a selection to the range it means.
import type { ArticleText } from "../model/article-text.ts";
import { graphemeEnd, graphemeStart } from "../model/graphemes.ts";
import { joinRanges, type Range, sameRange } from "../model/range.ts";
import { type Selector, selectorOf } from "../model/selector.ts";
import type { SpanType } from "../model/tagset.ts";
import { snapForType } from "../model/text-units.ts";

/** The segments of these ranges, in order; those that overlap or touch become one. */
export function segmentsOf({ text }: ArticleText, ranges: readonly Range[]): readonly Selector[] {
  return joinRanges(ranges).map((range) => selectorOf(text, range));
}

/** The range that a selection means: snapped as the type wants it, or as it is. `null` when it holds no words. */
export function selected(
  article: ArticleText,
  range: Range,
  snapTo: Pick<SpanType, "snap"> | null,
): Range | null {
  return snapTo ? snapForType(article, range, snapTo) : wholeCharacters(article, range);
}

/** True when only white space of one line lies between: neighbouring words are one stretch; lines are not, since captions may stand between paragraphs. */
export function onlySpacesBetween({ text }: ArticleText, a: Range, b: Range): boolean {
  const between = text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
  return between.length < 8 && /^[^\S\r\n\u2028\u2029]*$/u.test(between);
}

export function sameSegments(a: readonly Range[], b: readonly Range[]): boolean {
  return a.length === b.length && a.every((range, at) => b[at] !== undefined && sameRange(range, b[at]));
}

/** A free selection still never cuts a character in two. */
function wholeCharacters({ text }: ArticleText, range: Range): Range | null {
  const start = graphemeStart(text, Math.max(0, Math.min(range.start, text.length)));
  const end = graphemeEnd(text, Math.max(0, Math.min(range.end, text.length)));
  return range.start < range.end && /\S/u.test(text.slice(start, end)) ? { start, end } : null;
}
