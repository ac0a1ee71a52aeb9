// What a person reads when something is wrong.

export interface Explanation {
  /** What happened, in one sentence. */
  readonly what: string;
  /** What to do about it, in one sentence. */
  readonly advice: string;
}
