// The folder that is watched for a project.

import { basename, sep } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import { realFolder } from "../articles/watched-files.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";
import { absolutePath } from "../paths.ts";
import { writerIn } from "../project/project-in-use.ts";

type Methods = "watch.get" | "watch.set" | "watch.take";

export function watchHandlers({ disk }: CoreContext, projects: OpenProjects): Pick<Handlers, Methods> {
  /** Throws an `ApiError` for what is no folder, and for the project's own. */
  async function folderAt(asked: string, root: string): Promise<string> {
    const path = absolutePath(asked);
    const real = await realFolder(disk, path);
    const projectRoot = await disk.realPath(root);
    const isWithin = (one: string, other: string): boolean => `${one}${sep}`.startsWith(`${other}${sep}`);
    if (isWithin(real, projectRoot) || isWithin(projectRoot, real))
      throw new ApiError("watch-own-folder", { file: basename(path) });
    return path;
  }
  return {
    async "watch.get"({ project }, client) {
      return projects.get(project, client).watch.state();
    },
    async "watch.set"({ project, path, how, remember }, client) {
      const { inUse, watch } = projects.get(project, client);
      writerIn(inUse);
      return watch.set(path === null ? null : await folderAt(path, inUse.folder.root), how, remember);
    },
    async "watch.take"({ project }, client) {
      const { inUse, watch } = projects.get(project, client);
      writerIn(inUse);
      return watch.take();
    },
  };
}
