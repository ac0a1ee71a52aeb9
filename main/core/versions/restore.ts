// Goes back to a version: articles that are gone come back first, each whole or not at all; then the sets, the registry and the
// tagset change as one step of the history, which can be taken back like any other.

import { ApiError } from "../../../shared/api/errors.ts";
import type { Restored } from "../../../shared/api/versions.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { isEmptyWork, type Step, type StepNote } from "../../../shared/model/step.ts";
import { addArticle, readArticle } from "../../storage/article-files.ts";
import { makeFolders, statusIfAny } from "../../storage/durable-file.ts";
import { durableJson } from "../../storage/durable-json.ts";
import { readSet, snapshotPath } from "../../storage/read-set.ts";
import { setFile } from "../../storage/set-file.ts";
import { takeBack } from "../../storage/trash.ts";
import type { CoreContext } from "../context.ts";
import type { Opening } from "../open-projects.ts";
import { countsOf, type ProjectInUse, setPlace, writerIn } from "../project-in-use.ts";
import { secondSourceOf } from "../second-source.ts";
import { planRestore, type RestorePlan, type RestoreScope } from "./plan-restore.ts";
import type { VersionSource } from "./version-source.ts";

export interface RestoreRequest {
  readonly source: VersionSource;
  readonly scope: RestoreScope;
  readonly opId: Id;
  readonly step: StepNote;
}

/** How often the step is made anew when another window saves something between its making and its check. */
const tries = 5;

/** Throws an `ApiError`; articles that came back before that stay. */
export async function restore(
  context: CoreContext,
  { inUse, steps }: Pick<Opening, "inUse" | "steps">,
  { source, scope, opId, step: note }: RestoreRequest,
  client: Id,
): Promise<Restored> {
  writerIn(inUse);
  const told = await steps.alone(async () => {
    const plan = await planRestore(context, inUse, source, scope);
    for (const one of plan.back) await bringBack(context, inUse, source, one);
    return previewOf(plan);
  });
  for (let tried = 1; ; tried += 1) {
    const { request } = await planRestore(context, inUse, source, scope);
    const work = { ...request, parts: request.parts.map(({ revision: _revision, ...part }) => part) };
    if (isEmptyWork(work)) return { ...told, step: null, revisions: {} };
    try {
      const { revisions } = await steps.apply({ opId, step: note, ...request }, client);
      const step: Step = { ...note, id: opId, ...work };
      return { ...told, step, revisions };
    } catch (error) {
      const passes = error instanceof ApiError && error.code === "conflict" && tried < tries;
      if (!passes) throw error;
    }
  }
}

/** What of a plan is told. */
export function previewOf({ request: _request, back, ...plan }: RestorePlan) {
  return { ...plan, back: back.map(({ title, from }) => ({ title, from })) };
}

async function bringBack(
  context: CoreContext,
  inUse: ProjectInUse,
  source: VersionSource,
  { article: id, from }: RestorePlan["back"][number],
): Promise<void> {
  const { lock, annotator } = writerIn(inUse);
  const { disk } = context;
  const { root } = inUse.folder;
  await lock.fence();
  if (from === "trash") await takeBack(disk, root, id);
  else await addFrom(context, inUse, source, id);
  const article = await readArticle(disk, root, id);
  const place = setPlace(inUse.folder, article, annotator.id);
  const { set } = await readSet(disk, place, secondSourceOf(context, place));
  inUse.articles.set(id, article);
  inUse.counts.set(id, countsOf(set));
  // What is known of others' mentions is out of date.
  inUse.takenIn.count += 1;
}

/** Colleagues' sets lie there before the article does, so that it is never there without them. */
async function addFrom(
  { disk }: CoreContext,
  inUse: ProjectInUse,
  source: VersionSource,
  id: Id,
): Promise<void> {
  const part = await source.article(id);
  if (!part) throw new ApiError("version-missing", { name: id });
  const { root, project } = inUse.folder;
  const { annotators } = project.data();
  // Own and curated sets come with the step, so that the history knows of them.
  const ours = [writerIn(inUse).annotator.id, curationOf(project.data()).id];
  const known = new Set(annotators.map((annotator) => annotator.id));
  for (const file of part.sets) {
    if (ours.includes(file.annotatorId) || !known.has(file.annotatorId)) continue;
    const folder = await makeFolders(disk, root, "annotations", id);
    const path = snapshotPath({ ...setPlace(inUse.folder, part.article, file.annotatorId), folder });
    if (await statusIfAny(disk, path)) continue;
    await durableJson({ disk, path, schema: setFile, damaged: "set-damaged" }).write(file);
  }
  // The file that its text came from is not kept in a version, only its name would be.
  await addArticle(disk, root, {
    article: { ...part.article, original: null },
    text: part.text,
    original: null,
  });
}
