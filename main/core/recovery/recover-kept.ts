// Puts into the project what a process that died had kept outside it: applied where it fits, by the same way as any change,
// so that what is there already is not applied twice; otherwise kept, and said.
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { foldChange, type MergedSets, mergeSets, type Removed } from "../../../shared/merge/merge-sets.ts";
import { type Annotations, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { type Change, isDone } from "../../../shared/model/change.ts";
import { curationOf, type Whose } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { carrySides } from "../../../shared/revise/carry-sides.ts";
import {
  type LeftSpill,
  readSpillJournals,
  removeSpillJournal,
  setSpillJournalAside,
} from "../../storage/home/spill-journal.ts";
import { readSet } from "../../storage/sets/read-set.ts";
import type { Applier, ChangeRequest } from "../changes/apply-changes.ts";
import type { CoreContext } from "../context.ts";
import { earlierTexts } from "../merge/earlier-texts.ts";
import { lawsOf } from "../merge/take-versions.ts";
import {
  countsOf,
  enterCuration,
  entitiesOf,
  type LiveProject,
  type OpenSet,
  openSet,
  openSetIfAny,
  setPlace,
} from "../project/live-project.ts";

/** What is to be said of it. Never throws for what the disk does: what was kept stays where it is then. */
export async function recoverKept(
  context: CoreContext,
  liveProject: LiveProject,
  applier: Applier,
): Promise<readonly ApiErrorData[]> {
  const { disk, options } = context;
  if (!liveProject.lock || !liveProject.annotator) return [];
  const project = liveProject.folder.project.data().id;
  const warnings: ApiErrorData[] = [];
  const curation = curationOf(liveProject.folder.project.data()).id;
  const spills = [
    ...(await readSpillJournals(disk, options.home, { project, annotator: liveProject.annotator.id })),
    ...(await readSpillJournals(disk, options.home, { project, annotator: curation })),
  ];
  for (const spill of spills) {
    const whose = spill.header?.annotator === curation ? "curation" : undefined;
    const name = liveProject.articles.get(spill.article)?.title ?? spill.article;
    try {
      const { applied, unfitting } = await recoverOne(context, liveProject, applier, spill, whose);
      const isWhole = unfitting === 0 && spill.state === "whole";
      if (isWhole) await removeSpillJournal(disk, options.home, project, spill.name);
      if (isWhole && applied > 0)
        warnings.push(changesKeptWarning({ file: name, why: "applied", count: applied }));
      if (!isWhole) {
        const path = await setSpillJournalAside(disk, options.home, project, spill.name);
        warnings.push(changesKeptWarning({ file: name, why: "unfitting", count: unfitting, applied, path }));
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      context.log.error(`recovering ${spill.name}`, error);
      // What failed just now was kept once more, in this process' own file; it still is in the one that was found.
      const openSet = await openSetIfAny(liveProject, spill.article, whose);
      await openSet?.spill.forget(spill.records.map(({ opId }) => opId));
      warnings.push(
        changesKeptWarning({ file: name, why: "waiting", count: spill.records.length, cause: error.problem }),
      );
    }
  }
  return warnings;
}

const changesKeptWarning = (detail: ApiError["detail"]): ApiErrorData =>
  new ApiError("changes-kept", detail).toData();

async function recoverOne(
  context: CoreContext,
  liveProject: LiveProject,
  applier: Applier,
  left: LeftSpill,
  whose: Whose | undefined,
) {
  const openedSet = await openSet(context, liveProject, left.article, whose);
  if (whose) await enterCuration(liveProject);
  if (!left.header) return { applied: 0, unfitting: left.records.length };
  const changes = left.records.map(({ v: _v, seq: _seq, at: _at, revision: _revision, ...asked }) => asked);
  const { textHash } = left.header;
  const { applied, unfitting } = await applyLeft(context, liveProject, applier, {
    open: openedSet,
    changes,
    textHash,
  });
  return { applied: applied.length, unfitting: unfitting.length };
}

/** Changes of a window or process that could not save them, in their order. */
interface LeftChanges {
  readonly open: OpenSet;
  readonly changes: readonly LeftChange[];
  /** Of the text that they were made on; where the article's is another by now they are carried over to it. Absent: of that. */
  readonly textHash?: string | undefined;
}

type LeftChange = Omit<ChangeRequest, "revision">;

/**
 * Applies them, each once, as far as they fit; tells what of them was done. Throws an `ApiError` for what the disk does; those before it are
 * applied then.
 */
export async function applyLeft(
  context: CoreContext,
  liveProject: LiveProject,
  applier: Applier,
  { open, changes, textHash = open.article.textHash }: LeftChanges,
): Promise<{ readonly applied: readonly LeftChange[]; readonly unfitting: readonly Id[] }> {
  const applied: LeftChange[] = [];
  const unfitting: Id[] = [];
  const isOther = textHash !== open.article.textHash;
  const carry = isOther ? await changeCarrier(context, liveProject, open, textHash) : null;
  try {
    for (const leftChange of changes) {
      const merge = carry?.(leftChange.change);
      if (open.store.answerTo(leftChange.opId)) continue;
      if ((isOther && !merge) || (merge && merge.conflicts.length > 0)) unfitting.push(leftChange.opId);
      const fittingChange = merge ? movedOn(context, leftChange, merge.change) : leftChange;
      if ((isOther && !merge) || isDone(stateOf(liveProject, open), fittingChange.change)) continue;
      try {
        await applier.apply(open, { ...fittingChange, revision: open.store.revision() });
        applied.push(fittingChange);
      } catch (error) {
        if (!(error instanceof ApiError) || !["change-misfit", "change-invalid"].includes(error.problem))
          throw error;
        unfitting.push(leftChange.opId);
      }
    }
  } finally {
    if (open.whose === undefined) liveProject.counts.set(open.article.id, countsOf(open.store.set()));
  }
  return { applied, unfitting };
}

/** On the present text it was done after what made that: undo takes the one back before the other. */
const movedOn = ({ now }: CoreContext, { step, ...asked }: LeftChange, change: Change): LeftChange => ({
  ...asked,
  change,
  ...(step && { step: { ...step, at: now() } }),
});

const stateOf = (liveProject: LiveProject, { store }: OpenSet): Annotations => ({
  set: store.set(),
  entities: tableOf(entitiesOf(liveProject)),
});

/** Gives for each change in turn, in their order, what is left of it to be done to the set as it stands by then. */
type ChangeCarrier = (change: Change) => MergedSets;

/** `null` where no earlier text of the article has this hash. Throws an `ApiError` where what it needs cannot be read. */
async function changeCarrier(
  context: CoreContext,
  liveProject: LiveProject,
  open: OpenSet,
  textHash: string,
): Promise<ChangeCarrier | null> {
  const { article, text, store } = open;
  const previousTexts = await earlierTexts(context, liveProject, article);
  const earlier = previousTexts.find(({ before }) => before.textHash === textHash);
  if (!earlier) return null;
  const carrier = await earlier.carrier();
  const place = setPlace(liveProject.folder, earlier.before, store.set().annotatorId);
  // What was acknowledged there is what the window knew.
  const { set } = await readSet(context.disk, place);
  let state: Annotations = { set, entities: tableOf(entitiesOf(liveProject)) };
  const removed: Removed = new Map();
  return (change) => {
    const stateBefore = state;
    if (!isDone(stateBefore, change)) state = foldChange(stateBefore, change, removed).annotations;
    const ourState = { set: store.set(), entities: tableOf(entitiesOf(liveProject)) };
    const json = { base: setToJson(stateBefore.set), theirs: setToJson(state.set) };
    const { base, theirs } = carrySides(json, ourState.set, carrier);
    const from = base && { set: setFromJson(base), entities: stateBefore.entities };
    const theirState = { set: setFromJson(theirs), entities: state.entities };
    return mergeSets(from, ourState, theirState, lawsOf(liveProject, article.id, text));
  };
}
