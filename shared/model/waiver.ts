// A check that an annotator looked at and let stand, with their reason.
import type { Id } from "./id.ts";
import type { Provenance } from "./provenance.ts";

export interface Waiver {
  readonly id: Id;
  /** The id of the check. A waiver of a check that no longer exists is kept and does nothing. */
  readonly check: string;
  /** The span, card, exclusion or entity that the check speaks of. */
  readonly on: Id;
  readonly reason: string;
  readonly provenance: Provenance;
}
