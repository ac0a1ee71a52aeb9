// Knows which spans and exclusions lie in which paragraph, and keeps that up to date change by change, so that nothing
// ever has to look at all spans again.
import type { Annotations, Exclusion } from "../../shared/model/annotation-set.ts";
import type { Change, RecordsChange } from "../../shared/model/change.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Range } from "../../shared/model/range.ts";
import type { Span } from "../../shared/model/span.ts";
import { get, records } from "../../shared/model/table.ts";
import type { DisplayParagraph } from "./layout.ts";
import { paragraphIndexAt, paragraphsOf } from "./positions.ts";
import { innermostFirst, type ParagraphContent, type Piece } from "./stretches.ts";

export interface SpanIndex {
  contentOf(paragraph: number): ParagraphContent;
  /** The spans at an offset, innermost first; at a place that none covers, those that end there. */
  spansAt(offset: number): Id[];
  /** Takes a change in; returns the paragraphs whose content is another one now. */
  apply(change: Change): ReadonlySet<number>;
}

type Places = (Id[] | undefined)[];

/** `annotations` is asked whenever records are needed: it must already be in the state after the change applied last. */
export function createSpanIndex(
  paragraphs: readonly DisplayParagraph[],
  annotations: () => Annotations,
  typeIndex: (type: string) => number,
): SpanIndex {
  const spans: Places = [];
  const exclusions: Places = [];
  const eachParagraph = (ranges: readonly Range[], visit: (paragraph: number) => void): void => {
    for (const range of ranges) {
      const touched = paragraphsOf(paragraphs, range);
      if (touched) for (let at = touched.first; at <= touched.last; at += 1) visit(at);
    }
  };
  const addId = (places: Places, id: Id, ranges: readonly Range[]): void =>
    eachParagraph(ranges, (at) => {
      const ids = places[at];
      if (!ids) places[at] = [id];
      else if (!ids.includes(id)) ids.push(id);
    });
  const drop = (places: Places, id: Id, ranges: readonly Range[]): void =>
    eachParagraph(ranges, (at) => {
      places[at] = places[at]?.filter((other) => other !== id);
    });
  const exclusionRanges = ({ segment }: Exclusion): readonly Range[] => [segment];
  const spanRanges = ({ segments }: Span): readonly Range[] => segments;

  for (const span of records(annotations().set.spans)) addId(spans, span.id, span.segments);
  for (const exclusion of records(annotations().set.exclusions))
    addId(exclusions, exclusion.id, exclusionRanges(exclusion));

  const piecesOf = (paragraph: number): Piece[] => {
    const range = paragraphs[paragraph];
    const { set } = annotations();
    if (!range) return [];
    return (spans[paragraph] ?? []).flatMap((id) => {
      const span = get(set.spans, id);
      return span ? pieces(span, typeIndex(span.type), range) : [];
    });
  };

  const applyTo = <T extends { readonly id: Id }>(
    places: Places,
    change: RecordsChange<T> | undefined,
    rangesOf: (record: T) => readonly Range[],
    touched: Set<number>,
  ): void => {
    if (!change) return;
    const touch = (paragraph: number): unknown => touched.add(paragraph);
    for (const record of [...change.removed, ...change.updated.map(({ from }) => from)]) {
      drop(places, record.id, rangesOf(record));
      eachParagraph(rangesOf(record), touch);
    }
    for (const record of [...change.added, ...change.updated.map(({ to }) => to)]) {
      addId(places, record.id, rangesOf(record));
      eachParagraph(rangesOf(record), touch);
    }
  };

  return {
    contentOf(paragraph) {
      const range = paragraphs[paragraph];
      const { set } = annotations();
      const excluded = (exclusions[paragraph] ?? []).flatMap((id) => {
        const exclusion = get(set.exclusions, id);
        return range && exclusion ? [within(exclusion.segment, range)] : [];
      });
      return { pieces: piecesOf(paragraph), excluded };
    },
    spansAt(offset) {
      const paragraphPieces = piecesOf(paragraphIndexAt(paragraphs, offset)).sort(innermostFirst);
      const over = paragraphPieces.filter(({ start, end }) => start <= offset && offset < end);
      const piecesAtOffset = over.length > 0 ? over : paragraphPieces.filter(({ end }) => end === offset);
      return [...new Set(piecesAtOffset.map(({ id }) => id))];
    },
    apply(change) {
      const touched = new Set<number>();
      applyTo(spans, change.spans, spanRanges, touched);
      applyTo(exclusions, change.exclusions, exclusionRanges, touched);
      return touched;
    },
  };
}

function within(range: Range, paragraph: Range): Range {
  return { start: Math.max(range.start, paragraph.start), end: Math.min(range.end, paragraph.end) };
}

/** A type that the tagset does not know (index -1) is not drawn. */
function pieces({ id, segments }: Span, type: number, paragraph: Range): Piece[] {
  if (type < 0) return [];
  return segments.flatMap((segment) => {
    const { start, end } = within(segment, paragraph);
    if (start >= end) return [];
    return {
      id,
      type,
      start,
      end,
      begins: segment.start === start,
      ends: segment.end === end,
      length: segment.end - segment.start,
    };
  });
}
