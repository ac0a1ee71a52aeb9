// Knows which spans lie in which paragraph of an article, and keeps that up to date change by change, so that asking what
// lies around a place never looks at all spans.
import type { AnnotationSet } from "./annotation-set.ts";
import { type ArticleText, paragraphAt } from "./article-text.ts";
import type { RecordsChange } from "./change.ts";
import type { Id } from "./id.ts";
import { overlaps, type Range } from "./range.ts";
import type { Span } from "./span.ts";
import { records } from "./table.ts";

export interface SpanPlaces {
  /** The spans with a segment that shares a character with the range, each once, in no particular order. */
  overlapping(range: Range): readonly Span[];
  /** Takes a change of spans in. */
  apply(change: RecordsChange<Span>): void;
}

/** The places of all spans of a set. */
export function createSpanPlaces(text: ArticleText, set: AnnotationSet): SpanPlaces {
  const places = new Map<number, Map<Id, Span>>();
  const paragraphsOf = function* (range: Range): Generator<number> {
    const firstParagraph = paragraphAt(text, range.start);
    yield firstParagraph;
    for (let at = firstParagraph + 1; (text.paragraphs[at]?.start ?? range.end) < range.end; at += 1)
      yield at;
  };
  const addSpan = (span: Span): void => {
    for (const segment of span.segments)
      for (const at of paragraphsOf(segment)) {
        const paragraphSpans = places.get(at);
        if (paragraphSpans) paragraphSpans.set(span.id, span);
        else places.set(at, new Map([[span.id, span]]));
      }
  };
  const drop = (span: Span): void => {
    for (const segment of span.segments)
      for (const at of paragraphsOf(segment)) places.get(at)?.delete(span.id);
  };
  for (const span of records(set.spans)) addSpan(span);
  return {
    overlapping(range) {
      const overlappingSpans = new Map<Id, Span>();
      for (const at of paragraphsOf(range))
        for (const span of places.get(at)?.values() ?? [])
          if (span.segments.some((segment) => overlaps(segment, range))) overlappingSpans.set(span.id, span);
      return [...overlappingSpans.values()];
    },
    apply({ added, updated, removed }) {
      for (const span of removed) drop(span);
      for (const { from } of updated) drop(from);
      for (const { to } of updated) addSpan(to);
      for (const span of added) addSpan(span);
    },
  };
}
