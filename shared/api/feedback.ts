// The feedback report as it travels to whoever asked.
import type { FeedbackCounts } from "../review/feedback/feedback.ts";

/** `losses`: none, as with all that is written. */
export interface FeedbackReport {
  readonly paths: readonly string[];
  readonly bytes: number;
  readonly articles: number;
  readonly sets: number;
  readonly losses: readonly never[];
  readonly counts: FeedbackCounts;
}
