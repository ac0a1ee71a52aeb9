// Merges copies of files that were changed in two places, by id and as one step that can be taken back. A copy is never
// destroyed: it is moved to the quarantine, merged or not.
import { join } from "node:path";
import type { ConflictCopy, SettledCopies } from "../../../shared/api/copies.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { mergeProjects } from "../../../shared/merge/merge-project.ts";
import { isEmptyChange } from "../../../shared/model/change.ts";
import { changeBetween } from "../../../shared/model/difference.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { StepNote } from "../../../shared/model/step.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { quarantineFile } from "../../storage/files/quarantine.ts";
import type { Opening } from "../changes/opening.ts";
import type { CoreContext } from "../context.ts";
import { keepConflicts } from "../merge/keep-conflicts.ts";
import { noClient } from "../merge/outside-step.ts";
import { countsOf, type ProjectInUse, writerIn } from "../project/project-in-use.ts";
import { type CopiesPlan, copyFiles, planCopies } from "./plan-copies.ts";

/** Throws an `ApiError` where the project may not be written. */
export async function listCopies(
  context: CoreContext,
  inUse: ProjectInUse,
): Promise<readonly ConflictCopy[]> {
  writerIn(inUse);
  return (await planCopies(context, inUse, await copyFiles(context, inUse))).copies;
}

export interface SettleRequest {
  /** Files, as they were listed; those that are not there any more are passed over. */
  readonly merge: readonly string[];
  readonly aside: readonly string[];
  readonly opId: Id;
  readonly step: StepNote;
}

/** How often it is planned anew when a window saves something meanwhile. */
const tries = 5;

/** Throws an `ApiError`: then nothing was merged, or all of it and not every copy was moved, which can be done again. */
export async function settleCopies(
  context: CoreContext,
  opening: Pick<Opening, "inUse" | "steps">,
  request: SettleRequest,
): Promise<SettledCopies> {
  const { inUse } = opening;
  writerIn(inUse);
  const copies = await copyFiles(context, inUse);
  const copiesToMerge = copies.filter(({ file }) => request.merge.includes(file));
  for (let tried = 1; ; tried += 1)
    try {
      const plan = await planCopies(context, inUse, copiesToMerge);
      const done = await carryOut(opening, plan, request);
      for (const conflictGroup of plan.conflicts) await keepConflicts(context, inUse, conflictGroup);
      const merged = plan.copies.filter(({ state }) => state === "mergeable");
      const isMoved = (file: string): boolean =>
        request.aside.includes(file) || merged.some((one) => one.file === file);
      const movedCopies: { readonly file: string; readonly keptAs: string }[] = [];
      const { root } = inUse.folder;
      for (const { file } of copies.filter((one) => isMoved(one.file)))
        movedCopies.push({
          file,
          keptAs: await quarantineFile(context.disk, root, join(root, ...file.split("/"))),
        });
      return { merged, aside: movedCopies, ...done };
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== "conflict" || tried >= tries) throw error;
    }
}

async function carryOut(
  { inUse, steps }: Pick<Opening, "inUse" | "steps">,
  { registry, project: merged, sets }: CopiesPlan,
  { opId, step: note }: SettleRequest,
): Promise<Pick<SettledCopies, "step" | "revisions">> {
  const { lock } = writerIn(inUse);
  const nowhere = { entities: tableOf<never>() };
  const parts = sets.flatMap(({ open, ours, merged: after, revision }) => {
    const change = changeBetween({ set: ours, ...nowhere }, { set: after, ...nowhere });
    const { article, whose } = open;
    return isEmptyChange(change) ? [] : [{ article: article.id, ...(whose && { whose }), revision, change }];
  });
  const work = registry.entities ? { entities: registry.entities } : {};
  const isNothing = parts.length === 0 && !registry.entities;
  const applied = isNothing ? null : await steps.apply({ opId, step: note, parts, ...work }, noClient);
  const { project } = inUse.folder;
  const projectBefore = project.data();
  await lock.fence();
  if (merged !== projectBefore)
    await project.update((data) => mergeProjects(projectBefore, data, merged).project);
  for (const { open } of sets)
    if (open.whose === undefined) inUse.counts.set(open.article.id, countsOf(open.store.set()));
  const plain = parts.map(({ revision: _revision, ...part }) => part);
  return {
    step: applied && { ...note, id: opId, parts: plain, ...work },
    revisions: applied?.revisions ?? {},
  };
}
