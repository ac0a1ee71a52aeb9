// The sources that speak together, as the matrix and the network show them: in their order, with the figure of each two.
import { communitiesOf } from "../../../shared/insight/network.ts";
import type { InsightGroup, MeasuredInsight } from "../../../shared/insight/report.ts";
import { compareCodeUnits } from "../../../shared/model/compare-code-units.ts";

export const measures = ["together", "together-paragraphs"] as const;
export type MeetingMeasure = (typeof measures)[number];

/** In which the sources stand. */
export const orders = ["community", "count"] as const;

/** What the figures of a source are divided by. */
export const bySource: readonly string[] = ["entity"];

/** A source in the picture. */
export interface MeetingSource {
  readonly id: string;
  readonly name: string;
  /** Its appearances. */
  readonly group: InsightGroup;
  /** The number of its community, counted from 0. */
  readonly community: number;
}

/** The sources that are shown, in their order, and the figure of each two. */
export interface Meetings {
  readonly measure: MeetingMeasure;
  readonly sources: readonly MeetingSource[];
  /** `undefined`: they never speak in the same article. */
  groupOf(one: MeetingSource, other: MeetingSource): InsightGroup | undefined;
}

interface MeetingChoice {
  readonly measure: MeetingMeasure;
  readonly order: (typeof orders)[number];
  /** How many sources are shown at most. */
  readonly limit: number;
}

/** Those of the sources that speak in the most articles, in the order of their communities or of their articles. */
export function meetingsOf(
  pairs: MeasuredInsight,
  sources: MeasuredInsight,
  { measure, order, limit }: MeetingChoice,
): Meetings {
  const byPair = new Map(pairs.groups.map((group) => [pairKey(group.by.entityId, group.by.otherId), group]));
  const most = sources.groups
    .flatMap((group) => {
      const { entityId: id, entity: name } = group.by;
      return id && group.numerator > 0 ? [{ id, name: name ?? id, group }] : [];
    })
    .sort(
      (one, other) =>
        other.group.numerator - one.group.numerator ||
        compareCodeUnits(one.name, other.name) ||
        compareCodeUnits(one.id, other.id),
    )
    .slice(0, limit);
  const numbers = new Map(most.map(({ id }, at) => [id, at]));
  const ties = pairs.groups.flatMap(({ by, numerator }) => {
    const [from, to] = [numbers.get(by.entityId ?? ""), numbers.get(by.otherId ?? "")];
    return from === undefined || to === undefined || numerator === 0 ? [] : [{ from, to, weight: numerator }];
  });
  const communities = communitiesOf(most.length, ties);
  const numbered = most.map((source, at) => ({ ...source, community: communities[at] ?? 0 }));
  return {
    measure,
    sources: order === "count" ? numbered : numbered.sort((one, other) => one.community - other.community),
    groupOf: (one, other) => byPair.get(pairKey(one.id, other.id)) ?? byPair.get(pairKey(other.id, one.id)),
  };
}

const pairKey = (one: string | null | undefined, other: string | null | undefined): string =>
  `${one} ${other}`;
