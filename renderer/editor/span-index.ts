// Knows which spans and exclusions lie in which paragraph, and keeps that up to date change by change, so that nothing
// ever has to look at all spans again.
import type { Annotations } from "../../shared/model/annotation-set.ts";
import type { Change, RecordsChange } from "../../shared/model/change.ts";
import type { Exclusion } from "../../shared/model/exclusion.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Range } from "../../shared/model/range.ts";
import type { Span } from "../../shared/model/span.ts";
import { get, records } from "../../shared/model/table.ts";
import type { DisplayParagraph } from "./layout.ts";
import { paragraphIndexAt, paragraphsOf } from "./positions.ts";
import { innermostFirst, type ParagraphContent, type SpanPiece } from "./stretches.ts";

export interface SpanIndex {
  contentOf(paragraph: number): ParagraphContent;
  /** The spans at an offset, innermost first; at a place that none covers, those that end there. */
  spansAt(offset: number): Id[];
  /** Takes a change in; returns the paragraphs whose content is another one now. */
  apply(change: Change): ReadonlySet<number>;
}

/** `annotations` is asked whenever records are needed: it must already be in the state after the change applied last. */
export function createSpanIndex(
  paragraphs: readonly DisplayParagraph[],
  annotations: () => Annotations,
  typeIndex: (type: string) => number,
): SpanIndex {
  const spans = createPlaces<Span>(paragraphs, ({ segments }) => segments);
  const exclusions = createPlaces<Exclusion>(paragraphs, ({ segment }) => [segment]);
  for (const span of records(annotations().set.spans)) spans.add(span);
  for (const exclusion of records(annotations().set.exclusions)) exclusions.add(exclusion);

  const piecesOf = (paragraph: number): SpanPiece[] => {
    const range = paragraphs[paragraph];
    const { set } = annotations();
    if (!range) return [];
    return spans.in(paragraph).flatMap((id) => {
      const span = get(set.spans, id);
      return span ? pieces(span, typeIndex(span.type), range) : [];
    });
  };

  return {
    contentOf(paragraph) {
      const range = paragraphs[paragraph];
      const { set } = annotations();
      const excluded = exclusions.in(paragraph).flatMap((id) => {
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
      spans.apply(change.spans, touched);
      exclusions.apply(change.exclusions, touched);
      return touched;
    },
  };
}

/** Which records lie in which paragraph, by their ids. */
function createPlaces<T extends { readonly id: Id }>(
  paragraphs: readonly DisplayParagraph[],
  rangesOf: (record: T) => readonly Range[],
) {
  const idsByParagraph: (Id[] | undefined)[] = [];
  const eachParagraph = (record: T, visit: (paragraph: number) => void): void => {
    for (const range of rangesOf(record)) {
      const reached = paragraphsOf(paragraphs, range);
      if (reached) for (let at = reached.first; at <= reached.last; at += 1) visit(at);
    }
  };
  const add = (record: T): void =>
    eachParagraph(record, (at) => {
      const ids = idsByParagraph[at];
      if (!ids) idsByParagraph[at] = [record.id];
      else if (!ids.includes(record.id)) ids.push(record.id);
    });
  const drop = (record: T): void =>
    eachParagraph(record, (at) => {
      idsByParagraph[at] = idsByParagraph[at]?.filter((other) => other !== record.id);
    });
  return {
    add,
    in: (paragraph: number): readonly Id[] => idsByParagraph[paragraph] ?? [],
    /** Adds the paragraphs to `touched` whose records are others now. */
    apply(change: RecordsChange<T> | undefined, touched: Set<number>): void {
      if (!change) return;
      for (const record of [...change.removed, ...change.updated.map(({ from }) => from)]) {
        drop(record);
        eachParagraph(record, (at) => touched.add(at));
      }
      for (const record of [...change.added, ...change.updated.map(({ to }) => to)]) {
        add(record);
        eachParagraph(record, (at) => touched.add(at));
      }
    },
  };
}

function within(range: Range, paragraph: Range): Range {
  return { start: Math.max(range.start, paragraph.start), end: Math.min(range.end, paragraph.end) };
}

/** A type that the tagset does not know (index -1) is not drawn. */
function pieces({ id, segments }: Span, type: number, paragraph: Range): SpanPiece[] {
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
