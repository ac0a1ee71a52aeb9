// Takes a revision back: everybody's sets become what they were before it, with what was done since on top. What nobody has
// touched is exactly as it was, ends and contexts included, so that the steps of before fit again.

import { mergeSets } from "../merge/merge-sets.ts";
import { type AnnotationSetJson, setFromJson, setToJson, stretchesIn } from "../model/annotation-set.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { sameValue } from "../model/same-value.ts";
import type { Table } from "../model/table.ts";
import type { Tagset } from "../model/tagset.ts";
import type { Carrier } from "./carrier.ts";
import { type CarriedSet, carryRecords, toldOf } from "./carry-records.ts";

interface TakenBackFrom {
  /** The set before the revision; `null` where there was none. */
  readonly before: AnnotationSetJson | null;
  /** As the revision first had it; `null` where that is not known: then all of it counts as done since. */
  readonly first: AnnotationSetJson | null;
  readonly now: AnnotationSetJson;
}

interface TakeBackContext {
  /** From the text that the revision made to the one before it. */
  readonly carrier: Carrier;
  readonly textHash: string;
  readonly tagset: Tagset;
  readonly entities: Table<Entity>;
}

export function takenBack({ before, first, now }: TakenBackFrom, context: TakeBackContext): CarriedSet {
  const { carrier, textHash, tagset, entities } = context;
  const carriedSet = carryRecords(now, carrier, textHash);
  if (!before) return carriedSet;
  if (first && sameValue(first, now)) return asCarriedSet(before, now);
  const ground = first ? carryRecords(first, carrier, textHash).set : null;
  const { merged } = mergeSets(
    ground && { set: setFromJson(ground), entities },
    { set: setFromJson(carriedSet.set), entities },
    { set: setFromJson(before), entities },
    { text: carrier.to, articleId: now.articleId, tagset },
    () => "ours",
  );
  return asCarriedSet(setToJson(merged.set), now);
}

/** What became of the spans and exclusions of `now`. */
function asCarriedSet(set: AnnotationSetJson, now: AnnotationSetJson): CarriedSet {
  const stretches = stretchesIn(set);
  const placed = (id: Id) => {
    const segments = stretches.get(id);
    return segments ? { segments, confidence: 1 } : null;
  };
  return {
    set,
    records: [
      ...now.spans.map((record) => toldOf({ kind: "span", record }, placed(record.id))),
      ...now.exclusions.map((record) => toldOf({ kind: "exclusion", record }, placed(record.id))),
    ],
  };
}
