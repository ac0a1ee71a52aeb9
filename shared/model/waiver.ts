// A check that an annotator looked at and let stand, with their reason.
import type { Id } from "./id.ts";
import type { Provenance } from "./provenance.ts";
import { records, type Table } from "./table.ts";

export interface Waiver {
  readonly id: Id;
  /** The id of the check. A waiver of a check that no longer exists is kept and does nothing. */
  readonly check: string;
  /** The span, card or entity that the check speaks of, or the stretch of text (see `stretchId`). */
  readonly on: Id;
  readonly reason: string;
  readonly provenance: Provenance;
}

/** The waiver of this check on this record, if there is one. */
export function waiverOf(waivers: Table<Waiver>, check: string, on: Id): Waiver | undefined {
  for (const waiver of records(waivers)) if (waiver.check === check && waiver.on === on) return waiver;
  return undefined;
}
