// Keeps what was shown last, so that a part of the page can stay mounted, hidden, while there is nothing to show in it.
import { useEffect, useState } from "react";
import { whenIdle } from "../lib/when-idle.ts";
import type { Session, SessionState } from "../state/session/session.ts";

/**
 * The value; while there is none, the last one there was. Before the first one, and once the page has had a moment, a `sample` of
 * one, if there is any: then the first key only has to change what is there. `sample` is the same function every time.
 */
export function useKept<T>(
  session: Session,
  value: T | null,
  sample: (state: SessionState) => T | null,
): T | null {
  const [kept, setKept] = useState(value);
  if (value !== null && value !== kept) setKept(value);
  const isEmpty = kept === null;
  useEffect(() => {
    if (!isEmpty) return;
    return whenIdle(() => setKept((now) => now ?? sample(session.state.get())));
  }, [session, isEmpty, sample]);
  return value ?? kept;
}
