// Figures over time: lanes of bins, in which bins without articles are gaps and those in which a figure is zero are not. Made of figures that
// are grouped by a time, and by what tells the lanes apart.
import type { GroupKey } from "./groupings.ts";
import type { InsightGroup, MeasuredInsight } from "./report.ts";

/** The groupings of time, from the shortest bins to the longest. */
export const timeGroupings = ["day", "week", "month", "year"] as const;
export type TimeGrouping = (typeof timeGroupings)[number];

/** One bin of one lane. */
interface TimelineCell {
  readonly bin: string;
  /** Articles of the bin that could say something here; 0: a gap. */
  readonly articles: number;
  readonly group: InsightGroup | null;
}

export interface TimelineLane {
  /** What tells the lane from others; empty where there is only one. */
  readonly by: GroupKey["by"];
  /** In the order of time, one for each bin of the timeline. */
  readonly cells: readonly TimelineCell[];
  /** The sum of the numerators of its bins. */
  readonly total: number;
}

export interface Timeline {
  /** All bins from the first with an article to the last, as the grouping names them. */
  readonly bins: readonly string[];
  /** As many articles without a date that tells their bin. */
  readonly undatedArticles: number;
  readonly lanes: readonly TimelineLane[];
}

interface TimelineFigures {
  readonly time: TimeGrouping;
  /** The figure by the time, and by what tells lanes apart where they are. */
  readonly measured: MeasuredInsight;
  /** `appearances`, whose denominator is the number of articles, by the time; where lanes are parts of the articles, by them too. */
  readonly articles: MeasuredInsight;
}

export function timelineOf({ time, measured, articles }: TimelineFigures): Timeline {
  const counts = new Map<string, number>();
  const byBin = new Map<string | null, number>();
  for (const { by, denominator } of articles.groups) {
    counts.set(keyOf(by, Object.keys(by)), denominator);
    const bin = by[time] ?? null;
    byBin.set(bin, (byBin.get(bin) ?? 0) + denominator);
  }
  const columns = Object.keys(articles.groups[0]?.by ?? {});
  const articlesIn = (by: GroupKey["by"]): number => counts.get(keyOf(by, columns)) ?? 0;
  const bins = [...byBin.keys()].flatMap((bin) => bin ?? []);
  const lanes = new Map<string, { by: GroupKey["by"]; cells: Map<string, TimelineCell>; total: number }>();
  for (const group of measured.groups) {
    const { [time]: bin = null, ...by } = group.by;
    const lane = lanes.get(JSON.stringify(by)) ?? { by, cells: new Map(), total: 0 };
    lanes.set(JSON.stringify(by), lane);
    if (bin === null) continue;
    lane.cells.set(bin, { bin, articles: articlesIn(group.by), group });
    lane.total += group.numerator;
  }
  return {
    bins,
    undatedArticles: byBin.get(null) ?? 0,
    lanes: Array.from(lanes.values(), ({ by, cells, total }) => ({
      ...{ by, total },
      cells: bins.map((bin) => cells.get(bin) ?? { bin, articles: 0, group: null }),
    })),
  };
}

const keyOf = (by: GroupKey["by"], columns: readonly string[]): string =>
  JSON.stringify(columns.map((column) => by[column] ?? null));

/** Bins that follow each other, from one to another, all of which are gaps. */
interface TimeGap {
  readonly first: string;
  readonly last: string;
  readonly bins: number;
}

/** The gaps of a lane, each as long as it is. */
export function gapsIn(cells: readonly TimelineCell[]): readonly TimeGap[] {
  const gaps: TimeGap[] = [];
  let isOpen = false;
  for (const { bin, articles } of cells) {
    const before = isOpen ? gaps.pop() : undefined;
    isOpen = articles === 0;
    if (before && !isOpen) gaps.push(before);
    if (isOpen) gaps.push({ first: before?.first ?? bin, last: bin, bins: (before?.bins ?? 0) + 1 });
  }
  return gaps;
}
