// Brings this person's set, open here, together with what came from outside, as one step that can be taken back like any other.
// Whatever of it would break a law, and whatever both sides changed differently, is told; its file is kept by another name then.

import { ApiError } from "../../../shared/api/errors.ts";
import type { OutsideNews } from "../../../shared/api/outside.ts";
import type { AnnotationSet, Annotations } from "../../../shared/model/annotation-set.ts";
import { type Change, isEmptyChange, setKinds } from "../../../shared/model/change.ts";
import { changeBetween } from "../../../shared/model/difference.ts";
import { setKey } from "../../../shared/model/step.ts";
import { has, records, type Table, tableOf } from "../../../shared/model/table.ts";
import type { InvariantContext } from "../../../shared/model/violation.ts";
import { lawfulPart } from "../../../shared/outside/lawful-part.ts";
import { type MergeConflict, mergeSets } from "../../../shared/review/merge-sets.ts";
import type { OutsideSet, Version } from "../../storage/outside-set.ts";
import { countOf } from "../../storage/set-file.ts";
import type { CoreContext } from "../context.ts";
import { conflictOf, countsOfChange } from "../describe-take-in.ts";
import { countsOf, entitiesOf, type OpenSet, type ProjectInUse } from "../project-in-use.ts";
import type { Steps } from "../steps.ts";
import { keepConflicts } from "./keep-conflicts.ts";
import { nobody, outsideStep } from "./outside-step.ts";

interface Merged {
  readonly change: Change;
  readonly conflicts: readonly MergeConflict[];
  /** What came last, for the words of the conflicts. */
  readonly theirs: AnnotationSet;
}

/** How often it is merged anew when a window saves something meanwhile. */
const tries = 5;
/** Conflicts that are told one by one. */
const told = 200;

/** `isPatient`: what may be half of something is left for the next look. `null`: nothing came, or nothing to be said of. */
export async function mergeOwnSet(
  context: CoreContext,
  inUse: ProjectInUse,
  steps: Steps,
  open: OpenSet,
  isPatient: boolean,
): Promise<OutsideNews | "later" | null> {
  const { store, article, whose } = open;
  for (let tried = 1; ; tried += 1) {
    const found = await store.outside();
    if (!found) return null;
    if (isPatient && (found.isUnreadable || found.isMissing || mentionsUnknown(inUse, found))) return "later";
    const revision = store.revision();
    const merged = mergeVersions(inUse, open, found);
    const opId = context.newId();
    const part = { article: article.id, ...(whose && { whose }), revision, change: merged.change };
    let isRefused = false;
    try {
      if (!isEmptyChange(merged.change))
        await steps.apply({ opId, step: outsideStep(context), parts: [part] }, nobody);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.code === "conflict" && tried < tries) continue;
      if (error.problem !== "change-invalid") throw error;
      isRefused = true;
      context.log.error(`taking in ${setKey(part)}`, error);
    }
    const keptAs = await store.settle(found, isRefused || merged.conflicts.length > 0);
    if (whose === undefined) inUse.counts.set(article.id, countsOf(store.set()));
    if (!isRefused && merged.conflicts.length > 0) {
      const { conflicts } = merged;
      const sides = sidesOf(inUse, open, merged);
      await keepConflicts(context, inUse, { article, ...(whose && { whose }), conflicts, sides });
    }
    return newsOf(inUse, open, found, isRefused ? null : merged, keptAs);
  }
}

function newsOf(
  inUse: ProjectInUse,
  { article, store }: OpenSet,
  found: OutsideSet,
  merged: Merged | null,
  keptAs: readonly string[],
): OutsideNews | null {
  const common = { article: article.id, title: article.title, keptAs };
  const counts = countsOfChange(merged?.change ?? {});
  const isNothing = counts.added + counts.updated + counts.removed === 0;
  const conflicts = merged?.conflicts ?? [];
  if (isNothing && conflicts.length === 0)
    return found.isMarked || found.isMissing || found.isUnreadable || found.isJournalLost || keptAs.length > 0
      ? { what: found.isMarked ? "set-joined" : "set-restored", ...common }
      : null;
  const sides = sidesOf(inUse, { store }, merged);
  return {
    what: "set-merged",
    ...common,
    ...counts,
    conflicts: conflicts.slice(0, told).map((conflict) => conflictOf(article.id, conflict, sides)),
  };
}

function sidesOf(inUse: ProjectInUse, { store }: Pick<OpenSet, "store">, merged: Merged | null) {
  const entities = tableOf(entitiesOf(inUse));
  return {
    ours: { set: store.set(), entities },
    theirs: { set: merged?.theirs ?? store.set(), entities },
  };
}

function mergeVersions(inUse: ProjectInUse, open: OpenSet, { versions }: OutsideSet): Merged {
  const { store, text, article } = open;
  const { annotators, tagset } = inUse.folder.project.data();
  const laws: InvariantContext = {
    text,
    articleId: article.id,
    annotatorIds: annotators.map(({ id }) => id),
    tagset,
  };
  const ours: Annotations = { set: store.set(), entities: tableOf(entitiesOf(inUse)) };
  const { entities } = ours;
  let merged = ours;
  const conflicts: MergeConflict[] = [];
  for (const version of versions) {
    const base = baseOf(version);
    const from = base ? { set: base, entities } : ours;
    const lawful = lawfulPart({ set: version.theirs, entities }, from, laws);
    const one = mergeSets(base && { set: base, entities }, merged, lawful.annotations, laws);
    merged = one.merged;
    conflicts.push(...lawful.left, ...one.conflicts);
  }
  const { entities: _same, ...change } = changeBetween(ours, merged);
  return { change, conflicts, theirs: versions.at(-1)?.theirs ?? ours.set };
}

/** A version that lost most of what there was is damage, not work: then nothing counts as removed there. */
function baseOf({ base, theirs }: Version): AnnotationSet | null {
  if (!base) return null;
  let gone = 0;
  for (const kind of setKinds) {
    const after = theirs[kind] as Table<{ readonly id: string }>;
    for (const { id } of records(base[kind] as Table<{ readonly id: string }>))
      if (!has(after, id)) gone += 1;
  }
  return gone > 3 && gone * 2 > countOf(base) ? null : base;
}

/** The registry comes in a file of its own, which may be on its way. */
function mentionsUnknown(inUse: ProjectInUse, { versions }: OutsideSet): boolean {
  const known = new Set(entitiesOf(inUse).map(({ id }) => id));
  return versions.some(({ theirs }) => {
    for (const { entity } of records(theirs.spans))
      if (entity !== undefined && !known.has(entity)) return true;
    return false;
  });
}
