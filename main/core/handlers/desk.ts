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
  const idOf = (handle: Id, client: Id): Id =>
    projects.get(handle, client).liveProject.folder.project.data().id;
  return {
    async "desk.keep"({ project, ...open }, client) {
      await settings.updateDesk(idOf(project, client), (desk) => ({ ...desk, ...open }));
      return null;
    },
    async "desk.keepInsight"({ project, insight }, client) {
      await settings.updateDesk(idOf(project, client), (desk) => ({ ...desk, insight }));
      return null;
    },
    async "desk.bookmark"({ project, add, remove }, client) {
      const gone = new Set([...remove, ...add.map(({ id }) => id)]);
      const { bookmarks } = await settings.updateDesk(idOf(project, client), (desk) => {
        const all = [...desk.bookmarks.filter(({ id }) => !gone.has(id)), ...add];
        refuseTooMany(desk.bookmarks, all, limits.bookmarks, "bookmarks-too-many");
        return { ...desk, bookmarks: all };
      });
      return { bookmarks };
    },
    async "desk.saveFilters"({ project, save, remove }, client) {
      const { filters } = await settings.updateDesk(idOf(project, client), (desk) => ({
        ...desk,
        filters: filtersWith(desk.filters, save, remove),
      }));
      return { filters };
    },
    async "desk.saveStatementFilters"({ project, save, remove }, client) {
      const { statementFilters } = await settings.updateDesk(idOf(project, client), (desk) => ({
        ...desk,
        statementFilters: filtersWith(desk.statementFilters, save, remove),
      }));
      return { filters: statementFilters };
    },
  };
}

/** Filters of which some are saved, each in the place of one of its name, and others removed. */
function filtersWith<T extends { readonly name: string }>(
  before: readonly T[],
  save: readonly T[],
  remove: readonly string[],
): readonly T[] {
  const gone = new Set([...remove, ...save.map(({ name }) => name)]);
  const all = [...before.filter(({ name }) => !gone.has(name)), ...save];
  refuseTooMany(before, all, limits.savedFilters, "filters-too-many");
  return all;
}

/** Throws where a list grows beyond what is kept, so that nothing of it is dropped unseen. One that is too long already can still be cut. */
function refuseTooMany<T>(before: readonly T[], after: readonly T[], limit: number, problem: Problem): void {
  if (after.length > Math.max(limit, before.length)) throw new ApiError(problem, { limit });
}
