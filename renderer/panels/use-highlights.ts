// Lights ranges of the open article up in its text while a list that speaks of them is shown: only those near the screen, anew when
// another part of the text comes there or it is drawn anew.
import { useEffect } from "react";
import type { Range } from "../../shared/model/range.ts";
import { followNear } from "../editor/follow-near.ts";
import type { Session } from "../state/sets/session.ts";

/** Gives, for names of `::highlight()`, the ranges that are lit up of those that begin in a part of the text. */
export type Lights = (near: Range) => Readonly<Record<string, readonly Range[]>>;

/** The same `lights` until others are to be lit up; all of `names` go out with the list. */
export function useHighlights(session: Session | null, names: readonly string[], lights: Lights): void {
  useEffect(() => {
    if (!session) return;
    let stopFollowing: () => void = () => undefined;
    const follow = (): void => {
      const handle = session.view.current;
      if (!handle) return;
      stopFollowing();
      stopFollowing = followNear(handle, (near) => {
        for (const [name, ranges] of Object.entries(lights(near))) handle.highlight(name, ranges);
      });
    };
    // An article that was just opened is on the screen with the next frame.
    const frame = requestAnimationFrame(follow);
    // Paragraphs that were drawn anew have lost their light.
    const stop = session.shown.subscribe(follow);
    return () => {
      cancelAnimationFrame(frame);
      stop();
      stopFollowing();
      for (const name of names) session.view.current?.highlight(name, []);
    };
  }, [session, names, lights]);
}
