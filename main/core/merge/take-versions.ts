// Brings versions of a set that came from elsewhere into the one that is open here, as one step of this person: held to the laws, decided
// by one record, taken back by undo. What both sides changed differently is kept for whoever works through it.

import type { TakeInConflict } from "../../../shared/api/take-in.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { lawfulPart } from "../../../shared/merge/lawful-part.ts";
import { type MergeConflict, type MergedSets, mergeSets } from "../../../shared/merge/merge-sets.ts";
import type { AnnotationSet, Annotations } from "../../../shared/model/annotation-set.ts";
import { type Change, isEmptyChange } from "../../../shared/model/change.ts";
import { changeBetween } from "../../../shared/model/difference.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { type StepNote, setKey } from "../../../shared/model/step.ts";
import { records, tableOf } from "../../../shared/model/table.ts";
import type { InvariantContext } from "../../../shared/model/violation.ts";
import type { OutsideVersion } from "../../storage/sets/outside-set.ts";
import { type Reach, reachPart } from "../../storage/sets/reach.ts";
import { nothingIn, type Steps } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import { countsOf, entitiesOf, type LiveProject, type OpenSet } from "../project/live-project.ts";
import { conflictOf } from "./describe-merge.ts";
import { keepConflicts } from "./keep-conflicts.ts";

export interface Merged {
  readonly change: Change;
  readonly conflicts: readonly MergeConflict[];
  /** What came last, for the words of the conflicts. */
  readonly theirs: AnnotationSet;
}

/** Conflicts that are told one by one. */
const maxListedConflicts = 200;

interface VersionsToTake {
  readonly versions: readonly OutsideVersion[];
  /** The work on earlier texts that is in them. */
  readonly carried?: Reach;
}

/** How often it is merged anew when a window saves something meanwhile. */
const tries = 5;

/** Does the work anew as long as a window saves something meanwhile. */
export async function untilCalm<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1)
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== "conflict" || tried >= tries) throw error;
    }
}

/** `refused`: the laws do not take it; nothing has changed. Throws an `ApiError`, also where a window saved something meanwhile. */
export async function takeVersions(
  context: CoreContext,
  liveProject: LiveProject,
  steps: Steps,
  open: OpenSet,
  { versions, carried }: VersionsToTake,
): Promise<Merged | "refused"> {
  const { store, article, whose } = open;
  const revision = store.revision();
  const merged = mergeVersions(liveProject, open, versions);
  if (isEmptyChange(merged.change)) return merged;
  const part = { article: article.id, ...(whose && { whose }), revision, change: merged.change };
  const step = { opId: context.newId(), step: outsideStep(context), parts: [part], ...reachPart(carried) };
  try {
    await steps.apply(step, noClient);
  } catch (error) {
    if (!(error instanceof ApiError) || error.problem !== "change-invalid") throw error;
    context.log.error(`taking in ${setKey(part)}`, error);
    return "refused";
  }
  if (whose === undefined) liveProject.counts.set(article.id, countsOf(store.set()));
  return merged;
}

/** Keeps what both sides changed differently. */
export async function keepMergeConflicts(
  context: CoreContext,
  liveProject: LiveProject,
  { article, whose, store }: OpenSet,
  merged: Merged,
): Promise<void> {
  const { conflicts } = merged;
  if (conflicts.length === 0) return;
  const sides = sidesOf(liveProject, { store }, merged);
  await keepConflicts(context, liveProject, { article, ...(whose && { whose }), conflicts, sides });
}

/** The conflicts in plain words, as far as they are told one by one. */
export function toldConflicts(
  liveProject: LiveProject,
  { article, store }: OpenSet,
  merged: Merged,
): readonly TakeInConflict[] {
  const sides = sidesOf(liveProject, { store }, merged);
  return merged.conflicts
    .slice(0, maxListedConflicts)
    .map((conflict) => conflictOf(article.id, conflict, sides));
}

function sidesOf(liveProject: LiveProject, { store }: Pick<OpenSet, "store">, { theirs }: Merged) {
  const entities = tableOf(entitiesOf(liveProject));
  return { ours: { set: store.set(), entities }, theirs: { set: theirs, entities } };
}

function mergeVersions(liveProject: LiveProject, open: OpenSet, versions: readonly OutsideVersion[]): Merged {
  const { store, text, article } = open;
  const laws = lawsOf(liveProject, article.id, text);
  const ourAnnotations: Annotations = { set: store.set(), entities: tableOf(entitiesOf(liveProject)) };
  let merged = ourAnnotations;
  const conflicts: MergeConflict[] = [];
  for (const version of versions) {
    const mergedSets = mergeVersion(ourAnnotations, merged, version, laws);
    merged = mergedSets.merged;
    conflicts.push(...mergedSets.conflicts);
  }
  const { entities: _same, ...change } = changeBetween(ourAnnotations, merged);
  return { change, conflicts, theirs: versions.at(-1)?.theirs ?? ourAnnotations.set };
}

export function lawsOf({ folder }: LiveProject, articleId: string, text: string): InvariantContext {
  const { annotators, tagset } = folder.project.data();
  return { text, articleId, annotatorIds: annotators.map(({ id }) => id), tagset };
}

/** `ours`: what a version counts as made from where that is not known. `onto`: what it is merged into. */
export function mergeVersion(
  ours: Annotations,
  onto: Annotations,
  { base, theirs }: OutsideVersion,
  laws: InvariantContext,
): MergedSets {
  const { entities } = ours;
  const from = base && { set: base, entities };
  const lawful = lawfulPart({ set: theirs, entities }, from ?? ours, laws);
  const mergedSets = mergeSets(from, onto, lawful.annotations, laws);
  return { ...mergedSets, conflicts: [...lawful.left, ...mergedSets.conflicts] };
}

/** The registry comes in a file of its own, which may be on its way. */
export function mentionsUnknown(liveProject: LiveProject, versions: readonly OutsideVersion[]): boolean {
  const entityIds = new Set(entitiesOf(liveProject).map(({ id }) => id));
  return versions.some(({ theirs }) => {
    for (const { entity } of records(theirs.spans))
      if (entity !== undefined && !entityIds.has(entity)) return true;
    return false;
  });
}

/** The step by which something from outside comes into a project: this person's, like any other, so that it can be taken back. */
export const outsideStep = ({ now }: CoreContext): StepNote => ({ command: "outside", at: now() });

/** No window asked for it, so that every window is told. */
export const noClient = "";

/** Entities from outside, without what breaks a law of the registry, which stays as it was. */
export function lawfulEntities(
  { folder }: LiveProject,
  before: readonly Entity[],
  wanted: readonly Entity[],
): readonly Entity[] {
  const { tagset } = folder.project.data();
  const entitiesById = new Map(before.map((entity) => [entity.id, entity]));
  let entities = wanted;
  for (let round = 0; round < 5; round += 1) {
    const state = nothingIn(tableOf(entities));
    const errors = violations(state, { text: "", articleId: state.set.articleId, tagset }).filter(
      ({ severity, kind }) => severity === "error" && kind === "entities",
    );
    if (errors.length === 0) return entities;
    // What others were merged into comes back; anything else that is wrong is as it was.
    const targets = errors.flatMap(({ code, detail }) =>
      code === "merged-into-missing" ? (entitiesById.get(String(detail.entity)) ?? []) : [],
    );
    const broken = new Set(targets.length > 0 ? [] : errors.map(({ id }) => id));
    entities = [
      ...entities.flatMap((entity) =>
        broken.has(entity.id) ? (entitiesById.get(entity.id) ?? []) : [entity],
      ),
      ...new Set(targets),
    ];
  }
  return before;
}
