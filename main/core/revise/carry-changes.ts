// Changes that a window made on an earlier text of an article and could not save there: what each of them did, on the present text.

import { foldChange, type Removed } from "../../../shared/merge/fold-change.ts";
import { type MergedSets, mergeSets } from "../../../shared/merge/merge-sets.ts";
import { type Annotations, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { type Change, isDone } from "../../../shared/model/change.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { carrySides } from "../../../shared/revise/carry-sides.ts";
import { readSet } from "../../storage/sets/read-set.ts";
import type { CoreContext } from "../context.ts";
import { earlierTexts } from "../merge/earlier-texts.ts";
import { lawsOf } from "../merge/take-versions.ts";
import { entitiesOf, type OpenSet, type ProjectInUse, setPlace } from "../project/project-in-use.ts";

/** Gives for each change in turn, in their order, what is left of it to be done to the set as it stands by then. */
type ChangeCarrier = (change: Change) => MergedSets;

/** `null` where no earlier text of the article has this hash. Throws an `ApiError` where what it needs cannot be read. */
export async function changeCarrier(
  context: CoreContext,
  inUse: ProjectInUse,
  open: OpenSet,
  textHash: string,
): Promise<ChangeCarrier | null> {
  const { article, text, store } = open;
  const previousTexts = await earlierTexts(context, inUse, article);
  const earlier = previousTexts.find(({ before }) => before.textHash === textHash);
  if (!earlier) return null;
  const carrier = await earlier.carrier();
  const place = setPlace(inUse.folder, earlier.before, store.set().annotatorId);
  // What was acknowledged there is what the window knew.
  const { set } = await readSet(context.disk, place);
  let state: Annotations = { set, entities: tableOf(entitiesOf(inUse)) };
  const removed: Removed = new Map();
  return (change) => {
    const stateBefore = state;
    if (!isDone(stateBefore, change)) state = foldChange(stateBefore, change, removed).annotations;
    const ourState = { set: store.set(), entities: tableOf(entitiesOf(inUse)) };
    const json = { base: setToJson(stateBefore.set), theirs: setToJson(state.set) };
    const { base, theirs } = carrySides(json, ourState.set, carrier);
    const from = base && { set: setFromJson(base), entities: stateBefore.entities };
    const theirState = { set: setFromJson(theirs), entities: state.entities };
    return mergeSets(from, ourState, theirState, lawsOf(inUse, article.id, text));
  };
}
