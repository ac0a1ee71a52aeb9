// Sets of articles that the people of a project share.
import type { ParsedInput } from "../../../shared/api/contract.ts";
import type { articleSetsMethods } from "../../../shared/api/methods/article-sets.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import {
  type ArticleSet,
  articleSetsBetween,
  filterOfSet,
  setsNamed,
  sharedFilter,
} from "../../../shared/model/article-set.ts";
import { isEmptyRecords } from "../../../shared/model/change.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";
import { type LiveProject, writerIn } from "../project/live-project.ts";

export const articleSetsHandlers = (
  context: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof articleSetsMethods> => ({
  async "articleSets.save"({ project: handle, opId, step: note, ...asked }, client) {
    const { liveProject, steps } = projects.get(handle, client);
    writerIn(liveProject);
    const setsNow = (): readonly ArticleSet[] => liveProject.folder.project.data().articleSets ?? [];
    const change = articleSetsBetween(setsNow(), setsAfter(context, liveProject, setsNow(), asked));
    if (isEmptyRecords(change)) return { articleSets: setsNow(), step: null };
    const work = { parts: [], articleSets: change };
    await steps.apply({ opId, step: note, ...work }, client);
    return { articleSets: setsNow(), step: { ...note, id: opId, ...work } };
  },
});

type SetsRequest = Pick<ParsedInput<"articleSets.save">, "save" | "remove">;

/** Throws an `ApiError` for a set that is not there, asks nothing, or has the name of another. */
function setsAfter(
  { newId }: CoreContext,
  liveProject: LiveProject,
  before: readonly ArticleSet[],
  { save, remove }: SetsRequest,
): readonly ArticleSet[] {
  const known = before.map(({ name }) => name).join(", ");
  for (const id of [...remove, ...save.flatMap((one) => one.id ?? [])])
    if (!before.some((set) => set.id === id)) throw new ApiError("article-set-missing", { name: id, known });
  let after = before.filter(({ id }) => !remove.includes(id));
  for (const { id, newId: chosenId = newId(), name, filter: asked } of save) {
    const filter = sharedFilter(filterOfSet({ filter: asked }));
    if (Object.keys(filter).length === 0) throw new ApiError("article-set-open", { name });
    if (id === null && [...before, ...after].some((set) => set.id === chosenId))
      throw new ApiError("article-set-there", { name });
    const earlier = after.find((set) => set.id === id);
    // One that is in the trash stays in its sets.
    const isNew = (article: Id): boolean => earlier?.filter.articles?.includes(article) !== true;
    for (const article of filter.articles ?? [])
      if (isNew(article) && !liveProject.articles.has(article))
        throw new ApiError("article-missing", { article });
    const set = { ...earlier, id: id ?? chosenId, name, filter };
    after = earlier ? after.map((one) => (one === earlier ? set : one)) : [...after, set];
  }
  assertNamesFree(before, after);
  return after;
}

/** Names are compared once all sets have theirs: one set may take the name that another gives up. */
function assertNamesFree(before: readonly ArticleSet[], after: readonly ArticleSet[]): void {
  const nameBefore = new Map(before.map(({ id, name }) => [id, name]));
  for (const { id, name } of after)
    if (nameBefore.get(id) !== name && setsNamed(after, name).some((set) => set.id !== id))
      throw new ApiError("article-set-there", { name });
}
