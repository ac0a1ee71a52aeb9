// Says what became of a set that is taken in, a sentence each: how one that was made on another version of the text was carried over, and why a
// curated one is not the project's.

import { type Message, message } from "../words/message.ts";
import type { TakeInRow } from "./take-in.ts";

/** Of one's own work that is merged, what lost its place waits; of anybody else's, and of what is left, it was not found. */
export function carriedWords({ carried, merge }: Pick<TakeInRow, "carried" | "merge">): Message | null {
  if (!carried) return null;
  const { unmoved, moved, lostInAll, doubtfulInAll } = carried;
  return merge
    ? message("handover.carried-own", {
        placed: unmoved + moved,
        missing: lostInAll - doubtfulInAll,
        doubtful: doubtfulInAll,
      })
    : message("handover.carried", { unmoved, moved, lost: lostInAll });
}

/** What becomes of a set, as a sentence. */
export const outcomeWords = ({ outcome, again }: Pick<TakeInRow, "outcome" | "again">): Message =>
  message(
    outcome === "curated" && again
      ? "handover.outcome-curated-again-about"
      : `handover.outcome-${outcome}-about`,
  );

/** Why a curated set is kept beside the project's own; `null` of any other. */
export function besideCuratedWords({
  besideCurated: why,
  againstCurated: against,
}: Pick<TakeInRow, "besideCurated" | "againstCurated">): Message | null {
  if (why === undefined) return null;
  return why === "differs" && against
    ? message("handover.beside-curated-differs", { ...against })
    : message(
        why === "unlawful" ? "handover.beside-curated-unlawful" : "handover.beside-curated-another-here",
      );
}
