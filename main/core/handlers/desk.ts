// The desk of a project: what lies open in one person's window, their bookmarks and filters.
import type { deskMethods } from "../../../shared/api/methods/desk.ts";
import { ApiError, type Problem } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";

export function deskHandlers(
  { settings }: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof deskMethods> {
  const idOf = (handle: Id, client: Id): Id => projects.get(handle, client).inUse.folder.project.data().id;
  return {
    async "desk.keep"({ project, ...open }, client) {
      await settings.updateDesk(idOf(project, client), (desk) => ({ ...desk, ...open }));
      return null;
    },
    async "desk.bookmark"({ project, add, remove }, client) {
      const gone = new Set([...remove, ...add.map(({ id }) => id)]);
      const { bookmarks } = await settings.updateDesk(idOf(project, client), (desk) => {
        const all = [...desk.bookmarks.filter(({ id }) => !gone.has(id)), ...add];
        return { ...desk, bookmarks: upTo(limits.bookmarks, all, "bookmarks-too-many") };
      });
      return { bookmarks };
    },
    async "desk.saveFilters"({ project, save, remove }, client) {
      const gone = new Set([...remove, ...save.map(({ name }) => name)]);
      const { filters } = await settings.updateDesk(idOf(project, client), (desk) => {
        const all = [...desk.filters.filter(({ name }) => !gone.has(name)), ...save];
        return { ...desk, filters: upTo(limits.savedFilters, all, "filters-too-many") };
      });
      return { filters };
    },
  };
}

/** The list; throws where it is longer than what is kept, so that nothing of it is dropped unseen. */
function upTo<T>(limit: number, list: readonly T[], problem: Problem): readonly T[] {
  if (list.length > limit) throw new ApiError(problem, { limit });
  return list;
}
