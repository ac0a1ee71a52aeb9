// The messages for what the invariants find: what is wrong with a record, and what to do about it. The catalogue's room
// `violations` has two for each code.
import type { Violation } from "../model/violation.ts";
import type { Explanation } from "./explanation.ts";

/** What is wrong, and what to do, in one sentence each. */
export function explainViolation({ code, detail }: Violation): Explanation {
  // Offsets and ids are shown as they stand in files, so numbers are not grouped.
  const values = Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, String(value)]));
  return {
    what: { key: `violations.${code}`, values },
    advice: { key: `violations.${code}-advice`, values },
  };
}
