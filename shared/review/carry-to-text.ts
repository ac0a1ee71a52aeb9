// Carries a set over to another version of its article's text: every stretch is found again by its words and by what stands
// around them, or reported as lost. Nothing is guessed: words that stand in several places equally well, or with nothing
// around them as it was, are not taken for the same.
import type { AnnotationSetJson, Exclusion } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Id } from "../model/id.ts";
import type { Rejection } from "../model/rejection.ts";
import { findSelector, type Selector, selectorOf } from "../model/selector.ts";
import type { Span } from "../model/span.ts";

/** `missing`: its words stand nowhere. `ambiguous`: nothing tells where. `torn`: its segments are out of order now. */
export interface LostStretch {
  readonly kind: "spans" | "exclusions";
  readonly id: Id;
  /** The words as they were, segments joined by an ellipsis. */
  readonly quote: string;
  readonly why: "missing" | "ambiguous" | "torn";
}

export interface CarryReport {
  /** Hash of the text that the set was made on. */
  readonly from: string;
  /** How many spans and exclusions stand where they stood, and how many somewhere else. */
  readonly unmoved: number;
  readonly moved: number;
  readonly lost: readonly LostStretch[];
  /** From 0 to 1: how much of what stood around those that were found still does, on average; `null` where none was. */
  readonly confidence: number | null;
}

export interface CarriedSet {
  readonly set: AnnotationSetJson;
  readonly report: CarryReport;
}

/** Words of so many code units are taken for the same wherever they stand once. */
const tellingWords = 20;
/** Shorter ones need this share of what stood around them. */
const leastContext = 0.25;

/** Cards stay, without the spans that were lost. `textHash`: of the other text. */
export function carryToText(
  set: AnnotationSetJson,
  { text, textHash }: { readonly text: string; readonly textHash: string },
): CarriedSet {
  const lost: LostStretch[] = [];
  const shares: number[] = [];
  let unmoved = 0;
  const carried = (kind: LostStretch["kind"], id: Id, segments: readonly Selector[]): Selector[] | null => {
    const found = findAll(text, segments);
    if (typeof found === "string") {
      lost.push({ kind, id, quote: segments.map(({ quote }) => quote).join(" … "), why: found });
      return null;
    }
    shares.push(Math.min(...found.map(({ share }) => share)));
    if (found.every(({ selector }, at) => selector.start === segments[at]?.start)) unmoved += 1;
    return found.map(({ selector }) => selector);
  };
  const spans = set.spans.flatMap((span): Span[] => {
    const segments = carried("spans", span.id, span.segments);
    return segments ? [{ ...span, segments }] : [];
  });
  const exclusions = set.exclusions.flatMap((exclusion): Exclusion[] => {
    const [segment] = carried("exclusions", exclusion.id, [exclusion.segment]) ?? [];
    return segment ? [{ ...exclusion, segment }] : [];
  });
  // A place that is gone needs no rejection.
  const { rejections: rejected = [], ...rest } = set;
  const rejections = rejected.flatMap((rejection): Rejection[] => {
    const found = findStretch(text, rejection.segment);
    return typeof found === "string" ? [] : [{ ...rejection, segment: found.selector }];
  });
  const here = new Set(spans.map(({ id }) => id));
  return {
    set: {
      ...rest,
      textHash,
      spans,
      exclusions,
      ...(rejections.length > 0 && { rejections }),
      attributions: set.attributions.map((card) => withoutLost(card, here)),
    },
    report: {
      from: set.textHash,
      unmoved,
      moved: shares.length - unmoved,
      lost,
      confidence: shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length,
    },
  };
}

export interface FoundSegment {
  readonly selector: Selector;
  /** How much of what stood around it still does, from 0 to 1. */
  readonly share: number;
}

function findAll(text: string, segments: readonly Selector[]): FoundSegment[] | LostStretch["why"] {
  const found: FoundSegment[] = [];
  for (const segment of segments) {
    const one = findStretch(text, segment);
    if (typeof one === "string") return one;
    const before = found.at(-1)?.selector;
    if (before && before.end >= one.selector.start) return "torn";
    found.push(one);
  }
  return found;
}

/** Where the words of a stretch stand in a text, by them and by what stands around them alone. */
export function findStretch(text: string, segment: Selector): FoundSegment | "missing" | "ambiguous" {
  // Where it stood says nothing in another text, so its own place has no say.
  const found = findSelector(text, { ...segment, start: text.length + 1, end: text.length + 1 });
  if (!("range" in found)) return found.how;
  const selector = selectorOf(text, found.range);
  const share = contextShare(segment, selector);
  const stands = text.indexOf(segment.quote) === text.lastIndexOf(segment.quote);
  const tells = share >= leastContext || (stands && segment.quote.length >= tellingWords);
  return tells ? { selector, share } : "ambiguous";
}

/** How much of what stood around a stretch stands around it now. What stood at the edge of the text lacks nothing. */
function contextShare(before: Selector, after: Selector): number {
  const most = before.prefix.length + before.suffix.length;
  if (most === 0) return 1;
  let same = 0;
  const { prefix, suffix } = before;
  for (let at = 1; at <= prefix.length && prefix.at(-at) === after.prefix.at(-at); at += 1) same += 1;
  for (let at = 0; at < suffix.length && suffix[at] === after.suffix[at]; at += 1) same += 1;
  return same / most;
}

function withoutLost(card: Attribution, here: ReadonlySet<Id>): Attribution {
  const kept = (id: Id | null): Id | null => (id !== null && here.has(id) ? id : null);
  return {
    ...card,
    voice: card.voice.filter((id) => here.has(id)),
    cue: kept(card.cue),
    claim: kept(card.claim),
    via: card.via.filter(({ span }) => here.has(span)),
  };
}
