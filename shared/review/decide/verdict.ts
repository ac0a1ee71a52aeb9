// What somebody says of one conflict.
import type { WantedSpan } from "./wanted.ts";

/**
 * `member`: by number of the annotator. `edit`: of a span as given; of a card as the nearest has it or as it stands, to be
 * changed like any other.
 */
export type Choice =
  | { readonly how: "take" | "accepted-together"; readonly member: number }
  | { readonly how: "union" | "intersection" | "nothing" | "unsure" }
  | { readonly how: "edit"; readonly span?: WantedSpan };

export interface Verdict {
  readonly group: number;
  /** `null`: what was decided is taken back, and it is open again. */
  readonly choice: Choice | null;
  readonly reason?: string;
}
