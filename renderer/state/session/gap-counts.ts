// Counts the gaps of the set, when the page first has a moment, then kept from change to change.
import type { AnnotationSet } from "../../../shared/model/annotation-set.ts";
import type { Change } from "../../../shared/model/change.ts";
import { type GapCounts, gapCountsAfter, gapCountsOf } from "../../../shared/model/gaps.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { createStore, type ReadableStore } from "../../lib/store.ts";
import { whenIdle } from "../../lib/when-idle.ts";

interface GapCountOptions {
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
  let previousSet = set();
  let isRequested = false;
  subscribe(({ change, replaced }) => {
    const currentSet = set();
    const previousCounts = counts.get();
    if (previousCounts && replaced && currentSet !== previousSet) counts.set(gapCountsOf(currentSet, tagset));
    else if (previousCounts && change)
      counts.set(gapCountsAfter(previousCounts, { before: previousSet, after: currentSet, change }, tagset));
    previousSet = currentSet;
  });
  return {
    get: counts.get,
    subscribe(listener) {
      if (!isRequested) soon(() => counts.set(gapCountsOf(set(), tagset)));
      isRequested = true;
      return counts.subscribe(listener);
    },
  };
}
