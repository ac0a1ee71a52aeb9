// Lights ranges of the open article up in its text while a list that speaks of them is shown: only those near the screen.
import { useEffect } from "react";
import { keepLit, type Lights } from "../editor/follow-near.ts";
import type { Session } from "../state/session/session.ts";

export type { Lights } from "../editor/follow-near.ts";

/** The same `lights` until others are to be lit up; all of `names` go out with the list. */
export function useHighlights(session: Session | null, names: readonly string[], lights: Lights): void {
  useEffect(() => (session ? keepLit(session.view, names, lights) : undefined), [session, names, lights]);
}
