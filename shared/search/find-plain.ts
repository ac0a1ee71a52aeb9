// Finds words in a text as they stand: in reading order, none overlapping, whole characters only.
import type { ArticleText } from "../model/article-text.ts";
import type { Range } from "../model/range.ts";
import { type Folded, fold } from "./fold.ts";
import type { PlainQuery } from "./query.ts";
import { isWholeWords } from "./whole-words.ts";

/**
 * The places where any of the texts stands. Where several begin at one place the longest wins. Yields as it finds, so that
 * the caller can stop.
 */
export function* findPlain(article: Pick<ArticleText, "text">, query: PlainQuery): Generator<Range> {
  const wanted = [...new Set(query.any.map((one) => fold(one, query).folded))]
    .filter((one) => one !== "")
    .sort((a, b) => b.length - a.length);
  const text = fold(article.text, query);
  /** Where each of the wanted texts stands next. */
  const next = wanted.map((one) => ({ one, at: text.folded.indexOf(one) }));
  let free = 0;
  for (;;) {
    let first: (typeof next)[number] | null = null;
    for (const each of next) {
      if (each.at >= 0 && each.at < free) each.at = text.folded.indexOf(each.one, free);
      if (each.at >= 0 && (!first || each.at < first.at)) first = each;
    }
    if (!first) return;
    const { at, one } = first;
    const found = rangeOf(text, at, at + one.length);
    if (found && (!query.wholeWords || isWholeWords(article, found))) {
      free = at + one.length;
      yield found;
    }
    first.at = text.folded.indexOf(one, Math.max(free, at + 1));
  }
}

/** The stretch of the text that a stretch of its folded form is; `null` where it cuts a character. */
function rangeOf({ folded, starts, ends }: Folded, from: number, to: number): Range | null {
  const start = starts[from];
  const end = ends[to - 1];
  if (start === undefined || end === undefined) return null;
  const beginsInside = from > 0 && starts[from - 1] === start;
  const endsInside = to < folded.length && ends[to] === end;
  return beginsInside || endsInside ? null : { start, end };
}
