// Which suggestions are listed.
import type { Offered } from "../../state/suggestions/offered.ts";
import { speakerOf } from "./use-suggestions.ts";

/** `all` in a part: that part tells nothing apart. */
export interface OfferedQuery {
  readonly kind: string;
  readonly rule: string;
  readonly speaker: string;
  /** In percent. */
  readonly atLeast: string;
}

export const allOffered: OfferedQuery = { kind: "all", rule: "all", speaker: "all", atLeast: "all" };

/** What the list is narrowed to by a reason: a rule, or a model of the person’s own, whatever its rules are called. */
export const originKey = ({ card }: Offered): string => (card.model === null ? card.rule : `@${card.model}`);

/** In their order. */
export function listedOffered(
  offered: readonly Offered[],
  { kind, rule, speaker, atLeast }: OfferedQuery,
): readonly Offered[] {
  const least = atLeast === "all" ? 0 : Number(atLeast) / 100;
  return offered.filter(
    (one) =>
      (kind === "all" || one.card.kind === kind) &&
      (rule === "all" || originKey(one) === rule) &&
      (speaker === "all" || `@${speakerOf(one)}` === speaker) &&
      one.card.confidence >= least,
  );
}
