// A span: an annotation on one or more segments of the article's text.
import type { Id } from "./id.ts";
import type { Provenance } from "./provenance.ts";
import type { Range } from "./range.ts";
import type { Selector } from "./selector.ts";

/** `segments` holds at least one selector; they are in reading order and neither overlap nor touch. */
export interface Span {
  readonly id: Id;
  /** The id of a span type of the project's tagset. */
  readonly type: string;
  readonly segments: readonly Selector[];
  /** Who or what a mention refers to: an entity of the project's registry. */
  readonly entity?: Id;
  readonly provenance: Provenance;
}

/** The words of a span as read, its segments joined by " … ". */
export function spanText(span: Span): string {
  return span.segments.map((segment) => segment.quote).join(" … ");
}

/** A span's type and place as a value to compare: the same for spans of one type on the same stretches. */
export const typeAndPlace = ({ type, segments }: Span): string =>
  JSON.stringify([type, segments.map(({ start, end }) => [start, end])]);

/** From the first segment's start to the last one's end. */
export function spanHull(span: Span): Range {
  const firstSegment = span.segments[0];
  const lastSegment = span.segments.at(-1);
  if (!firstSegment || !lastSegment) throw new RangeError(`Span ${span.id} has no segment.`);
  return { start: firstSegment.start, end: lastSegment.end };
}
