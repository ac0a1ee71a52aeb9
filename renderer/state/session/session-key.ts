// A name for each session, for what React keeps: another session is another key, though it be of the same article, as it is
// after a change of the tagset. What was made for the one then never serves the other.
import { memoize } from "../../../shared/model/memoize.ts";
import type { Session } from "./session.ts";

let keyCount = 0;

/** The same text for the same session, another for every other. */
export const sessionKey = memoize((_: Session): string => {
  keyCount += 1;
  return String(keyCount);
});
