// Carries a set from elsewhere that was made on another version of the text to the one here, with the report of it. Whatever somebody would
// have to look at waits, as it does after a revision; the set lies beside it as it came.
import { type AnnotationSetJson, stretchesIn } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import { carrierBetween } from "../revise/carrier.ts";
import { carryRecords, type CarriedSet as Records } from "../revise/carry-records.ts";

/** `missing`: its words stand nowhere. `ambiguous`: nothing tells for certain where. */
interface LostStretch {
  readonly kind: "spans" | "exclusions";
  readonly id: Id;
  /** The words as they were, segments joined by an ellipsis. */
  readonly quote: string;
  readonly why: "missing" | "ambiguous";
}

export interface CarryReport {
  /** Hash of the text that the set was made on. */
  readonly from: string;
  /** How many spans and exclusions stand where they stood, and how many somewhere else. */
  readonly unmoved: number;
  readonly moved: number;
  readonly lost: readonly LostStretch[];
  /** From 0 to 1: how sure the places of those that were found are, on average; `null` where none was. */
  readonly confidence: number | null;
}

interface CarriedSet {
  readonly set: AnnotationSetJson;
  readonly report: CarryReport;
}

/** `from`: the text that the set was made on. */
export function carryToText(
  set: AnnotationSetJson,
  from: string,
  to: { readonly text: string; readonly textHash: string },
): CarriedSet {
  const carriedSet = carryRecords(set, carrierBetween(from, to.text, "foreign"), to.textHash);
  return { set: carriedSet.set, report: carryReport(set, carriedSet) };
}

/** `set`: as it was before. */
export function carryReport(set: AnnotationSetJson, { set: carried, records }: Records): CarryReport {
  const stretches = stretchesIn(set);
  const reasonById = new Map((carried.orphans ?? []).map(({ id, why }) => [id, why]));
  const lost = records.filter(({ how }) => how === "waits");
  const unmoved = records.filter(
    ({ id, how, segments }) =>
      how !== "waits" && segments.every(({ start }, at) => start === stretches.get(id)?.[at]?.start),
  );
  const confidences = records.flatMap(({ confidence }) => confidence ?? []);
  const total = confidences.reduce((sum, confidence) => sum + confidence, 0);
  return {
    from: set.textHash,
    unmoved: unmoved.length,
    moved: confidences.length - unmoved.length,
    lost: lost.map(({ kind, id, quote }) => ({
      kind: kind === "span" ? "spans" : "exclusions",
      id,
      quote,
      why: reasonById.get(id) === "gone" ? "missing" : "ambiguous",
    })),
    confidence: confidences.length === 0 ? null : total / confidences.length,
  };
}
