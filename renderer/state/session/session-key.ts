// A name for each session, for what React keeps: another session is another key, though it be of the same article, as it is
// after a change of the tagset. What was made for the one then never serves the other.
import type { Session } from "./session.ts";

const keys = new WeakMap<Session, string>();
let keyCount = 0;

/** The same text for the same session, another for every other. */
export function sessionKey(session: Session): string {
  let key = keys.get(session);
  if (key === undefined) {
    keyCount += 1;
    key = String(keyCount);
    keys.set(session, key);
  }
  return key;
}
