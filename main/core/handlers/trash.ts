// Putting articles, annotators and entities away, taking them back, and, only when asked to, deleting them for good.
import { ApiError } from "../../../shared/api/errors.ts";
import type { InTrash } from "../../../shared/api/trash.ts";
import type { Id } from "../../../shared/model/id.ts";
import { readArticle } from "../../storage/article-files.ts";
import { readSet } from "../../storage/read-set.ts";
import { listPutAway, putAway, takeBack } from "../../storage/trash.ts";
import {
  finishAnnotators,
  listAnnotatorsAway,
  putAnnotatorAway,
  takeAnnotatorBack,
} from "../../storage/trash-annotators.ts";
import { annotatorFolderName, deleteForGood } from "../../storage/trash-folder.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import {
  entitiesInTrash,
  forgetEntities,
  putEntityAway,
  takeBackMentioned,
  takeEntityBack,
} from "../entity-trash.ts";
import type { OpenProjects } from "../open-projects.ts";
import { countsOf, entitiesOf, type ProjectInUse, setPlace, summaryOf, writerIn } from "../project-in-use.ts";
import { secondSourceOf } from "../second-source.ts";
import type { Steps } from "../steps.ts";

type TrashMethods =
  | "article.putAway"
  | "annotator.putAway"
  | "entity.putAway"
  | "trash.list"
  | "trash.takeBack"
  | "trash.takeEntityBack"
  | "trash.empty";

export function trashHandlers(context: CoreContext, projects: OpenProjects): Pick<Handlers, TrashMethods> {
  const { disk, now } = context;

  async function itemsIn(inUse: ProjectInUse): Promise<readonly InTrash[]> {
    const { root, project } = inUse.folder;
    const items = [
      ...(await listPutAway(disk, root)),
      ...(await listAnnotatorsAway(disk, root, project.data())),
      ...entitiesInTrash(inUse),
    ];
    return items.sort((a, b) => (a.putAwayAt < b.putAwayAt ? 1 : a.putAwayAt > b.putAwayAt ? -1 : 0));
  }

  async function takeArticleBack(inUse: ProjectInUse, id: Id) {
    const { root, project } = inUse.folder;
    await takeBack(disk, root, id);
    // Sets of somebody who was put away meanwhile go to theirs.
    await finishAnnotators(disk, root, project.data());
    const back = await readArticle(disk, root, id);
    const place = setPlace(inUse.folder, back, writerIn(inUse).annotator.id);
    const { set } = await readSet(disk, place, secondSourceOf(context, place));
    inUse.articles.set(id, back);
    inUse.counts.set(id, countsOf(set));
    try {
      await setsCame(inUse, [id]);
    } catch (error) {
      // It is tried again with the same call.
      inUse.articles.delete(id);
      inUse.counts.delete(id);
      throw error;
    }
    projects.announceArticles(inUse);
    return summaryOf(inUse, back);
  }

  /** What is known of others' sets is out of date, and entities that they mention have to be there. */
  async function setsCame(inUse: ProjectInUse, articles: readonly Id[]): Promise<void> {
    inUse.takenIn.count += 1;
    if (!(await takeBackMentioned(context, inUse, articles))) return;
    for (const { handle: project, client } of projects.openingsOf(inUse))
      context.emit({ type: "entities", project, entities: entitiesOf(inUse) }, client);
  }

  async function annotatorsChanged(inUse: ProjectInUse): Promise<void> {
    const articles = [...inUse.articles.keys()];
    await setsCame(inUse, articles);
    const { annotators, assignments = [] } = inUse.folder.project.data();
    for (const { handle: project, client } of projects.openingsOf(inUse)) {
      context.emit({ type: "annotators", project, annotators }, client);
      context.emit({ type: "assignments", project, assignments }, client);
      context.emit({ type: "sets", project, articles }, client);
    }
  }

  return {
    async "article.putAway"({ project, article }, client) {
      const { inUse, steps } = projects.get(project, client);
      const { lock, annotator } = writerIn(inUse);
      return alone(inUse, steps, async () => {
        const known = inUse.articles.get(article);
        if (!known) throw new ApiError("article-missing", { article });
        await lock.fence();
        await closeSetsOf(inUse, article);
        const about = { id: article, title: known.title, putAwayAt: now(), by: annotator.name };
        await putAway(disk, inUse.folder.root, about);
        inUse.articles.delete(article);
        // What another window has opened meanwhile.
        await closeSetsOf(inUse, article);
        inUse.counts.delete(article);
        projects.announceArticles(inUse);
        return about;
      });
    },
    async "annotator.putAway"({ project, annotator: id }, client) {
      const { inUse, steps } = projects.get(project, client);
      const { lock, annotator: own } = writerIn(inUse);
      return alone(inUse, steps, async () => {
        const { root, project: file } = inUse.folder;
        const { annotators, assignments = [] } = file.data();
        const at = annotators.findIndex((one) => one.id === id);
        const annotator = annotators[at];
        if (!annotator) throw new ApiError("annotator-missing", { annotator: id });
        if (id === own.id || annotator.kind === "curation") throw new ApiError("annotator-own");
        await lock.fence();
        await putAnnotatorAway(disk, root, file, {
          annotator,
          at,
          assignments: assignments.filter((one) => one.annotator === id),
          putAwayAt: now(),
          by: own.name,
        });
        await annotatorsChanged(inUse);
        const item = (await itemsIn(inUse)).find((one) => one.kind === "annotator" && one.id === id);
        if (!item) throw new ApiError("annotator-missing", { annotator: id });
        return item;
      });
    },
    "entity.putAway": ({ project, ...asked }, client) =>
      putEntityAway(context, projects.get(project, client), asked),
    async "trash.list"({ project }, client) {
      return { items: await itemsIn(projects.get(project, client).inUse) };
    },
    async "trash.takeBack"({ project, kind, id }, client) {
      const { inUse, steps } = projects.get(project, client);
      const { lock } = writerIn(inUse);
      return alone(inUse, steps, async () => {
        if (kind === "article" && inUse.articles.has(id))
          throw new ApiError("article-missing", { article: id });
        await lock.fence();
        if (kind === "article") return { article: await takeArticleBack(inUse, id) };
        await takeAnnotatorBack(disk, inUse.folder.root, inUse.folder.project, id);
        await annotatorsChanged(inUse);
        return { article: null };
      });
    },
    "trash.takeEntityBack": ({ project, ...asked }, client) =>
      takeEntityBack(context, projects.get(project, client), asked),
    async "trash.empty"({ project, items }, client) {
      const { inUse, steps } = projects.get(project, client);
      const { lock } = writerIn(inUse);
      return alone(inUse, steps, async () => {
        await lock.fence();
        const there = await itemsIn(inUse);
        const asked = items.filter(({ kind, id }) => there.some((one) => one.kind === kind && one.id === id));
        for (const { kind, id } of asked) {
          if (kind === "article") await deleteForGood(disk, inUse.folder.root, id);
          if (kind === "annotator") await deleteForGood(disk, inUse.folder.root, annotatorFolderName(id));
        }
        await forgetEntities(
          inUse,
          new Set(asked.flatMap(({ kind, id }) => (kind === "entity" ? [id] : []))),
        );
        return { items: await itemsIn(inUse) };
      });
    },
  };
}

/** While nothing is saved: what was acknowledged must be in the files that are moved. */
const alone = <T>(
  { recoveries }: ProjectInUse,
  steps: Pick<Steps, "alone">,
  work: () => Promise<T>,
): Promise<T> => recoveries.run(() => steps.alone(work));

/** Nothing may write to files that are moved. */
async function closeSetsOf({ sets, curated }: ProjectInUse, article: Id): Promise<void> {
  for (const open of [sets, curated]) {
    const opening = open.get(article);
    open.delete(article);
    const [opened] = await Promise.allSettled([opening]);
    if (opened?.status === "fulfilled") await opened.value?.store.close();
  }
}
