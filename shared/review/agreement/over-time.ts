// Agreement over time: the units in the order in which they were made, parted into stretches of like many.
import { compareTexts } from "../../model/compare-texts.ts";
import { get } from "../../model/table.ts";
import { type ComparedGroup, isAgreed } from "../comparison.ts";
import type { ComparedArticle } from "./compared-article.ts";

/** `from`, `to`: ISO 8601 times. The shares are of units on which all agree. */
export interface TimeStretch {
  readonly from: string;
  readonly to: string;
  readonly n: number;
  readonly strict: number;
  readonly lenient: number;
}

/** Fewer units than these in a stretch would show chance more than time. */
const fewest = 10;
const mostStretches = 8;

/** A unit counts when the last of those who have it made it. Units whose time cannot be read are left out. */
export function overTime(articles: readonly ComparedArticle[]): readonly TimeStretch[] {
  const datedGroups = articles
    .flatMap((article) =>
      article.groups.flatMap((group) => {
        const at = madeAt(article, group);
        return at === null ? [] : [{ at, group }];
      }),
    )
    .sort((a, b) => compareTexts(a.at, b.at));
  const count = Math.min(mostStretches, Math.floor(datedGroups.length / fewest));
  return Array.from({ length: count }, (_, number) => {
    const stretch = datedGroups.slice(
      Math.round((number * datedGroups.length) / count),
      Math.round(((number + 1) * datedGroups.length) / count),
    );
    const share = (how: "strict" | "lenient"): number =>
      stretch.filter(({ group }) => isAgreed(group, how)).length / stretch.length;
    return {
      from: stretch[0]?.at ?? "",
      to: stretch.at(-1)?.at ?? "",
      n: stretch.length,
      strict: share("strict"),
      lenient: share("lenient"),
    };
  });
}

function madeAt({ sets }: ComparedArticle, { kind, members }: ComparedGroup): string | null {
  let latestTime: string | null = null;
  for (const [at, id] of members.entries()) {
    const annotationSet = sets[at];
    if (id === null || !annotationSet) continue;
    const time = get<{ id: string; provenance: { at: string } }>(
      kind === "span" ? annotationSet.spans : annotationSet.attributions,
      id,
    )?.provenance.at;
    if (time === undefined || Number.isNaN(Date.parse(time))) continue;
    if (latestTime === null || time > latestTime) latestTime = time;
  }
  return latestTime;
}
