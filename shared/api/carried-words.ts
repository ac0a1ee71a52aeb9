// How a set that was made on another version of the text was carried over, in one sentence.

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
