// Lights the hits of the open article up in its text while the list is shown, and the one that is looked at more.
import { useEffect } from "react";
import type { Range } from "../../../shared/model/range.ts";
import type { Hit } from "../../../shared/search/query.ts";
import { followNear } from "../../editor/follow-near.ts";
import { hitKey } from "../../state/find.ts";
import type { Session } from "../../state/session.ts";
import { useFindState } from "./use-find.ts";

const names = { all: "found", current: "found-current" } as const;

export function useHitHighlights(session: Session | null): void {
  const article = session?.article.id ?? null;
  const hits = useFindState(
    ({ result }) => result?.articles.find((one) => one.article === article)?.hits ?? none,
  );
  const current = useFindState((state) => state.current);
  useEffect(() => {
    if (!session) return;
    let frame = 0;
    let stopFollowing: () => void = () => undefined;
    const clear = (): void => {
      for (const name of Object.values(names)) session.view.current?.highlight(name, []);
    };
    const follow = (): void => {
      const handle = session.view.current;
      if (!handle) return;
      stopFollowing();
      stopFollowing = followNear(handle, (near) => {
        const shown = hitsNear(hits, near);
        const isCurrent = (hit: Hit): boolean => hitKey(session.article.id, hit) === current;
        handle.highlight(
          names.all,
          shown.filter((hit) => !isCurrent(hit)),
        );
        handle.highlight(names.current, shown.filter(isCurrent));
      });
    };
    // An article that was just opened is on the screen with the next frame.
    frame = requestAnimationFrame(follow);
    // Paragraphs that were drawn anew have lost their light.
    const stop = session.shown.subscribe(follow);
    return () => {
      cancelAnimationFrame(frame);
      stop();
      stopFollowing();
      clear();
    };
  }, [session, hits, current]);
}

const none: readonly Hit[] = [];

/** The hits that begin in the range; they are in reading order. */
function hitsNear(hits: readonly Hit[], { start, end }: Range): readonly Hit[] {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while ((hits[last]?.start ?? Infinity) <= end) last += 1;
  return hits.slice(low, last);
}
