// The sets of a project as they are at one moment, for a version that takes a while to make: those that are open then, and each
// that is opened later as it was before anything was done to it. What is done meanwhile does not wait for the version.
import { setToJson } from "../../../shared/model/annotation-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import { besideTheSet, type SetFileParts } from "../../storage/sets/set-file.ts";
import type { HeldSet } from "../../storage/versions/stage-version.ts";
import { allOpenSets, type LiveProject, type OpenSet, openSetIfAny } from "./live-project.ts";

interface HeldSets {
  /** As plain data. */
  of(article: Id): readonly HeldSet[];
  release(): void;
}

/** Call it while nothing is saved. Cheap: sets are values that never change. */
export async function holdSets(liveProject: LiveProject): Promise<HeldSets> {
  const setsByArticle = new Map<Id, Map<Id, SetFileParts | null>>();
  const holdSet = ({ article, store }: OpenSet): void => {
    const ofArticle = setsByArticle.get(article.id) ?? new Map<Id, SetFileParts | null>();
    setsByArticle.set(article.id, ofArticle);
    const { annotatorId } = store.set();
    if (!ofArticle.has(annotatorId)) ofArticle.set(annotatorId, store.unsafe ? null : store.parts());
  };
  for (const openSet of await allOpenSets(liveProject)) holdSet(openSet);
  liveProject.onOpened.add(holdSet);
  return {
    of: (article) =>
      [...(setsByArticle.get(article) ?? [])].map(([annotator, parts]) => heldOf(annotator, parts)),
    release: () => void liveProject.onOpened.delete(holdSet),
  };
}

/** Those of an article that are open now. */
export async function openNow(liveProject: LiveProject, article: Id): Promise<readonly HeldSet[]> {
  const openSets = [
    await openSetIfAny(liveProject, article),
    await openSetIfAny(liveProject, article, "curation"),
  ];
  return openSets.flatMap((one) => {
    if (!one) return [];
    const { store } = one;
    return [heldOf(store.set().annotatorId, store.unsafe ? null : store.parts())];
  });
}

const heldOf = (annotator: Id, parts: SetFileParts | null): HeldSet => ({
  annotator,
  state: parts && plain(parts),
});

/** The file before is large, and of it only what is beside the set is carried over. */
const plain = ({ set, before, ...facts }: SetFileParts): HeldSet["state"] => ({
  json: setToJson(set),
  ...facts,
  before: before && besideTheSet(before),
});
