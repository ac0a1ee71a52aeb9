// Work that went on on an earlier text of an article, brought to the present one: the set as it was when the text changed, and as it is
// there now, both on the present text, so that the difference between them is what was done meanwhile and nothing else.
import { type AnnotationSet, type AnnotationSetJson, stretchesIn } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import { type OrphanedRecord, placedKinds, stretchesOf } from "../model/orphan.ts";
import { tableIn } from "../model/record-kinds.ts";
import { sameValue } from "../model/same-value.ts";
import type { Selector } from "../model/selector.ts";
import { get } from "../model/table.ts";
import type { CarriedStretch, Carrier } from "./carrier.ts";
import { type CarriedRecord, carryRecords } from "./carry-records.ts";

/** `base`: what both sides come from; `null` where that is not known. */
export interface SetSides {
  readonly base: AnnotationSetJson | null;
  readonly theirs: AnnotationSetJson;
}

interface CarriedSides extends SetSides {
  /** What became of each stretch of theirs. */
  readonly records: readonly CarriedRecord[];
}

/** `ours`: the set on the text with this hash, to which the carrier leads. */
export function carrySides({ base, theirs }: SetSides, ours: AnnotationSet, carrier: Carrier): CarriedSides {
  const baseStretches = base && stretchesIn(base);
  const theirStretches = stretchesIn(theirs);
  /** What nobody moved there stands, or waits, where it does here: a person may have put it right since. */
  const placeOf = (was: OrphanedRecord): CarriedStretch | null => {
    const { id } = was.record;
    if (baseStretches)
      return sameValue(baseStretches.get(id), theirStretches.get(id)) ? standingIn(ours, was) : null;
    const ownPlacement = standingIn(ours, was);
    const carriedPlacement = carrier.place(stretchesOf(was.record));
    return ownPlacement && ownPlacement.how !== carriedPlacement.how ? ownPlacement : carriedPlacement;
  };
  const carry = (set: AnnotationSetJson) => carryRecords(set, carrier, ours.textHash, placeOf);
  const { set, records } = carry(theirs);
  return { base: base && carry(base).set, theirs: set, records };
}

/** `null`: it is not there at all. */
function standingIn(ours: AnnotationSet, was: OrphanedRecord): CarriedStretch | null {
  const { id } = was.record;
  const segments = placesIn(ours, id);
  if (segments) return { how: "placed", segments, confidence: 1 };
  const orphan = get(ours.orphans, id);
  return orphan ? { how: "waits", why: orphan.why, proposals: orphan.proposals } : null;
}

const placesIn = (set: AnnotationSet, id: Id): readonly Selector[] | null => {
  for (const kind of placedKinds) {
    const record = get(tableIn(set, kind), id);
    if (record) return stretchesOf(record);
  }
  return null;
};
