// Putting articles away, with everybody's annotations of them, and taking them back.
import { ApiError } from "../../../shared/api/errors.ts";
import { readArticle } from "../../storage/article-files.ts";
import { readSet } from "../../storage/read-set.ts";
import { listPutAway, putAway, takeBack } from "../../storage/trash.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";
import { countsOf, setPlace, summaryOf, writerIn } from "../project-in-use.ts";
import { secondSourceOf } from "../second-source.ts";

export function trashHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "article.putAway" | "trash.list" | "trash.takeBack"> {
  const { disk, now } = context;
  return {
    async "article.putAway"({ project, article }, client) {
      const { inUse, steps } = projects.get(project, client);
      const { lock, annotator } = writerIn(inUse);
      // While nothing is saved: what was acknowledged must be in the files that are moved.
      const move = async () => {
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
      };
      return inUse.recoveries.run(() => steps.alone(move));
    },
    async "trash.list"({ project }, client) {
      const { inUse } = projects.get(project, client);
      return { articles: await listPutAway(disk, inUse.folder.root) };
    },
    async "trash.takeBack"({ project, article }, client) {
      const { inUse } = projects.get(project, client);
      const { lock, annotator } = writerIn(inUse);
      return inUse.recoveries.run(async () => {
        if (inUse.articles.has(article)) throw new ApiError("article-missing", { article });
        await lock.fence();
        await takeBack(disk, inUse.folder.root, article);
        const back = await readArticle(disk, inUse.folder.root, article);
        const place = setPlace(inUse.folder, back, annotator.id);
        const { set } = await readSet(disk, place, secondSourceOf(context, place));
        inUse.articles.set(article, back);
        inUse.counts.set(article, countsOf(set));
        projects.announceArticles(inUse);
        return summaryOf(inUse, back);
      });
    },
  };
}

/** Nothing may write to files that are moved. */
async function closeSetsOf(
  { sets, curated }: ReturnType<OpenProjects["get"]>["inUse"],
  article: string,
): Promise<void> {
  const openings = [sets.get(article), curated.get(article)];
  sets.delete(article);
  curated.delete(article);
  for (const opening of await Promise.allSettled(openings))
    if (opening.status === "fulfilled") await opening.value?.store.close();
}
