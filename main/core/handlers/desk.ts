// What lies open of a project in one person's window, and their bookmarks.
import { most } from "../../../shared/api/desk-schema.ts";
import type { deskMethods } from "../../../shared/api/methods/desk.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";

export function deskHandlers(
  { settings }: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof deskMethods> {
  return {
    async "desk.keep"({ project, tabs, beside }, client) {
      const { inUse } = projects.get(project, client);
      await settings.updateDesk(inUse.folder.project.data().id, (desk) => ({ ...desk, tabs, beside }));
      return null;
    },
    async "desk.bookmark"({ project, add, remove }, client) {
      const { inUse } = projects.get(project, client);
      const gone = new Set([...remove, ...add.map(({ id }) => id)]);
      const { bookmarks } = await settings.updateDesk(inUse.folder.project.data().id, (desk) => ({
        ...desk,
        bookmarks: [...desk.bookmarks.filter(({ id }) => !gone.has(id)), ...add].slice(-most.bookmarks),
      }));
      return { bookmarks };
    },
  };
}
