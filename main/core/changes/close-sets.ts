// Sets that are closed while their project stays open, and what of theirs is still kept in the home for them.
import type { Id } from "../../../shared/model/id.ts";
import { setKey } from "../../../shared/model/step.ts";
import type { SpillJournal } from "../../storage/home/spill-journal.ts";
import { type LiveProject, type OpenSet, openSetIfAny } from "../project/live-project.ts";

/** Closes this person's set of an article and the curated one. Nothing may write to files that are moved, or to those of another text. */
export async function closeSetsOf(liveProject: LiveProject, article: Id): Promise<void> {
  const { sets, curated, spillsOfClosedSets } = liveProject;
  for (const whose of [undefined, "curation"] as const) {
    const openSet = await openSetIfAny(liveProject, article, whose);
    (whose ? curated : sets).delete(article);
    if (!openSet) continue;
    const { store, spill } = openSet;
    await store.close();
    const key = keyOf(openSet);
    if (!spill.isEmpty()) spillsOfClosedSets.set(key, [...(spillsOfClosedSets.get(key) ?? []), spill]);
  }
}

/** Changes are in the project by now, or given up: they are kept in the home no more, whatever text they were made on. Never throws. */
export async function forgetKept(
  { spillsOfClosedSets }: LiveProject,
  open: OpenSet,
  opIds: readonly Id[],
): Promise<void> {
  const key = keyOf(open);
  const spillsOfSet = (): readonly SpillJournal[] => spillsOfClosedSets.get(key) ?? [];
  for (const spill of [open.spill, ...spillsOfSet()]) await spill.forget(opIds);
  // The set may have been closed meanwhile, with what else is kept of it.
  spillsOfClosedSets.set(
    key,
    spillsOfSet().filter((spill) => !spill.isEmpty()),
  );
}

const keyOf = ({ article, whose }: OpenSet): string =>
  setKey({ article: article.id, ...(whose && { whose }) });
