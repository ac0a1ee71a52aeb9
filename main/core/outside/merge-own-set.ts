// Brings this person's set, open here, together with what came from outside, as one step that can be taken back like any other.
// Whatever of it would break a law, and whatever both sides changed differently, is told; its file is kept by another name then.

import type { OutsideNews } from "../../../shared/api/outside-news.ts";
import { countsOfChange } from "../../../shared/model/change.ts";
import { setKinds, tableIn } from "../../../shared/model/record-kinds.ts";
import { has, records } from "../../../shared/model/table.ts";
import type { OutsideSet, OutsideVersion } from "../../storage/sets/outside-set.ts";
import { countOf } from "../../storage/sets/set-size.ts";
import type { Steps } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import {
  keepMergeConflicts,
  type Merged,
  mentionsUnknown,
  takeVersions,
  toldConflicts,
  untilCalm,
} from "../merge/take-versions.ts";
import { countsOf, type LiveProject, type OpenSet } from "../project/live-project.ts";

/** `isPatient`: what may be half of something is left for the next scan. `list`: what its folder holds. `null`: nothing came, or nothing to be said of. */
export const mergeOwnSet = (
  context: CoreContext,
  liveProject: LiveProject,
  steps: Steps,
  open: OpenSet,
  isPatient: boolean,
  list = context.disk.list,
): Promise<OutsideNews | "later" | null> =>
  untilCalm(async () => {
    const { store, article, whose } = open;
    const outsideSet = await store.outside(list);
    if (!outsideSet) return null;
    const mayBeHalf =
      outsideSet.isUnreadable || outsideSet.isMissing || mentionsUnknown(liveProject, outsideSet.versions);
    if (isPatient && mayBeHalf) return "later";
    const versions = outsideSet.versions.map(withKnownBase);
    const mergeOutcome = await takeVersions(context, liveProject, steps, open, { versions });
    const merged = mergeOutcome === "refused" ? null : mergeOutcome;
    const keptAs = await store.settle(outsideSet, merged === null || merged.conflicts.length > 0);
    if (whose === undefined) liveProject.counts.set(article.id, countsOf(store.set()));
    if (merged) await keepMergeConflicts(context, liveProject, open, merged);
    return newsOf(liveProject, open, outsideSet, merged, keptAs);
  });

function newsOf(
  liveProject: LiveProject,
  open: OpenSet,
  found: OutsideSet,
  merged: Merged | null,
  keptAs: readonly string[],
): OutsideNews | null {
  const { article } = open;
  const common = { article: article.id, title: article.title, keptAs };
  const counts = countsOfChange(merged?.change ?? {});
  const isNothing = counts.added + counts.updated + counts.removed === 0;
  const conflicts = merged ? toldConflicts(liveProject, open, merged) : [];
  if (isNothing && conflicts.length === 0)
    return found.hasConflictMarkers ||
      found.isMissing ||
      found.isUnreadable ||
      found.isJournalLost ||
      keptAs.length > 0
      ? { what: found.hasConflictMarkers ? "set-joined" : "set-restored", ...common }
      : null;
  return { what: "set-merged", ...common, ...counts, conflicts };
}

/** A version that lost most of what there was is damage, not work: then nothing counts as removed there. */
function withKnownBase({ base, theirs }: OutsideVersion): OutsideVersion {
  if (!base) return { base, theirs };
  let removedCount = 0;
  for (const kind of setKinds) {
    const theirRecords = tableIn(theirs, kind);
    for (const { id } of records(tableIn(base, kind))) if (!has(theirRecords, id)) removedCount += 1;
  }
  return { base: removedCount > 3 && removedCount * 2 > countOf(base) ? null : base, theirs };
}
