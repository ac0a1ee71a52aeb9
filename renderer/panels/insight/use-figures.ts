// The figures that a view shows, counted while it does.
import { useEffect } from "react";
import type { MeasuredInsight } from "../../../shared/insight/report.ts";
import { useStore } from "../../lib/store.ts";
import { type FiguresQuery, insightOf, queryKey } from "../../state/insight/insight.ts";
import { usePanels } from "../app-context.tsx";

/**
 * The figures of a view, or of a pane beside it, in the order of the queries, each `null` until it was counted. `queries` is the same value every
 * time.
 */
export function useFigures(
  queries: readonly FiguresQuery[],
  { isBeside = false } = {},
): readonly (readonly MeasuredInsight[] | null)[] {
  const insight = insightOf(usePanels().workspace);
  useEffect(() => insight.follow(queries, isBeside), [insight, queries, isBeside]);
  const figures = useStore(insight.state, (state) => state.figures);
  return queries.map((query) => figures.get(queryKey(query)) ?? null);
}
