// The type of what a person reads when something is wrong.
import type { Text } from "../words/message.ts";

export interface Explanation {
  /** What happened, in one sentence. */
  readonly what: Text;
  /** What to do about it, in one sentence. */
  readonly advice: Text;
}
