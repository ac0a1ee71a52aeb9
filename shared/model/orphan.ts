// An orphan, which lost its place when the article's text was corrected or replaced: a span, an exclusion or a rejection that waits, with
// its words and the cards it served, until somebody puts it back. Nothing of a set is ever dropped because a text changed.
import type { Exclusion } from "./exclusion.ts";
import type { Id } from "./id.ts";
import type { Range } from "./range.ts";
import type { Rejection } from "./rejection.ts";
import type { Selector } from "./selector.ts";
import type { Span } from "./span.ts";
import type { SlotId } from "./tagset.ts";

/** The record as it was in the text that it was made on. */
export type OrphanedRecord =
  | { readonly kind: "span"; readonly record: Span }
  | { readonly kind: "exclusion"; readonly record: Exclusion }
  | { readonly kind: "rejection"; readonly record: Rejection };

/** Where the records are that have their place. One that is among them waits no longer. */
export const placedKinds = ["spans", "exclusions", "rejections"] as const;

/** A slot of a card that the span filled, and fills again when it is put back. */
export interface OrphanUse {
  readonly card: Id;
  readonly slot: SlotId;
  /** Of `via`. */
  readonly role?: string;
  /** Its place among the spans of the slot. */
  readonly at: number;
}

/** Where it may belong: found, but not surely enough to put it there. */
export interface OrphanProposal {
  readonly segments: readonly Range[];
  /** From 0 to 1. */
  readonly confidence: number;
}

/**
 * `gone`: its words are not in the text any more. `unclear`: they are, and nothing tells where it belongs. `doubtful`: there is a
 * place that somebody should look at first.
 */
export const orphanReasons = ["gone", "unclear", "doubtful"] as const;
export type OrphanReason = (typeof orphanReasons)[number];

export interface Orphan {
  /** The id of the record that waits. */
  readonly id: Id;
  readonly was: OrphanedRecord;
  /** Hash of the text that its stretches are of. */
  readonly textHash: string;
  readonly why: OrphanReason;
  readonly uses: readonly OrphanUse[];
  /** Where it would stand in the present text, as an offset. */
  readonly near: number;
  /** The most likely first. */
  readonly proposals: readonly OrphanProposal[];
  /** Put aside: it waits without asking for anything. */
  readonly aside?: true;
}

/** The stretches on which a record stands that may lose its place. */
export const stretchesOf = (record: OrphanedRecord["record"]): readonly Selector[] =>
  "segments" in record ? record.segments : [record.segment];

/** Its words, segments joined by an ellipsis. */
export const orphanQuote = (orphan: Orphan): string =>
  stretchesOf(orphan.was.record)
    .map(({ quote }) => quote)
    .join(" … ");
