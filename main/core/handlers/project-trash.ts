// Moving whole projects aside and back, from the page on which none is open.
import { basename, join } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import { statusIfAny } from "../../storage/files/durable-file.ts";
import { createQueue } from "../../storage/files/queue.ts";
import { writeError } from "../../storage/files/storage-error.ts";
import { takeLock } from "../../storage/project/lock.ts";
import { realFolder } from "../../storage/project/project-folder.ts";
import {
  deleteProjectForGood,
  projectInTrash,
  projectsInTrash,
  putProjectAway,
  takeProjectBack,
} from "../../storage/trash/project-trash.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import { absolutePath } from "../paths.ts";

type ProjectTrashMethods =
  | "project.putAway"
  | "projects.inTrash"
  | "projects.takeBack"
  | "projects.deleteForGood";

export function projectTrashHandlers(context: CoreContext): Pick<Handlers, ProjectTrashMethods> {
  const { disk, options, settings, now, newId } = context;
  const trash = { disk, home: options.home };
  // One after the other: two windows may ask for the same.
  const queue = createQueue();

  /** Throws `project-locked` for one that is open for writing somewhere. */
  async function holdNobody(root: string, by: string): Promise<void> {
    try {
      const lock = await takeLock({ disk, root, holder: by, version: options.version, now });
      await lock.release();
    } catch (error) {
      throw writeError(error, root);
    }
  }

  return {
    "project.putAway": ({ path: asked }) =>
      queue.run(async () => {
        const path = absolutePath(asked);
        const root = await realFolder(disk, path);
        if (!(await statusIfAny(disk, join(root, "project.json"))))
          throw new ApiError("project-not-one", { file: basename(root), why: "no-project-file" });
        const by = settings.get().annotatorName ?? "";
        await holdNobody(root, by);
        const isAsked = (recent: { readonly path: string }): boolean => [path, root].includes(recent.path);
        const name = settings.get().recentProjects.find(isAsked)?.name ?? basename(root);
        const moved = await putProjectAway(trash, { id: newId(), root, name, putAwayAt: now(), by });
        const item = await projectInTrash(trash, moved);
        const updatedSettings = await settings.update((data) => ({
          ...data,
          recentProjects: data.recentProjects.filter((recent) => !isAsked(recent)),
        }));
        return { item, settings: updatedSettings };
      }),
    "projects.inTrash"() {
      return projectsInTrash(trash);
    },
    "projects.takeBack": ({ path: asked }) =>
      queue.run(async () => {
        const { name } = await projectInTrash(trash, asked);
        const path = await takeProjectBack(trash, asked);
        const updatedSettings = await settings.update((data) => ({
          ...data,
          recentProjects: [
            { path, name, openedAt: now() },
            ...data.recentProjects.filter((recent) => recent.path !== path),
          ],
        }));
        return { path, settings: updatedSettings };
      }),
    "projects.deleteForGood": ({ paths }) =>
      queue.run(async () => {
        for (const path of paths) await deleteProjectForGood(trash, path);
        return projectsInTrash(trash);
      }),
  };
}
