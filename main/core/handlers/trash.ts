// Moves articles, annotators and entities to the trash, restores them, and, only when asked to, deletes them for good.
import type { trashMethods } from "../../../shared/api/methods/trash.ts";
import type { InTrash } from "../../../shared/api/trash.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { readError } from "../../storage/files/storage-error.ts";
import { listPutAway } from "../../storage/trash/trash.ts";
import {
  deleteAnnotator,
  listAnnotatorsAway,
  putAnnotatorAway,
  putRestAway,
  takeAnnotatorBack,
} from "../../storage/trash/trash-annotators.ts";
import { deleteForGood } from "../../storage/trash/trash-folder.ts";
import { mentioningInTrash, setsAwayOf } from "../changes/mention-search.ts";
import { putArticleAway, takeArticleBack } from "../changes/move-articles.ts";
import { withExclusiveAccess } from "../changes/opening.ts";
import { enterMentioned, inTrash, takeBackMentioned } from "../changes/save-entities.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";
import { offering } from "../project/arrived-articles.ts";
import { annotatorFromBackup } from "../project/backup-source.ts";
import { type LiveProject, summaryOf, writerIn } from "../project/live-project.ts";
import { carryLate } from "../revise/sets-to-carry.ts";
import { entitiesInTrash, forgetEntities, putEntityAway, takeEntityBack } from "../trash/entity-trash.ts";

export function trashHandlers(
  context: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof trashMethods> {
  return {
    async "article.putAway"({ project, article }, client) {
      const { liveProject, steps } = projects.get(project, client);
      writerIn(liveProject);
      return withExclusiveAccess(liveProject, steps, async () => {
        const about = await putArticleAway(context, liveProject, article);
        projects.announceArticles(liveProject);
        return about;
      });
    },
    async "annotator.putAway"({ project, annotator: id }, client) {
      const { liveProject, steps } = projects.get(project, client);
      const writer = writerIn(liveProject);
      return withExclusiveAccess(liveProject, steps, () =>
        putAway(context, projects, liveProject, writer, id),
      );
    },
    "entity.putAway": ({ project, ...asked }, client) =>
      putEntityAway(context, projects.get(project, client), asked),
    async "trash.list"({ project }, client) {
      return { items: await itemsIn(context, projects.get(project, client).liveProject) };
    },
    async "trash.takeBack"({ project, kind, id }, client) {
      const { liveProject, steps } = projects.get(project, client);
      const { lock, annotator: own } = writerIn(liveProject);
      return withExclusiveAccess(liveProject, steps, async () => {
        if (kind === "annotator" && id === own.id) throw new ApiError("annotator-missing", { annotator: id });
        if (kind === "article" && liveProject.articles.has(id))
          throw new ApiError("article-missing", { article: id });
        if (kind === "article") return { article: await takeBackAndTell(context, projects, liveProject, id) };
        await lock.fence();
        await takeBackAnnotator(context, projects, liveProject, id);
        return { article: null };
      });
    },
    "trash.takeEntityBack": ({ project, ...asked }, client) =>
      takeEntityBack(context, projects.get(project, client), asked),
    async "trash.empty"({ project, items }, client) {
      const { liveProject, steps } = projects.get(project, client);
      const { lock } = writerIn(liveProject);
      return withExclusiveAccess(liveProject, steps, async () => {
        await lock.fence();
        await deleteItems(context, projects, liveProject, items);
        return { items: await itemsIn(context, liveProject) };
      });
    },
  };
}

async function putAway(
  context: CoreContext,
  projects: OpenProjects,
  liveProject: LiveProject,
  { lock, annotator: self }: ReturnType<typeof writerIn>,
  id: Id,
): Promise<InTrash> {
  const { root, project: file } = liveProject.folder;
  const { annotators, assignments = [] } = file.data();
  const at = annotators.findIndex((one) => one.id === id);
  const annotator = annotators[at];
  if (id === self.id || annotator?.kind === "curation") throw new ApiError("annotator-own");
  await lock.fence();
  if (annotator)
    await putAnnotatorAway(context.disk, root, file, {
      annotator,
      at,
      assignments: assignments.filter((one) => one.annotator === id),
      putAwayAt: context.now(),
      by: self.name,
    });
  else if (!(await putRestAway(context.disk, root, id)))
    throw new ApiError("annotator-missing", { annotator: id });
  await annotatorsChanged(context, projects, liveProject);
  const item = (await itemsIn(context, liveProject)).find((one) => one.kind === "annotator" && one.id === id);
  if (!item) throw new ApiError("annotator-missing", { annotator: id });
  return item;
}

async function itemsIn(context: CoreContext, liveProject: LiveProject): Promise<readonly InTrash[]> {
  const { root, project } = liveProject.folder;
  const items = [...entitiesInTrash(liveProject)];
  const backupOfAnnotator = (id: Id) => annotatorFromBackup(context, liveProject.folder, id);
  try {
    items.push(
      ...(await listPutAway(context.disk, root)),
      // What is one's own may be open.
      ...(await listAnnotatorsAway(context.disk, root, project.data(), backupOfAnnotator)).filter(
        ({ id }) => id !== liveProject.annotator?.id,
      ),
    );
  } catch (error) {
    throw readError(error, root);
  }
  return items.sort((a, b) => (a.putAwayAt < b.putAwayAt ? 1 : a.putAwayAt > b.putAwayAt ? -1 : 0));
}

async function takeBackAndTell(
  context: CoreContext,
  projects: OpenProjects,
  liveProject: LiveProject,
  id: Id,
) {
  const takeArticle = () => takeArticleBack(context, liveProject, id);
  if (await offering(context, liveProject.folder, takeArticle)) projects.announceEntities(liveProject);
  const article = liveProject.articles.get(id);
  if (!article) throw new ApiError("article-missing", { article: id });
  projects.announceArticles(liveProject);
  return summaryOf(liveProject, article);
}

async function takeBackAnnotator(
  context: CoreContext,
  projects: OpenProjects,
  liveProject: LiveProject,
  id: Id,
): Promise<void> {
  // What they mention comes before them, so that a crash between the two leaves no mention of nothing.
  const sets = await setsAwayOf(context, liveProject, id);
  const presentSets = sets.filter(({ articleId }) => liveProject.articles.has(articleId));
  if (await enterMentioned(liveProject, presentSets)) projects.announceEntities(liveProject);
  const backupOfAnnotator = (of: Id) => annotatorFromBackup(context, liveProject.folder, of);
  await takeAnnotatorBack(
    context.disk,
    liveProject.folder.root,
    liveProject.folder.project,
    id,
    backupOfAnnotator,
  );
  await carryLate(context, liveProject);
  await annotatorsChanged(context, projects, liveProject);
}

async function annotatorsChanged(
  context: CoreContext,
  projects: OpenProjects,
  liveProject: LiveProject,
): Promise<void> {
  const articles = [...liveProject.articles.keys()];
  // What is known of others' sets is out of date, and entities that they mention have to be there.
  liveProject.importGeneration.count += 1;
  if (await takeBackMentioned(context, liveProject, articles)) projects.announceEntities(liveProject);
  const { annotators, assignments = [] } = liveProject.folder.project.data();
  projects.tell(liveProject, { type: "annotators", annotators });
  projects.tell(liveProject, { type: "assignments", assignments });
  projects.tell(liveProject, { type: "sets", articles });
}

async function deleteItems(
  context: CoreContext,
  projects: OpenProjects,
  liveProject: LiveProject,
  items: readonly Pick<InTrash, "kind" | "id">[],
): Promise<void> {
  const trashItems = await itemsIn(context, liveProject);
  const itemsToDelete = items.filter(({ kind, id }) =>
    trashItems.some((one) => one.kind === kind && one.id === id),
  );
  await holdUnmentioned(context, liveProject, trashItems, itemsToDelete);
  const articles = itemsToDelete.flatMap(({ kind, id }) => (kind === "article" ? [id] : []));
  const { root, project: file } = liveProject.folder;
  // First: what is still in the trash is not missed either.
  const itemsWithFiles = itemsToDelete.filter(({ kind }) => kind !== "entity");
  await forgetDeleted(liveProject, new Set(itemsWithFiles.map(({ id }) => id)));
  for (const { kind, id } of itemsToDelete) {
    if (kind === "article") await deleteForGood(context.disk, root, id);
    if (kind === "annotator") await deleteAnnotator(context.disk, root, file.data(), id);
  }
  if (articles.length > 0) projects.tell(liveProject, { type: "deleted", articles });
  await forgetEntities(
    liveProject,
    new Set(itemsToDelete.flatMap(({ kind, id }) => (kind === "entity" ? [id] : []))),
  );
}

/** Throws `entity-awaited` for an entity that something mentions which stays in the trash, and may come back. */
async function holdUnmentioned(
  context: CoreContext,
  liveProject: LiveProject,
  items: readonly InTrash[],
  asked: readonly Pick<InTrash, "kind" | "id">[],
): Promise<void> {
  if (asked.every(({ kind }) => kind !== "entity")) return;
  const isAsked = (one: Pick<InTrash, "kind" | "id">): boolean =>
    asked.some(({ kind, id }) => kind === one.kind && id === one.id);
  const staying = (await mentioningInTrash(context, liveProject)).filter((one) => !isAsked(one));
  for (const { entities } of inTrash(liveProject)) {
    if (!isAsked({ kind: "entity", id: entities[0].id })) continue;
    const by = staying.filter((one) => entities.some(({ id }) => one.entities.has(id)));
    if (by.length === 0) continue;
    const names = by.map(
      (one) => items.find(({ kind, id }) => kind === one.kind && id === one.id)?.name ?? one.id,
    );
    throw new ApiError("entity-awaited", { name: entities[0].name, known: names.join(", ") });
  }
}

/** What was deleted for good, an article or all that is somebody's, is not missed. */
const forgetDeleted = ({ lastKnown }: LiveProject, ids: ReadonlySet<Id>): Promise<void> =>
  lastKnown.forget(
    [...lastKnown.sets()].filter(({ article, annotator }) => ids.has(article) || ids.has(annotator)),
  );
