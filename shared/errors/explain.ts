// What a person reads when the world failed: what happened, and what to do, for the interface and the command line alike.
// The catalogue's room `problems` has two messages for each problem.
import type { ApiErrorData } from "./errors.ts";
import type { Explanation } from "./explanation.ts";
import { factsOf } from "./facts.ts";

/** The messages for an error. The facts in them come from outside and are made visible, but are to be shown as text. */
export function explain({ problem, detail }: Pick<ApiErrorData, "problem" | "detail">): Explanation {
  const values = factsOf({ problem, detail });
  return {
    what: { key: `problems.${problem}`, values },
    advice: { key: `problems.${problem}-advice`, values },
  };
}
