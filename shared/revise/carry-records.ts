// Carries a whole set over to another text of its article: every record of every kind finds its place there, or waits as an
// orphan, with its words and the cards that it served. Nothing goes.
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import { articleTextOf } from "../model/article-text.ts";
import type { Attribution } from "../model/attribution.ts";
import { spansIn } from "../model/card-laws.ts";
import type { Id } from "../model/id.ts";
import { type Orphan, type OrphanedRecord, type OrphanUse, stretchesOf } from "../model/orphan.ts";
import type { Range } from "../model/range.ts";
import { type Selector, stretchId } from "../model/selector.ts";
import type { Waiver } from "../model/waiver.ts";
import type { CarriedStretch, Carrier, PlacedStretch } from "./carrier.ts";

/** What became of one span or exclusion. */
export interface CarriedRecord {
  readonly kind: "span" | "exclusion";
  /** The type of a span; `null` for an exclusion. */
  readonly type: string | null;
  readonly id: Id;
  /** The words as they were, segments joined by an ellipsis. */
  readonly quote: string;
  /** `moved`: elsewhere in the text, its words the same. `reworded`: its words are others now. `waits`: it lost its place. */
  readonly how: "same" | "moved" | "reworded" | "waits";
  /** Where it stands now. */
  readonly segments: readonly Range[];
  /** From 0 to 1: how sure that is; `null` where it waits. */
  readonly confidence: number | null;
}

export interface CarriedSet {
  readonly set: AnnotationSetJson;
  /** In the order of the set, spans first. */
  readonly records: readonly CarriedRecord[];
}

/** `textHash`: of the text that the carrier leads to. `placeOf`: where a record stands that is not to be looked for. */
export function carryRecords(
  set: AnnotationSetJson,
  carrier: Carrier,
  textHash: string,
  placeOf: (was: OrphanedRecord) => CarriedStretch | null = () => null,
): CarriedSet {
  const records: CarriedRecord[] = [];
  const orphans: Orphan[] = (set.orphans ?? []).map((orphan) => keptOrphan(orphan, carrier));
  const carry = (was: OrphanedRecord): readonly Selector[] | null => {
    const segments = stretchesOf(was.record);
    const placement = placeOf(was) ?? carrier.place(segments);
    const { id } = was.record;
    const placed = placement.how === "placed" ? placement : null;
    if (was.kind !== "rejection") records.push(toldOf(was, placed));
    if (placement.how === "placed") return placement.segments;
    orphans.push({
      id,
      was,
      textHash: set.textHash,
      why: placement.why,
      proposals: placement.proposals,
      uses: was.kind === "span" ? usesOf(set.attributions, id) : [],
      near: carrier.mapOffset(segments[0]?.start ?? 0),
    });
    return null;
  };
  const spans = set.spans.flatMap((span) => {
    const segments = carry({ kind: "span", record: span });
    return segments ? [{ ...span, segments }] : [];
  });
  const exclusions = set.exclusions.flatMap((exclusion) => {
    const [segment] = carry({ kind: "exclusion", record: exclusion }) ?? [];
    return segment ? [{ ...exclusion, segment }] : [];
  });
  const { rejections: rejected = [], waivers = [], decisions = [], orphans: _orphans, ...rest } = set;
  const rejections = rejected.flatMap((rejection) => {
    const [segment] = carry({ kind: "rejection", record: rejection }) ?? [];
    return segment ? [{ ...rejection, segment }] : [];
  });
  const placedIds = new Set(spans.map(({ id }) => id));
  return {
    records,
    set: {
      ...rest,
      textHash,
      spans,
      exclusions,
      attributions: set.attributions.map((card) => withoutWaiting(card, placedIds)),
      ...(waivers.length > 0 && { waivers: waiversOn(waivers, carrier) }),
      ...(decisions.length > 0 && {
        decisions: decisions.map((one) => ({ ...one, place: one.place && mappedRange(one.place, carrier) })),
      }),
      ...(rejections.length > 0 && { rejections }),
      ...(orphans.length > 0 && { orphans }),
    },
  };
}

/** What became of a record as it was. `placed`: `null` where it waits. */
export function toldOf(
  was: Exclude<OrphanedRecord, { kind: "rejection" }>,
  placed: Pick<PlacedStretch, "segments" | "confidence"> | null,
): CarriedRecord {
  const { kind, record } = was;
  const before = stretchesOf(record);
  const quote = quoteOf(before);
  const about = { kind, type: was.kind === "span" ? was.record.type : null, id: record.id, quote };
  if (!placed) return { ...about, how: "waits", segments: [], confidence: null };
  const { segments, confidence } = placed;
  const isUnmoved =
    segments.length === before.length && segments.every(({ start }, at) => start === before[at]?.start);
  const how = quoteOf(segments) !== quote ? "reworded" : isUnmoved ? "same" : "moved";
  return { ...about, how, segments: segments.map(({ start, end }) => ({ start, end })), confidence };
}

const quoteOf = (segments: readonly Selector[]): string => segments.map(({ quote }) => quote).join(" … ");

const slots = ["voice", "cue", "claim", "via"] as const;

/** The slots of cards that a span fills. */
function usesOf(cards: readonly Attribution[], span: Id): OrphanUse[] {
  return cards.flatMap((card) =>
    slots.flatMap((slot): OrphanUse[] => {
      const at = spansIn(card, slot).indexOf(span);
      if (at === -1) return [];
      const role = slot === "via" ? card.via[at]?.role : undefined;
      return [{ card: card.id, slot, at, ...(role !== undefined && { role }) }];
    }),
  );
}

function withoutWaiting(card: Attribution, here: ReadonlySet<Id>): Attribution {
  const idIfPresent = (id: Id | null): Id | null => (id !== null && here.has(id) ? id : null);
  return {
    ...card,
    voice: card.voice.filter((id) => here.has(id)),
    cue: idIfPresent(card.cue),
    claim: idIfPresent(card.claim),
    via: card.via.filter(({ span }) => here.has(span)),
  };
}

/** What waits already goes on waiting; where it is looked for moves with the text. */
function keptOrphan(orphan: Orphan, carrier: Carrier): Orphan {
  return {
    ...orphan,
    near: carrier.mapOffset(orphan.near),
    proposals: orphan.proposals.flatMap(({ segments, confidence }) => {
      const mapped = segments.flatMap((segment) => mappedRange(segment, carrier) ?? []);
      return mapped.length === segments.length ? [{ segments: mapped, confidence }] : [];
    }),
  };
}

function mappedRange({ start, end }: Range, { mapOffset }: Carrier): Range | null {
  const mapped = { start: mapOffset(start), end: mapOffset(end) };
  return mapped.start < mapped.end ? mapped : null;
}

/** Those on a stretch of text that is no record know it by its words and what stands around them. */
function waiversOn(waivers: readonly Waiver[], carrier: Carrier): readonly Waiver[] {
  const { from, to } = carrier;
  const waivedIds = new Set(waivers.map(({ on }) => on));
  const renamed = new Map<Id, Id>();
  for (const quotation of articleTextOf(from).quotations) {
    const id = stretchId(from, quotation);
    if (!waivedIds.has(id)) continue;
    const placement = carrier.place([quotation]);
    const [range] = placement.how === "placed" ? placement.segments : [];
    if (range) renamed.set(id, stretchId(to, range));
  }
  return waivers.map((waiver) => ({ ...waiver, on: renamed.get(waiver.on) ?? waiver.on }));
}
