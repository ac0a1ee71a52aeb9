// Versions of a project: keeping one under a name, listing them, seeing what going back would do, and going back.
import type { Event } from "../../../shared/api/contract.ts";
import type { versionsMethods } from "../../../shared/api/methods/versions.ts";
import type { VersionText } from "../../../shared/api/versions.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { checkSetFile, setJsonIn } from "../../storage/sets/set-file.ts";
import { readVersionAbout, readVersionArticle, removeVersion } from "../../storage/versions/version-files.ts";
import { dropUnusedOriginals } from "../../storage/versions/version-originals.ts";
import { latestOf } from "../changes/opening.ts";
import { versionSource } from "../changes/version-source.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";
import { type ProjectInUse, shownAnnotator, writerIn } from "../project/project-in-use.ts";
import { keepVersion } from "../versions/keep-version.ts";
import { versionsOf } from "../versions/list-versions.ts";
import { planRestore } from "../versions/plan-restore.ts";
import { previewOf, restore } from "../versions/restore.ts";

/** Milliseconds between two messages of how far it is. */
const tellAfter = 100;

export function versionsHandlers(
  context: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof versionsMethods> {
  const keeping = latestOf();
  return {
    async "versions.list"({ project }, client) {
      return versionsOf(context, projects.get(project, client).inUse);
    },
    async "versions.keep"({ project, name }, client) {
      const projectOpening = projects.get(project, client);
      let announcedAt = 0;
      return keeping.run(projectOpening, async (signal) => {
        const id = await keepVersion(context, projectOpening, {
          name,
          signal,
          onProgress(progress) {
            if (Date.now() - announcedAt < tellAfter) return;
            announcedAt = Date.now();
            context.emit({ type: "keeping", project, ...progress } satisfies Event, client);
          },
        });
        return { id };
      });
    },
    "versions.stop"({ project }, client) {
      projects.get(project, client);
      keeping.stop(project);
      return null;
    },
    async "versions.forget"({ project, version }, client) {
      const { inUse } = projects.get(project, client);
      const { lock } = writerIn(inUse);
      const { root } = inUse.folder;
      return inUse.recoveries.run(async () => {
        await lock.fence();
        await removeVersion(context.disk, root, version);
        await dropUnusedOriginals(context.disk, root);
        return null;
      });
    },
    async "versions.read"({ project, version, article }, client) {
      return versionText(context, projects.get(project, client).inUse, version, article);
    },
    async "versions.preview"({ project, version, ...scope }, client) {
      const { inUse, steps } = projects.get(project, client);
      writerIn(inUse);
      const source = await versionSource(context, inUse, version);
      return steps.alone(async () => previewOf(await planRestore(context, inUse, source, scope)));
    },
    async "versions.restore"({ project, version, opId, step, ...scope }, client) {
      const { inUse, steps } = projects.get(project, client);
      writerIn(inUse);
      const source = await versionSource(context, inUse, version);
      try {
        return await restore(context, { inUse, steps }, { source, scope, opId, step }, client);
      } finally {
        projects.announceArticles(inUse);
      }
    },
  };
}

async function versionText(
  { disk }: CoreContext,
  inUse: ProjectInUse,
  version: Id,
  id: Id,
): Promise<VersionText> {
  const { root } = inUse.folder;
  const about = await readVersionAbout(disk, root, version);
  const { name, at, by } = about;
  if (!about.articles.includes(id)) throw new ApiError("version-lacks-article", { name });
  const { article, text, sets, unread } = await readVersionArticle(disk, root, about, id);
  const annotatorId = shownAnnotator(inUse)?.id ?? "";
  if (unread.includes(annotatorId)) throw new ApiError("version-damaged", { file: article.title });
  const set = sets.find((file) => file.annotatorId === annotatorId);
  if (set) checkSetFile(set, { articleId: id, annotatorId, textHash: article.textHash });
  return { article, text, set: set ? setJsonIn(set) : null, version: { name, at, by } };
}
