// Splits one paragraph into elementary stretches: runs of text over which the same spans lie. Each becomes one element
// on the screen, so that overlapping spans never overwrite each other and every layer can be seen.
import type { Id } from "../../shared/model/id.ts";
import { compareRanges, overlaps, type Range } from "../../shared/model/range.ts";

/** A segment's share of a paragraph. `begins` and `ends`: the segment's own edges lie in this paragraph. */
export interface SpanPiece extends Range {
  readonly id: Id;
  /** The index of the span's type in the tagset. */
  readonly type: number;
  readonly begins: boolean;
  readonly ends: boolean;
  /** The length of the whole segment, which tells inner from outer. */
  readonly length: number;
  /** It is only proposed. */
  readonly ghost?: boolean;
  /** Which suggestion it is part of. */
  readonly suggestion?: number;
  /** A suggestion that is not looked at now. */
  readonly aside?: boolean;
}

/** One span's part in a stretch. `lane` is `null` for a ground. `first` and `last`: the segment begins or ends here. */
export interface Layer {
  readonly id: Id;
  readonly type: number;
  readonly lane: number | null;
  readonly first: boolean;
  readonly last: boolean;
  readonly ghost?: boolean;
  readonly suggestion?: number;
  readonly aside?: boolean;
}

/** `layers` are innermost first. */
export interface DrawnStretch extends Range {
  readonly layers: readonly Layer[];
  readonly excluded: boolean;
}

/** What a paragraph shows: its pieces and its excluded parts, in offsets of the article's text. */
export interface ParagraphContent {
  readonly pieces: readonly SpanPiece[];
  readonly excluded: readonly Range[];
}

/** The stretches that carry anything, in order. `isGround` tells types drawn as a ground from those drawn as a line. */
export function stretchesOf(
  { pieces, excluded }: ParagraphContent,
  isGround: (type: number) => boolean,
): DrawnStretch[] {
  const lanes = lanesOf(linedSpans(pieces.filter(({ type }) => !isGround(type))));
  const inner = [...pieces].sort(innermostFirst);
  const cuts = [...new Set([...pieces, ...excluded].flatMap(({ start, end }) => [start, end]))].sort(
    (a, b) => a - b,
  );
  const stretches: DrawnStretch[] = [];
  cuts.forEach((start, at) => {
    const end = cuts[at + 1];
    if (end === undefined) return;
    const stretch = { start, end };
    const layers = inner
      .filter((piece) => overlaps(piece, stretch))
      .map(
        (piece): Layer => ({
          id: piece.id,
          type: piece.type,
          lane: lanes.get(piece.id) ?? null,
          first: piece.begins && piece.start === start,
          last: piece.ends && piece.end === end,
          ...(piece.ghost ? { ghost: true } : {}),
          ...(piece.suggestion === undefined ? {} : { suggestion: piece.suggestion }),
          ...(piece.aside ? { aside: true } : {}),
        }),
      );
    const isExcluded = excluded.some((range) => overlaps(range, stretch));
    if (layers.length > 0 || isExcluded) stretches.push({ start, end, layers, excluded: isExcluded });
  });
  return stretches;
}

/** Shorter segments lie inside longer ones; of equals the one that starts later, then the one of the later type. */
export function innermostFirst(
  a: Pick<SpanPiece, "id" | "type" | "start" | "length">,
  b: Pick<SpanPiece, "id" | "type" | "start" | "length">,
): number {
  return a.length - b.length || b.start - a.start || b.type - a.type || (a.id < b.id ? -1 : 1);
}

function linedSpans(pieces: readonly SpanPiece[]): { id: Id; ranges: Range[] }[] {
  const byId = new Map<Id, Range[]>();
  for (const piece of pieces) byId.set(piece.id, [...(byId.get(piece.id) ?? []), piece]);
  return Array.from(byId, ([id, ranges]) => ({ id, ranges: ranges.sort((a, b) => a.start - b.start) }));
}

// Puts the underlines of one paragraph into lanes, so that spans that overlap are drawn below each other and each keeps
// one lane through all its segments.

/** A span's share of a paragraph. */
interface Lined {
  readonly id: Id;
  readonly ranges: readonly Range[];
}

/**
 * The lane of each span, 0 next to the text. Spans take the lowest free lane in reading order, what encloses first: so an
 * inner span that comes or goes never moves the outer one.
 */
export function lanesOf(spans: readonly Lined[]): ReadonlyMap<Id, number> {
  const lanes: Range[][] = [];
  const laneOf = new Map<Id, number>();
  for (const { id, ranges } of [...spans].sort(inReadingOrder)) {
    const free = lanes.findIndex(
      (taken) => !taken.some((range) => ranges.some((own) => overlaps(own, range))),
    );
    const lane = free === -1 ? lanes.length : free;
    lanes[lane] = [...(lanes[lane] ?? []), ...ranges];
    laneOf.set(id, lane);
  }
  return laneOf;
}

function inReadingOrder(a: Lined, b: Lined): number {
  const [first, second] = [a.ranges[0], b.ranges[0]];
  const order = first && second ? compareRanges(first, second) : 0;
  return order || (a.id < b.id ? -1 : 1);
}
