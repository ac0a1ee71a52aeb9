// Lights the hits of the open article up in its text while the list is shown, and the one that is looked at more.
import { useCallback } from "react";
import type { Range } from "../../../shared/model/range.ts";
import type { Hit } from "../../../shared/search/query.ts";
import { hitKey } from "../../state/articles/find.ts";
import type { Session } from "../../state/session/session.ts";
import { type Lights, useHighlights } from "../use-highlights.ts";
import { useFindState } from "./use-find.ts";

const names = ["found", "found-current"] as const;

export function useHitHighlights(session: Session | null): void {
  const article = session?.article.id ?? null;
  const hits = useFindState(
    ({ result }) => result?.articles.find((one) => one.article === article)?.hits ?? none,
  );
  const current = useFindState((state) => state.current);
  const lights = useCallback<Lights>(
    (near) => {
      const shown = hitsNear(hits, near);
      const isCurrent = (hit: Hit): boolean => article !== null && hitKey(article, hit) === current;
      return { found: shown.filter((hit) => !isCurrent(hit)), "found-current": shown.filter(isCurrent) };
    },
    [article, hits, current],
  );
  useHighlights(session, names, lights);
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
