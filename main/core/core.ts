// The composition root: puts storage, settings and handlers together behind the one door.
import { randomBytes } from "node:crypto";
import type { Reply } from "../../shared/api/client.ts";
import type { Event } from "../../shared/api/contract.ts";
import { type Id, idFromBytes } from "../../shared/model/id.ts";
import { nodeDisk } from "../storage/files/disk.ts";
import { ignoredBugs } from "../storage/files/storage-error.ts";
import { makeHome } from "../storage/home/home-folder.ts";
import { openSetAside } from "../storage/home/set-aside.ts";
import { openSettings } from "../storage/home/settings.ts";
import type { CoreContext, CoreOptions } from "./context.ts";
import { createDispatch, type Handlers } from "./dispatch.ts";
import { agreementHandlers } from "./handlers/agreement.ts";
import { annotationsHandlers } from "./handlers/annotations.ts";
import { articleSetsHandlers } from "./handlers/article-sets.ts";
import { articlesHandlers } from "./handlers/articles.ts";
import { comparisonsHandlers } from "./handlers/comparisons.ts";
import { deskHandlers } from "./handlers/desk.ts";
import { exportsHandlers } from "./handlers/exports.ts";
import { hostHandlers } from "./handlers/host.ts";
import { insightHandlers } from "./handlers/insight.ts";
import { learningHandlers } from "./handlers/learning.ts";
import { modelsHandlers } from "./handlers/models.ts";
import { projectsHandlers } from "./handlers/projects.ts";
import { reviewHandlers } from "./handlers/review.ts";
import { revisionsHandlers } from "./handlers/revisions.ts";
import { statementsHandlers } from "./handlers/statements.ts";
import { suggestionsHandlers } from "./handlers/suggestions.ts";
import { teamHandlers } from "./handlers/team.ts";
import { trashHandlers } from "./handlers/trash.ts";
import { versionsHandlers } from "./handlers/versions.ts";
import { openLog } from "./log.ts";
import { createOpenProjects, type OpenProjects } from "./open-projects.ts";
import { forkProcess } from "./processes/own-process.ts";
import { createProcesses } from "./processes/processes.ts";

export type { CoreOptions } from "./context.ts";

export interface Core {
  /** The door: name known? input valid? -> handler -> reply. Never throws or rejects. */
  dispatch(name: string, input: unknown, client: Id): Promise<Reply>;
  /** `to` undefined: for every client. */
  subscribe(listener: (event: Event, to?: Id) => void): () => void;
  /** The ids of the projects that a window or tab has open. */
  projectsOf(client: Id): readonly Id[];
  /** Whether this project is among those that were opened last on this machine, so that a link to it can be followed. */
  isKnown(project: Id): boolean;
  /** A window or tab is gone: what only it had open is flushed and closed. */
  clientGone(client: Id): Promise<void>;
  /** Writes what could be written later, before the machine sleeps or ends. Never throws. */
  flush(): Promise<void>;
  /** Flushes snapshots, releases locks. Call before exit. */
  close(): Promise<void>;
}

/** One a process, over the person’s home; it is to be closed before the process ends. */
export async function createCore(options: CoreOptions): Promise<Core> {
  const disk = options.disk ?? nodeDisk;
  const newId = options.newId ?? ((): Id => idFromBytes(randomBytes(16)));
  const timestamp = (): string => new Date().toISOString();
  const log = openLog(options.home, timestamp);
  const onIgnoredBug = (error: unknown): void => log.error("ignored", error);
  ignoredBugs.subscribe(onIgnoredBug);
  await makeHome(disk, options.home);
  const settings = await openSettings(disk, options.home, newId);
  const listeners = new Set<(event: Event, to?: Id) => void>();
  const emit: CoreContext["emit"] = (event, to) => {
    for (const listener of listeners) listener(event, to);
  };
  const processes = options.processes ?? createProcesses(forkProcess);
  const closing = new AbortController();
  const context: CoreContext = {
    options,
    disk,
    settings,
    log,
    newId,
    now: timestamp,
    processes,
    setAside: await openSetAside(disk, options.home),
    closing: closing.signal,
    emit,
  };
  const projects = createOpenProjects(context);
  const dispatch = createDispatch(handlersOf(context, projects), log, newId);
  return {
    dispatch,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    projectsOf: projects.openIn,
    isKnown: (project) => settings.get().recentProjects.some(({ id }) => id === project),
    clientGone: projects.closeAllOf,
    flush: projects.flush,
    async close() {
      closing.abort();
      await projects.closeAll();
      if (!options.processes) processes.close();
      listeners.clear();
      ignoredBugs.unsubscribe(onIgnoredBug);
      await log.flushed();
    },
  };
}

/** The methods of the contract, by domain. */
const handlersOf = (context: CoreContext, projects: OpenProjects): Handlers => ({
  ...hostHandlers(context),
  ...modelsHandlers(context),
  ...projectsHandlers(context, projects),
  ...deskHandlers(context, projects),
  ...articlesHandlers(context, projects),
  ...articleSetsHandlers(context, projects),
  ...revisionsHandlers(context, projects),
  ...comparisonsHandlers(context, projects),
  ...trashHandlers(context, projects),
  ...versionsHandlers(context, projects),
  ...annotationsHandlers(context, projects),
  ...reviewHandlers(context, projects),
  ...agreementHandlers(context, projects),
  ...insightHandlers(context, projects),
  ...statementsHandlers(context, projects),
  ...suggestionsHandlers(context, projects),
  ...learningHandlers(context, projects),
  ...exportsHandlers(context, projects),
  ...teamHandlers(context, projects),
});
