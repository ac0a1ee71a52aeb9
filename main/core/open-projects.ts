// The open projects of all clients, each under its handle. Several windows on one folder share one instance; it is flushed and closed when
// the last of them is gone.
import { realpath } from "node:fs/promises";
import type { AppliedStep, Event } from "../../shared/api/contract.ts";
import { ApiError } from "../../shared/errors/errors.ts";
import type { Id } from "../../shared/model/id.ts";
import { projectWork, type Step, setKey } from "../../shared/model/step.ts";
import { tableOf } from "../../shared/model/table.ts";
import { createQueue } from "../storage/files/queue.ts";
import { orNull } from "../storage/files/storage-error.ts";
import type { DecidedStep } from "../storage/history/history-format.ts";
import { isFolderAway } from "../storage/project/folder-away.ts";
import { readLock } from "../storage/project/lock.ts";
import { type ArticleWatch, startArticleWatch } from "./articles/watch-articles.ts";
import { type Applier, createApplier } from "./changes/apply-changes.ts";
import type { Opening, ProjectEvent, ProjectWindows } from "./changes/opening.ts";
import { openSteps, type Steps } from "./changes/steps.ts";
import type { CoreContext } from "./context.ts";
import { closeIndex } from "./insight/project-index.ts";
import { keepConflicts } from "./merge/keep-conflicts.ts";
import { type OutsideWatch, startOutside } from "./outside/start-outside.ts";
import { lostArticles } from "./project/arrived-articles.ts";
import {
  closeLiveProject,
  entitiesOf,
  flushLiveProject,
  type LiveProject,
  openLiveProject,
  summariesOf,
} from "./project/live-project.ts";
import { type BackupRounds, startBackupRounds } from "./recovery/backup-rounds.ts";
import { missingOf } from "./recovery/missing-work.ts";
import { recoverKept } from "./recovery/recover-kept.ts";
import { carryLate } from "./revise/sets-to-carry.ts";
import { type OpenTeam, startOpenTeam } from "./team/open-team.ts";

/** With what is watched for it. */
interface WatchedOpening extends Opening {
  readonly outside: OutsideWatch;
  /** Of the folder whose files come into the project. */
  readonly watch: ArticleWatch;
  readonly team: OpenTeam;
}

export interface OpenProjects extends ProjectWindows {
  /** `takeOver`: the lock of somebody else that a person has decided to take over. */
  open(path: string, mode: "read" | "write", client: Id, takeOver?: string): Promise<WatchedOpening>;
  /** Throws `project-not-open` for a handle that this client does not have. */
  get(handle: Id, client: Id): WatchedOpening;
  /** The ids of those that this client has open. */
  openIn(client: Id): readonly Id[];
  close(handle: Id, client: Id): Promise<void>;
  closeAllOf(client: Id): Promise<void>;
  closeAll(): Promise<void>;
  /** Writes the snapshots of all sets that are open, so that nothing waits to be written. Never throws. */
  flush(): Promise<void>;
}

interface Shared {
  readonly key: string;
  readonly liveProject: LiveProject;
  readonly applier: Applier;
  readonly steps: Steps;
  readonly backups: BackupRounds;
  readonly outside: OutsideWatch;
  readonly watch: ArticleWatch;
  readonly team: OpenTeam;
}

/** Milliseconds in which changes to the list of articles are told together. */
const announceAfter = 250;

interface OpenProjectsState {
  readonly context: CoreContext;
  readonly openings: Map<Id, WatchedOpening>;
  readonly shared: Map<string, Shared>;
  readonly announcements: Map<LiveProject, NodeJS.Timeout>;
}

export function createOpenProjects(context: CoreContext): OpenProjects {
  const projects: OpenProjectsState = {
    context,
    openings: new Map(),
    shared: new Map(),
    announcements: new Map(),
  };
  // One after the other, so that a folder is never opened while it is being closed.
  const queue = createQueue();
  const closeWhere = (which: (opening: WatchedOpening) => boolean): Promise<void> =>
    queue.run(async () => {
      for (const projectOpening of [...projects.openings.values()].filter(which))
        await close(projects, projectOpening);
    });
  return {
    open: (path, mode, client, takeOver) =>
      queue.run(() => openProject(projects, path, mode, client, takeOver)),
    get: (handle, client) => get(projects, handle, client),
    openIn: (client) =>
      [...projects.openings.values()]
        .filter((opening) => opening.client === client)
        .map(({ liveProject }) => liveProject.folder.project.data().id),
    close: (handle, client) => queue.run(() => close(projects, get(projects, handle, client))),
    closeAllOf: (client) => closeWhere((opening) => opening.client === client),
    closeAll: () => closeWhere(() => true),
    flush: () =>
      queue.run(async () => {
        for (const { liveProject } of [...projects.shared.values()])
          await flushLiveProject(context, liveProject);
      }),
    ...windowsOf(projects),
  };
}

async function openProject(
  projects: OpenProjectsState,
  path: string,
  mode: "read" | "write",
  client: Id,
  takeOver?: string,
): Promise<WatchedOpening> {
  const key = `${mode} ${await realpath(path).catch(() => path)}`;
  await giveUpLost(projects, key);
  await giveUpUnnamed(projects, key);
  await giveUpMoved(projects, path, client);
  const sharedProject = projects.shared.get(key) ?? (await openShared(projects, key, path, mode, takeOver));
  const { liveProject, applier, steps, outside, watch, team } = sharedProject;
  const closing = new AbortController();
  const projectOpening = {
    handle: projects.context.newId(),
    client,
    liveProject,
    applier,
    steps,
    outside,
    watch,
    team,
    closing,
  };
  projects.openings.set(projectOpening.handle, projectOpening);
  outside.greet(projectOpening);
  return projectOpening;
}

/** One whose lock somebody else has taken over: what its windows hold of it is stale. */
async function giveUpLost(projects: OpenProjectsState, key: string): Promise<void> {
  const sharedProject = projects.shared.get(key);
  const isOurs = await sharedProject?.liveProject.lock?.check().then(
    () => true,
    (error: unknown) => !(error instanceof ApiError) || error.problem !== "project-locked",
  );
  if (sharedProject && isOurs === false)
    for (const projectOpening of openingsOf(projects, sharedProject.liveProject))
      await close(projects, projectOpening);
}

/** One that was opened before its writer gave a name. All its windows have to open it anew, under that name. */
async function giveUpUnnamed(projects: OpenProjectsState, key: string): Promise<void> {
  const liveProject = projects.shared.get(key)?.liveProject;
  if (!liveProject || liveProject.annotator || projects.context.settings.get().annotatorName === null) return;
  for (const projectOpening of openingsOf(projects, liveProject)) await close(projects, projectOpening);
}

/**
 * One that is open from a place where it is no more, since its folder was moved to where it is opened now. Its other windows are told
 * where to go on, those too that only read there.
 */
async function giveUpMoved(projects: OpenProjectsState, path: string, by: Id): Promise<void> {
  const { context } = projects;
  for (const { liveProject } of [...projects.shared.values()]) {
    const { root } = liveProject.folder;
    if (!liveProject.lock || !(await isFolderAway(context.disk, root))) continue;
    const { disk, settings } = context;
    const lockInfo = await orNull(() => readLock({ disk, folders: settings.folders() }, path));
    if (lockInfo?.lock !== liveProject.lock.nonce) continue;
    const movedOpenings = [...projects.openings.values()].filter(
      (opening) => opening.liveProject.folder.root === root,
    );
    for (const projectOpening of openingsOf(projects, liveProject)) await close(projects, projectOpening);
    const newPath = await realpath(path);
    for (const { handle: project, client } of movedOpenings)
      if (client !== by) context.emit({ type: "moved", project, path: newPath }, client);
  }
}

async function openShared(
  projects: OpenProjectsState,
  key: string,
  path: string,
  mode: "read" | "write",
  takeOver: string | undefined,
): Promise<Shared> {
  const { context } = projects;
  const windows = windowsOf(projects);
  const liveProject = await openLiveProject(context, path, mode, takeOver);
  liveProject.missing = await missingOf(context, liveProject);
  for (const { set, ...one } of liveProject.crossDeviceConflicts) {
    const side = { set, entities: tableOf(entitiesOf(liveProject)) };
    await keepConflicts(context, liveProject, { ...one, sides: { ours: side, theirs: side } });
  }
  const backups = startBackupRounds(context, liveProject);
  // Known once all of the project is open; what is finished before is counted then.
  let team: OpenTeam | null = null;
  const steps = await openSteps(context, liveProject, {
    onApplied(step, revisions, by) {
      for (const { article } of step.parts) backups.touched(article);
      team?.onSaved();
      announceStep(windows, liveProject, { step, revisions, by });
    },
    onGivenUp: (problem) => liveProject.warnings.push(problem),
  });
  liveProject.warnings.push(...(await lostArticles(context, liveProject.folder)));
  // Sets that came since the text changed.
  if (liveProject.lock && liveProject.annotator) await carryLate(context, liveProject);
  const applier = createApplier(context, liveProject, steps, (article) => {
    backups.touched(article);
    team?.onSaved();
  });
  liveProject.warnings.unshift(...(await recoverKept(context, liveProject, applier)));
  const outside = startOutside(context, windows, liveProject, steps);
  const watch = await startArticleWatch(context, liveProject, {
    onState: (state) => windows.tell(liveProject, { type: "watching", state }),
    onTaken: () => windows.announceArticles(liveProject),
  });
  team = await startOpenTeam(context, liveProject, steps, {
    take: outside.take,
    onState: (state) => windows.tell(liveProject, { type: "team", team: state }),
    onNews: (news) => windows.tell(liveProject, { type: "outside", news }),
  });
  const sharedProject = { key, liveProject, applier, steps, backups, outside, watch, team };
  // What may only be read is read anew each time, so that it is never out of date.
  if (liveProject.lock) projects.shared.set(key, sharedProject);
  return sharedProject;
}

async function close(
  projects: OpenProjectsState,
  { handle, liveProject, steps, outside, watch, team, closing }: WatchedOpening,
): Promise<void> {
  const { announcements, shared } = projects;
  closing.abort();
  projects.openings.delete(handle);
  if (openingsOf(projects, liveProject).length > 0) return;
  await team.close();
  outside.close();
  await watch.close();
  clearTimeout(announcements.get(liveProject));
  announcements.delete(liveProject);
  await steps.close();
  await closeLiveProject(liveProject);
  await closeIndex(liveProject);
  for (const [key, one] of shared)
    if (one.liveProject === liveProject) {
      shared.delete(key);
      await one.backups.close();
    }
}

const openingsOf = ({ openings }: OpenProjectsState, liveProject: LiveProject): WatchedOpening[] =>
  [...openings.values()].filter((opening) => opening.liveProject === liveProject);

const get = ({ openings }: OpenProjectsState, handle: Id, client: Id): WatchedOpening => {
  const projectOpening = openings.get(handle);
  if (!projectOpening || projectOpening.client !== client)
    throw new ApiError("project-not-open", { project: handle });
  return projectOpening;
};

function announceArticles(projects: OpenProjectsState, liveProject: LiveProject): void {
  const { announcements } = projects;
  if (announcements.has(liveProject)) return;
  const announce = (): void => {
    announcements.delete(liveProject);
    tell(projects, liveProject, { type: "articles", articles: summariesOf(liveProject) });
  };
  announcements.set(liveProject, setTimeout(announce, announceAfter).unref());
}

function tell(
  projects: OpenProjectsState,
  liveProject: LiveProject,
  event: ProjectEvent,
  except?: Id | null,
): void {
  for (const { handle, client } of openingsOf(projects, liveProject))
    if (client !== except) projects.context.emit({ ...event, project: handle } as Event, client);
}

const windowsOf = (projects: OpenProjectsState): ProjectWindows => ({
  tell: (liveProject, event, except) => tell(projects, liveProject, event, except),
  announceArticles: (liveProject) => announceArticles(projects, liveProject),
  announceEntities: (liveProject) =>
    tell(projects, liveProject, { type: "entities", entities: entitiesOf(liveProject) }),
});

interface Applied {
  readonly step: DecidedStep;
  readonly revisions: AppliedStep["revisions"];
  /** The window that gets the answer, and knows the sets and the step already. */
  readonly by: Id | null;
}

/** Tells the windows of a project of a step that is applied: each of what it has to apply. */
function announceStep(
  windows: ProjectWindows,
  liveProject: LiveProject,
  { step: decided, revisions, by }: Applied,
): void {
  const { opId, step: note, parts, entities, assignments, articleSets, about, articles } = decided;
  const step: Step = { ...note, id: opId, parts, ...projectWork(decided) };
  const { assignments: assigned = [], articleSets: sets = [] } = liveProject.folder.project.data();
  if (parts.length > 0 || about || articles) windows.announceArticles(liveProject);
  if (entities || articles) windows.announceEntities(liveProject);
  if (assignments) windows.tell(liveProject, { type: "assignments", assignments: assigned });
  if (articleSets) windows.tell(liveProject, { type: "article-sets", articleSets: sets });
  for (const { article, whose } of parts) {
    const setRef = { article, ...(whose && { whose }) };
    const revision = liveProject.articles.has(article) ? revisions[setKey(setRef)] : undefined;
    if (revision !== undefined) windows.tell(liveProject, { type: "set", ...setRef, revision }, by);
    if (whose) windows.tell(liveProject, { type: "sets", articles: [article] }, by);
  }
  windows.tell(liveProject, { type: "step", step }, by);
}
