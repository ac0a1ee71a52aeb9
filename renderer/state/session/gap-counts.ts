// Counts the gaps of the set, when the page first has a moment, then kept from change to change.
import type { AnnotationSet } from "../../../shared/model/annotation-set.ts";
import type { Change } from "../../../shared/model/change.ts";
import { type GapCounts, gapCountsAfter, gapCountsOf } from "../../../shared/model/gaps.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { createStore, type ReadableStore } from "../../lib/store.ts";
import { whenIdle } from "../../lib/when-idle.ts";

export interface GapCountOptions {
  readonly tagset: Tagset;
  set(): AnnotationSet;
  subscribe(
    listener: (update: { readonly change: Change | null; readonly replaced: boolean }) => void,
  ): unknown;
}

/** `null` until they have been counted, which begins when somebody wants to know and is done by `soon`. */
export function createGapCounts(
  { tagset, set, subscribe }: GapCountOptions,
  soon: (run: () => void) => void = whenIdle,
): ReadableStore<GapCounts | null> {
  const counts = createStore<GapCounts | null>(null);
  let before = set();
  let asked = false;
  subscribe(({ change, replaced }) => {
    const after = set();
    const known = counts.get();
    if (known && replaced) counts.set(gapCountsOf(after, tagset));
    else if (known && change) counts.set(gapCountsAfter(known, { before, after, change }, tagset));
    before = after;
  });
  return {
    get: counts.get,
    subscribe(listener) {
      if (!asked) soon(() => counts.set(gapCountsOf(set(), tagset)));
      asked = true;
      return counts.subscribe(listener);
    },
  };
}
