// Versions of a project: keeping one under a name, listing them, seeing what going back would do, and going back.
import type { Event } from "../../../shared/api/contract.ts";
import type { versionsMethods } from "../../../shared/api/methods/versions.ts";
import type { Restored, RestoreScope, Version, Versions, VersionText } from "../../../shared/api/versions.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { isEmptyWork, type StepNote } from "../../../shared/model/step.ts";
import { copiesOn, retentionPlan } from "../../storage/home/backups.ts";
import { checkSetFile, setJsonIn } from "../../storage/sets/set-file.ts";
import {
  listVersions,
  readVersionAbout,
  readVersionArticle,
  removeVersion,
} from "../../storage/versions/version-files.ts";
import { dropUnusedOriginals, originalBytes } from "../../storage/versions/version-originals.ts";
import { latestOf, type Opening } from "../changes/opening.ts";
import { retryOnConflict } from "../changes/retry-on-conflict.ts";
import { momentsOf, type VersionSource, versionSource } from "../changes/version-source.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";
import { backupStoreOf } from "../project/backup-source.ts";
import { type LiveProject, shownAnnotator, writerIn } from "../project/live-project.ts";
import { keepVersion } from "../versions/keep-version.ts";
import { planRestore, type RestorePlan } from "../versions/plan-restore.ts";

/** Milliseconds between two messages of how far it is. */
const tellAfter = 100;

export function versionsHandlers(
  context: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof versionsMethods> {
  const keeping = latestOf();
  return {
    async "versions.list"({ project }, client) {
      return versionsOf(context, projects.get(project, client).liveProject);
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
      const { liveProject } = projects.get(project, client);
      const { lock } = writerIn(liveProject);
      const { root } = liveProject.folder;
      return liveProject.recoveries.run(async () => {
        await lock.fence();
        await removeVersion(context.disk, root, version);
        await dropUnusedOriginals(context.disk, root);
        return null;
      });
    },
    async "versions.read"({ project, version, article }, client) {
      return versionText(context, projects.get(project, client).liveProject, version, article);
    },
    async "versions.preview"({ project, version, ...scope }, client) {
      const { liveProject, steps } = projects.get(project, client);
      writerIn(liveProject);
      const source = await versionSource(context, liveProject, version);
      return steps.exclusively(async () => previewOf(await planRestore(context, liveProject, source, scope)));
    },
    async "versions.restore"({ project, version, opId, step, ...scope }, client) {
      const { liveProject, steps } = projects.get(project, client);
      writerIn(liveProject);
      const source = await versionSource(context, liveProject, version);
      try {
        return await restore(context, { liveProject, steps }, { source, scope, opId, step }, client);
      } finally {
        projects.announceArticles(liveProject);
      }
    },
  };
}

async function versionText(
  { disk }: CoreContext,
  liveProject: LiveProject,
  version: Id,
  id: Id,
): Promise<VersionText> {
  const { root } = liveProject.folder;
  const about = await readVersionAbout(disk, root, version);
  const { name, at, by } = about;
  if (!about.articles.includes(id)) throw new ApiError("version-lacks-article", { name });
  const { article, text, sets, unread } = await readVersionArticle(disk, root, about, id);
  const annotatorId = shownAnnotator(liveProject)?.id ?? "";
  if (unread.includes(annotatorId)) throw new ApiError("version-damaged", { file: article.title });
  const set = sets.find((file) => file.annotatorId === annotatorId);
  if (set) checkSetFile(set, { articleId: id, annotatorId, textHash: article.textHash });
  return { article, text, set: set ? setJsonIn(set) : null, version: { name, at, by } };
}

/** Throws an `ApiError` when one of the two places cannot be listed. */
async function versionsOf(context: CoreContext, { folder }: LiveProject): Promise<Versions> {
  const named = await listVersions(context.disk, folder.root);
  const copies = await copiesOn(backupStoreOf(context, folder.project.data().id));
  const versions: Version[] = [
    ...named.map(({ id, about, bytes, problem }) => ({
      kind: "kept" as const,
      id,
      name: about?.name ?? "",
      at: about?.at ?? "",
      by: about?.by ?? "",
      bytes,
      articles: about?.articles.length ?? 0,
      leftOut: about?.leftOut.length ?? 0,
      problem: problem?.toData() ?? null,
    })),
    ...momentsOf(copies).map(({ until, bytes, articles }) => {
      const at = new Date(until).toISOString();
      return {
        kind: "automatic" as const,
        id: at,
        name: "",
        at,
        by: "",
        bytes,
        articles,
        leftOut: 0,
        problem: null,
      };
    }),
  ];
  return {
    versions: versions.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
    keptBytes: named.reduce((sum, { bytes }) => sum + bytes, await originalBytes(context.disk, folder.root)),
    automaticBytes: copies.reduce((sum, { bytes }) => sum + bytes, 0),
    plan: retentionPlan,
  };
}

// Going back to a version is one step of the history: the articles that are gone come back, and the sets, the registry and the tagset
// change. It is decided by one record before anything of it is done, and taken back like any other step, which puts those articles in
// the trash.

interface RestoreRequest {
  readonly source: VersionSource;
  readonly scope: RestoreScope;
  readonly opId: Id;
  readonly step: StepNote;
}

/** Throws an `ApiError`: then nothing has changed, or what was decided is still to be finished. */
async function restore(
  context: CoreContext,
  { liveProject, steps }: Pick<Opening, "liveProject" | "steps">,
  { source, scope, opId, step: note }: RestoreRequest,
  client: Id,
): Promise<Restored> {
  writerIn(liveProject);
  const plan = () =>
    steps.exclusively(async () => {
      // What was decided before stands before anything is compared with it.
      await steps.finish();
      return planRestore(context, liveProject, source, scope);
    });
  return retryOnConflict(plan, async (planned) => {
    const { version: _version, ...request } = planned.request;
    const work = {
      ...request,
      parts: request.parts.map(({ revision: _revision, ...part }) => part),
    };
    if (isEmptyWork(work)) return { ...previewOf(planned), step: null, revisions: {} };
    const { revisions } = await steps.apply({ opId, step: note, ...planned.request }, client);
    return { ...previewOf(planned), step: { ...note, id: opId, ...work }, revisions };
  });
}

/** What of a plan is told. */
const previewOf = ({ request: _request, ...plan }: RestorePlan) => plan;
