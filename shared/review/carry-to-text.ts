// What becomes of a colleague's set that was made on another version of the text: the set on the text here, and the report of it.
// Whatever somebody would have to look at is not taken: the set lies beside it as it came.
import { carryBetween } from "../carry/carry-set.ts";
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";

/** `missing`: its words stand nowhere. `ambiguous`: nothing tells for certain where. */
export interface LostStretch {
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

export interface CarriedSet {
  readonly set: AnnotationSetJson;
  readonly report: CarryReport;
}

/** `from`: the text that the set was made on. Cards stay, without the spans that were lost. */
export function carryToText(
  set: AnnotationSetJson,
  from: string,
  to: { readonly text: string; readonly textHash: string },
): CarriedSet {
  const { placed, doubtful, lost, set: carried } = carryBetween(set, from, to);
  const unmoved = placed.filter(({ before, segments }) =>
    segments.every(({ start }, at) => start === before[at]?.start),
  ).length;
  const total = placed.reduce((sum, { confidence }) => sum + confidence, 0);
  return {
    set: carried,
    report: {
      from: set.textHash,
      unmoved,
      moved: placed.length - unmoved,
      lost: [
        ...lost.map((one) => ({ ...one, why: one.why === "gone" ? ("missing" as const) : "ambiguous" })),
        ...doubtful.map((one) => ({ ...one, why: "ambiguous" as const })),
      ].map(
        ({ kind, id, before, why }): LostStretch => ({
          kind,
          id,
          quote: before.map(({ quote }) => quote).join(" … "),
          why: why === "missing" ? "missing" : "ambiguous",
        }),
      ),
      confidence: placed.length === 0 ? null : total / placed.length,
    },
  };
}
