// What lies open of a project in one person's window, their bookmarks and filters.
import { most } from "../../../shared/api/desk-schema.ts";
import type { deskMethods } from "../../../shared/api/methods/desk.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";

export function deskHandlers(
  { settings }: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof deskMethods> {
  const idOf = (handle: Id, client: Id): Id => projects.get(handle, client).inUse.folder.project.data().id;
  return {
    async "desk.keep"({ project, tabs, beside }, client) {
      await settings.updateDesk(idOf(project, client), (desk) => ({ ...desk, tabs, beside }));
      return null;
    },
    async "desk.saveFilters"({ project, save, remove }, client) {
      const gone = new Set([...remove, ...save.map(({ name }) => name)]);
      const { filters } = await settings.updateDesk(idOf(project, client), (desk) => ({
        ...desk,
        filters: [...desk.filters.filter(({ name }) => !gone.has(name)), ...save],
      }));
      return { filters };
    },
    async "desk.bookmark"({ project, add, remove }, client) {
      const gone = new Set([...remove, ...add.map(({ id }) => id)]);
      const { bookmarks } = await settings.updateDesk(idOf(project, client), (desk) => ({
        ...desk,
        bookmarks: [...desk.bookmarks.filter(({ id }) => !gone.has(id)), ...add].slice(-most.bookmarks),
      }));
      return { bookmarks };
    },
  };
}
