// Making, opening and closing projects.
import { basename } from "node:path";
import type { OpenProject, ParsedInput, ReadOnly } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type Project, schemaVersion } from "../../../shared/model/project.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { createProject } from "../../storage/project/project-folder.ts";
import type { Opening } from "../changes/opening.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import { examineProject } from "../doctor/examine-project.ts";
import { repairCopy } from "../doctor/repair-copy.ts";
import type { OpenProjects } from "../open-projects.ts";
import { absolutePath } from "../paths.ts";
import { entitiesOf, type ProjectInUse, summariesOf } from "../project/project-in-use.ts";
import { bringBack, leaveMissing } from "../recovery/missing-work.ts";
import { recoverProject, withOffer } from "../recovery/recover-project.ts";
import { sampleFolder } from "../sample-folder.ts";
import { startFrom } from "../take-in/start-project.ts";

type ProjectMethods =
  | "project.create"
  | "project.open"
  | "project.openSample"
  | "project.recover"
  | "project.bringBack"
  | "project.leaveMissing"
  | "project.examine"
  | "project.repairCopy"
  | "project.close";

/** How many projects the welcome page offers. */
const maxRecent = 12;

export function projectHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, ProjectMethods> {
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
        tellMissing(context, projects, projectOpening.inUse);
        projects.announceArticles(projectOpening.inUse);
        projects.announceEntities(projectOpening.inUse);
      }
      return null;
    },
    async "project.leaveMissing"({ project }, client) {
      const { inUse } = projects.get(project, client);
      await leaveMissing(inUse);
      tellMissing(context, projects, inUse);
      return null;
    },
    async "project.examine"({ path }) {
      return examineProject(context, absolutePath(path));
    },
    async "project.repairCopy"({ path, out }) {
      return repairCopy(context, absolutePath(path), absolutePath(out));
    },
    async "project.openSample"(_input, client) {
      return openProjectOf(context, await projects.open(await sampleFolder(context), "write", client));
    },
    async "project.close"({ project }, client) {
      await projects.close(project, client);
      return null;
    },
  };
}

async function newProject(
  context: CoreContext,
  { name, start }: Pick<ParsedInput<"project.create">, "name" | "start">,
): Promise<Project> {
  const { settings, newId, now } = context;
  const annotator = settings.get().annotatorName;
  if (annotator === null) throw new ApiError("identity-missing");
  const { tagset, me } = start ? await startFrom(context, start) : { tagset: newsAttribution, me: null };
  return {
    schemaVersion,
    id: newId(),
    name,
    createdAt: now(),
    tagset,
    annotators: [{ id: me ?? newId(), name: annotator }],
  };
}

async function openProjectOf(context: CoreContext, opening: Opening): Promise<OpenProject> {
  const { handle, inUse } = opening;
  const project = inUse.folder.project.data();
  await remember(context, inUse.folder.root, project.name);
  const lastArticleId = context.settings.lastArticle(project.id);
  return {
    handle,
    path: inUse.folder.root,
    project,
    annotator: inUse.annotator,
    readOnly: readOnlyOf(inUse),
    articles: summariesOf(inUse),
    lastArticle: lastArticleId !== null && inUse.articles.has(lastArticleId) ? lastArticleId : null,
    entities: entitiesOf(inUse),
    warnings: [...context.settings.warnings, ...inUse.warnings],
    missing: inUse.missing.map(({ work }) => work),
  };
}

async function remember(context: CoreContext, path: string, name: string): Promise<void> {
  try {
    await context.settings.update((data) => {
      const others = data.recentProjects.filter((recent) => recent.path !== path);
      const recentProjects = [{ path, name, openedAt: context.now() }, ...others].slice(0, maxRecent);
      return { ...data, recentProjects };
    });
  } catch (error) {
    context.log.error("remembering a project", error);
  }
}

function tellMissing(context: CoreContext, projects: OpenProjects, inUse: ProjectInUse): void {
  const missing = inUse.missing.map(({ work }) => work);
  for (const { handle: project, client } of projects.openingsOf(inUse))
    context.emit({ type: "missing", project, missing }, client);
}

function readOnlyOf({ readOnly, folder }: ProjectInUse): ReadOnly | null {
  return readOnly && { ...readOnly, detail: { folder: basename(folder.root), ...readOnly.detail } };
}
