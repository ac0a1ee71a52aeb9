// Projects as a whole: made, opened and closed, recovered and examined, moved aside; and what came into their folders from outside.

import { basename, join } from "node:path";
import type { OpenProject, ParsedInput, ReadOnly } from "../../../shared/api/contract.ts";
import type { projectsMethods } from "../../../shared/api/methods/projects.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type Project, schemaVersion } from "../../../shared/model/project.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { statusIfAny } from "../../storage/files/durable-file.ts";
import { createQueue } from "../../storage/files/queue.ts";
import { writeError } from "../../storage/files/storage-error.ts";
import { takeLock } from "../../storage/project/lock.ts";
import { createProject, realFolder } from "../../storage/project/project-folder.ts";
import {
  deleteProjectForGood,
  projectInTrash,
  projectsInTrash,
  putProjectAway,
  takeProjectBack,
} from "../../storage/trash/project-trash.ts";
import type { Opening } from "../changes/opening.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers, HandlersFor, HandlersNamed } from "../dispatch.ts";
import { examineProject } from "../doctor/examine-project.ts";
import { repairCopy } from "../doctor/repair-copy.ts";
import { listConflicts, takeSide } from "../merge/keep-conflicts.ts";
import type { OpenProjects } from "../open-projects.ts";
import { listCopies, settleCopies } from "../outside/conflict-copies.ts";
import { entitiesOf, type LiveProject, summariesOf, writerIn } from "../project/live-project.ts";
import { bringBack, leaveMissing } from "../recovery/missing-work.ts";
import { recoverProject, withOffer } from "../recovery/recover-damaged.ts";
import { isSample, sampleFolder } from "../sample-folder.ts";
import { absolutePath } from "../source-file.ts";
import { startFrom } from "../take-in/start-project.ts";

/** How many projects the welcome page offers. */
const maxRecent = 12;

export const projectsHandlers = (
  context: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof projectsMethods> => ({
  ...openHandlers(context, projects),
  ...recoveryHandlers(context, projects),
  ...outsideHandlers(context, projects),
  ...projectTrashHandlers(context),
});

type OpenMethods =
  | "project.create"
  | "project.open"
  | "project.openSample"
  | "project.rename"
  | "project.close";

function openHandlers(context: CoreContext, projects: OpenProjects): Pick<Handlers, OpenMethods> {
  return {
    async "project.create"({ path: askedPath, ...asked }, client) {
      const path = absolutePath(askedPath);
      await createProject(context.disk, path, await newProject(context, asked), []);
      return openProjectOf(context, await projects.open(path, "write", client));
    },
    async "project.open"({ path: asked, mode, takeOver }, client) {
      const path = absolutePath(asked);
      try {
        return openProjectOf(context, await projects.open(path, mode, client, takeOver));
      } catch (error) {
        throw await withOffer(context, path, error);
      }
    },
    async "project.openSample"(_input, client) {
      return openProjectOf(context, await projects.open(await sampleFolder(context), "write", client));
    },
    async "project.rename"({ project: handle, name }, client) {
      const { liveProject, steps } = projects.get(handle, client);
      const { lock } = writerIn(liveProject);
      const { root, project: file } = liveProject.folder;
      await steps.exclusively(async () => {
        await lock.fence();
        await file.update((data) => ({ ...data, name }));
      });
      await remember(context, root, file.data());
      projects.tell(liveProject, { type: "renamed", name });
      return context.settings.get();
    },
    async "project.close"({ project }, client) {
      await projects.close(project, client);
      return null;
    },
  };
}

type RecoveryMethods =
  | "project.recover"
  | "project.bringBack"
  | "project.leaveMissing"
  | "project.examine"
  | "project.repairCopy";

function recoveryHandlers(context: CoreContext, projects: OpenProjects): Pick<Handlers, RecoveryMethods> {
  return {
    async "project.recover"({ path: asked }, client) {
      const path = absolutePath(asked);
      await recoverProject(context, path);
      return openProjectOf(context, await projects.open(path, "write", client));
    },
    async "project.bringBack"({ project }, client) {
      const projectOpening = projects.get(project, client);
      try {
        await bringBack(context, projectOpening);
      } finally {
        tellMissing(projects, projectOpening.liveProject);
        projects.announceArticles(projectOpening.liveProject);
        projects.announceEntities(projectOpening.liveProject);
      }
      return null;
    },
    async "project.leaveMissing"({ project }, client) {
      const { liveProject } = projects.get(project, client);
      await leaveMissing(liveProject);
      tellMissing(projects, liveProject);
      return null;
    },
    async "project.examine"({ path }) {
      return examineProject(context, absolutePath(path));
    },
    async "project.repairCopy"({ path, out }) {
      return repairCopy(context, absolutePath(path), absolutePath(out));
    },
  };
}

async function newProject(
  context: CoreContext,
  { name, start }: Pick<ParsedInput<"project.create">, "name" | "start">,
): Promise<Project> {
  const { settings, newId, now } = context;
  const annotator = settings.get().annotatorName;
  const { tagset, me } = start ? await startFrom(context, start) : { tagset: newsAttribution, me: null };
  if (annotator === null && me !== null) throw new ApiError("identity-missing");
  return {
    schemaVersion,
    id: newId(),
    name,
    createdAt: now(),
    tagset,
    annotators: annotator === null ? [] : [{ id: me ?? newId(), name: annotator }],
  };
}

async function openProjectOf(context: CoreContext, opening: Opening): Promise<OpenProject> {
  const { handle, liveProject } = opening;
  const project = liveProject.folder.project.data();
  await remember(context, liveProject.folder.root, project);
  return {
    handle,
    path: liveProject.folder.root,
    project,
    annotator: liveProject.annotator,
    readOnly: readOnlyOf(liveProject),
    ...((await isSample(context, liveProject.folder.root)) && { isSample: true }),
    articles: summariesOf(liveProject),
    recentArticles: context.settings.recentArticles(project.id).filter((id) => liveProject.articles.has(id)),
    desk: context.settings.desk(project.id),
    entities: entitiesOf(liveProject),
    warnings: [...context.settings.warnings, ...liveProject.warnings],
    missing: liveProject.missing.map(({ work }) => work),
  };
}

async function remember(context: CoreContext, path: string, { id, name }: Project): Promise<void> {
  try {
    await context.settings.update((data) => {
      const others = data.recentProjects.filter((recent) => recent.path !== path);
      const recentProjects = [{ path, id, name, openedAt: context.now() }, ...others].slice(0, maxRecent);
      return { ...data, recentProjects };
    });
  } catch (error) {
    context.log.error("remembering a project", error);
  }
}

const tellMissing = (projects: OpenProjects, liveProject: LiveProject): void =>
  projects.tell(liveProject, { type: "missing", missing: liveProject.missing.map(({ work }) => work) });

function readOnlyOf({ readOnly, folder }: LiveProject): ReadOnly | null {
  return readOnly && { ...readOnly, detail: { folder: basename(folder.root), ...readOnly.detail } };
}

/** What came into a project's folder from outside: looked for, and what people have to see to of it. */
function outsideHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "project.look"> & HandlersNamed<"copies" | "conflicts"> {
  return {
    async "project.look"({ project }, client) {
      await projects.get(project, client).outside.scan();
      return null;
    },
    async "copies.list"({ project }, client) {
      return { copies: await listCopies(context, projects.get(project, client).liveProject) };
    },
    async "copies.settle"({ project, ...asked }, client) {
      const projectOpening = projects.get(project, client);
      const settled = await settleCopies(context, projectOpening, asked);
      projects.announceArticles(projectOpening.liveProject);
      return settled;
    },
    async "conflicts.list"({ project }, client) {
      return { conflicts: await listConflicts(context, projects.get(project, client).liveProject) };
    },
    async "conflicts.take"({ project, ...asked }, client) {
      const projectOpening = projects.get(project, client);
      const took = await takeSide(context, projectOpening, asked, client);
      projects.announceArticles(projectOpening.liveProject);
      return took;
    },
    async "conflicts.settle"({ project, keys }, client) {
      const { liveProject } = projects.get(project, client);
      writerIn(liveProject);
      await liveProject.conflicts.settle(keys);
      return null;
    },
  };
}

/** Moves whole projects aside and back, from the page on which none is open. */
function projectTrashHandlers(
  context: CoreContext,
): Pick<Handlers, "project.putAway"> & HandlersNamed<"projects"> {
  const { disk, options, settings, now, newId } = context;
  const trash = { disk, home: options.home };
  // One after the other: two windows may ask for the same.
  const queue = createQueue();

  return {
    "project.putAway": ({ path: asked }) =>
      queue.run(async () => {
        const path = absolutePath(asked);
        const root = await realFolder(disk, path);
        if (!(await statusIfAny(disk, join(root, "project.json"))))
          throw new ApiError("project-not-one", { file: basename(root), why: "no-project-file" });
        const by = settings.get().annotatorName ?? "";
        await assertNotOpen(context, root, by);
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

/** Throws `project-locked` for one that is open for writing somewhere. */
async function assertNotOpen(
  { disk, options, settings, now }: CoreContext,
  root: string,
  by: string,
): Promise<void> {
  try {
    const lock = await takeLock({
      ...{ disk, root, holder: by, now },
      ...{ version: options.version, folders: settings.folders() },
    });
    await lock.release();
  } catch (error) {
    throw writeError(error, root);
  }
}
