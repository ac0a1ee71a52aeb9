// Goes back to a version: articles that are gone come back first, each whole or not at all; then the sets, the registry and the
// tagset change as one step of the history, which can be taken back like any other, and puts those articles in the trash then.

import { ApiError } from "../../../shared/api/errors.ts";
import type { Restored } from "../../../shared/api/versions.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { isEmptyWork, type StepNote } from "../../../shared/model/step.ts";
import { addArticle } from "../../storage/article-files.ts";
import { makeFolders, statusIfAny } from "../../storage/durable-file.ts";
import { durableJson } from "../../storage/durable-json.ts";
import { snapshotPath } from "../../storage/read-set.ts";
import { setFile } from "../../storage/set-file.ts";
import type { CoreContext } from "../context.ts";
import { enterArticle, putArticleAway, takeArticleBack } from "../move-articles.ts";
import type { Opening } from "../open-projects.ts";
import { type ProjectInUse, setPlace, writerIn } from "../project-in-use.ts";
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

/** Throws an `ApiError`; articles that came back for it go to the trash again. */
export async function restore(
  context: CoreContext,
  { inUse, steps }: Pick<Opening, "inUse" | "steps">,
  { source, scope, opId, step: note }: RestoreRequest,
  client: Id,
): Promise<Restored> {
  writerIn(inUse);
  const plan = await steps.alone(async () => {
    const first = await planRestore(context, inUse, source, scope);
    for (const { article, from } of first.back)
      if (from === "trash") await takeArticleBack(context, inUse, article);
      else await addFrom(context, inUse, source, article);
    return first;
  });
  const told = previewOf(plan);
  const back = plan.back.map(({ article }) => article);
  try {
    return {
      ...told,
      ...(await asStep(context, { inUse, steps }, { source, scope, opId, step: note }, back, client)),
    };
  } catch (error) {
    await steps.alone(async () => {
      for (const article of back)
        await putArticleAway(context, inUse, article).catch((second: unknown) =>
          context.log.error(`putting ${article} in the trash again`, second),
        );
    });
    throw error;
  }
}

/** `back`: the articles that have come back for it. */
async function asStep(
  context: CoreContext,
  { inUse, steps }: Pick<Opening, "inUse" | "steps">,
  { source, scope, opId, step: note }: RestoreRequest,
  back: readonly Id[],
  client: Id,
): Promise<Pick<Restored, "step" | "revisions">> {
  for (let tried = 1; ; tried += 1) {
    const { request } = await planRestore(context, inUse, source, scope);
    const articles = back.length > 0 ? { articles: { back, away: [] } } : {};
    const work = {
      ...request,
      parts: request.parts.map(({ revision: _revision, ...part }) => part),
      ...articles,
    };
    if (isEmptyWork(work)) return { step: null, revisions: {} };
    try {
      const { revisions } = await steps.apply({ opId, step: note, ...request, ...articles }, client);
      return { step: { ...note, id: opId, ...work }, revisions };
    } catch (error) {
      const passes = error instanceof ApiError && error.code === "conflict" && tried < tries;
      if (!passes) throw error;
    }
  }
}

/** What of a plan is told. */
export function previewOf({ request: _request, back, ...plan }: RestorePlan) {
  return { ...plan, back: back.map(({ article: _article, ...one }) => one) };
}

/** Colleagues' sets lie there before the article does, so that it is never there without them. */
async function addFrom(
  context: CoreContext,
  inUse: ProjectInUse,
  source: VersionSource,
  id: Id,
): Promise<void> {
  const { disk } = context;
  const part = await source.article(id);
  if (!part) throw new ApiError("version-missing", { name: id });
  await writerIn(inUse).lock.fence();
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
  const bytes = await source.original(part.article);
  await addArticle(disk, root, {
    // Without the file only its name would be there.
    article: bytes ? part.article : { ...part.article, original: null },
    text: part.text,
    original: bytes,
  });
  await enterArticle(context, inUse, id);
}
