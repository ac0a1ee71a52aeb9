// Bringing in many articles at once. A window does one at a time; the next one ends the one before.
import { basename } from "node:path";
import type { BroughtIn } from "../../../shared/api/bringing-in.ts";
import { broughtInTable } from "../../../shared/api/brought-in-table.ts";
import { broughtInTogether } from "../../../shared/api/brought-in-together.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { writeReadBack } from "../../storage/files/durable-file.ts";
import { type BringInHooks, bringIn } from "../articles/bring-in.ts";
import { lookAt } from "../articles/look-at-files.ts";
import { latestOf } from "../changes/latest-of.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import { refuseUnfit } from "../export/write-export.ts";
import type { OpenProjects } from "../open-projects.ts";
import { absolutePath } from "../paths.ts";
import { writerIn } from "../project/project-in-use.ts";

type Methods = "bringIn.look" | "bringIn.run" | "bringIn.stop" | "bringIn.report";

/** Milliseconds between two tellings of what the project has now. */
const tellAfter = 1_000;

export function bringInHandlers(context: CoreContext, projects: OpenProjects): Pick<Handlers, Methods> {
  const bringing = latestOf();
  /** What came of the last one, by the handle of the project. */
  const lastByProject = new Map<Id, BroughtIn>();
  return {
    async "bringIn.look"({ project, paths, files, ...choices }, client) {
      projects.get(project, client);
      return lookAt(context, { paths: paths.map(absolutePath), files }, choices);
    },
    async "bringIn.run"({ project, paths, files, goesOn = false, ...choices }, client) {
      const projectOpening = projects.get(project, client);
      const { inUse } = projectOpening;
      writerIn(inUse);
      let announcedAt = Date.now();
      const onProgress: BringInHooks["onProgress"] = (progress) => {
        context.emit({ type: "bringing-in", project, ...progress }, client);
        if (Date.now() - announcedAt < tellAfter) return;
        announcedAt = Date.now();
        projects.announceArticles(inUse);
      };
      const sources = { paths: paths.map(absolutePath), files };
      try {
        const broughtIn = await bringing.run(projectOpening, (signal) =>
          bringIn(context, inUse, sources, { choices, hooks: { signal, onProgress } }),
        );
        const previousRun = goesOn ? lastByProject.get(project) : undefined;
        const isAgain = choices.only !== undefined;
        lastByProject.set(
          project,
          previousRun ? broughtInTogether(previousRun, broughtIn, isAgain) : broughtIn,
        );
        return broughtIn;
      } finally {
        projects.announceArticles(inUse);
      }
    },
    "bringIn.stop"({ project }, client) {
      projects.get(project, client);
      bringing.stop(project);
      return null;
    },
    async "bringIn.report"({ project, language, path: asked, overwrite }, client) {
      const { inUse } = projects.get(project, client);
      const broughtIn = lastByProject.get(project);
      if (!broughtIn) throw new ApiError("nothing-brought-in");
      const path = absolutePath(asked);
      await refuseUnfit(context.disk, path, { root: inUse.folder.root, overwrite });
      const text = /\.json$/iu.test(basename(path))
        ? `${JSON.stringify(broughtIn, null, 2)}\n`
        : broughtInTable(broughtIn, createWords(localeFor(language, [])));
      await writeReadBack(context.disk, path, Buffer.from(text, "utf8"));
      return { path };
    },
  };
}
