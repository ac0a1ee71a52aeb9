// The way to the open project: its handle, which is another after a reopening, and calls that reopen it where needed.
import type { Client } from "../../../shared/api/client.ts";
import type { ArticleSummary, OpenProject } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Store } from "../../lib/store.ts";

interface WithProject {
  readonly project: OpenProject | null;
}

export interface ProjectLink {
  /** Throws an `ApiError` when none is open. */
  project(): OpenProject;
  handle(): Id;
  /**
   * Opens the project anew under the sessions that are there: a host closes what a window that has long been silent had
   * open, as when a laptop sleeps. One opening serves all who ask for it meanwhile.
   */
  reopen(): Promise<void>;
  /**
   * The same after somebody else has taken the project over, or to take it over from them (`lock`, as it was shown). What can
   * only be read then is shown as it is; `isTaken` says so of what this window wrote in before. `path`: where the project is by now.
   */
  openAnew(how: {
    readonly lock: string | null;
    readonly isTaken: boolean;
    readonly path?: string;
  }): Promise<OpenProject>;
  /** Makes a call in the open project, opening it again when the core no longer knows it, and asking for a name where it needs one. */
  call<T>(call: (project: Id) => Promise<T>): Promise<T>;
  /** Asks for something to be ended. Where that cannot be asked any more, it has ended with the project or the host. */
  stop(call: (project: Id) => Promise<unknown>): void;
}

interface LinkPorts<State extends WithProject> {
  readonly client: Client;
  readonly state: Store<State>;
  readonly takeArticles: (articles: readonly ArticleSummary[]) => void;
}

/** `takeArticles`: the list of them as a reopening finds it, which may lack some. `requireName`: see `NamePrompt`. */
export function createProjectLink<State extends WithProject>(
  client: Client,
  state: Store<State>,
  takeArticles: (articles: readonly ArticleSummary[]) => void,
  requireName: () => Promise<boolean>,
): ProjectLink {
  const ports = { client, state, takeArticles };
  let reopening: Promise<void> | null = null;
  function reopen(): Promise<void> {
    reopening ??= openAgain(ports).finally(() => {
      reopening = null;
    });
    return reopening;
  }
  return {
    project: () => projectOf(state),
    handle: () => projectOf(state).handle,
    reopen,
    openAnew: (how) => openAnew(ports, how),
    async call(call) {
      try {
        return await call(projectOf(state).handle);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (error.problem === "project-not-open") await reopen();
        else if (error.problem !== "identity-missing" || !(await requireName())) throw error;
        return call(projectOf(state).handle);
      }
    },
    stop(call) {
      const openProject = state.get().project;
      if (!openProject) return;
      call(openProject.handle).catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
      });
    },
  };
}

function projectOf(state: Store<WithProject>): OpenProject {
  const { project } = state.get();
  if (!project) throw new ApiError("project-not-open");
  return project;
}

async function openAnew<State extends WithProject>(
  { client, state, takeArticles }: LinkPorts<State>,
  how: Parameters<ProjectLink["openAnew"]>[0],
): Promise<OpenProject> {
  const previousProject = projectOf(state);
  const { lock, isTaken, path = previousProject.path } = how;
  // Who chose to read where it was goes on reading.
  const mode = how.path !== undefined && previousProject.readOnly?.why === "asked" ? "read" : "write";
  const reopenedProject = await client.call("project.open", {
    path,
    mode,
    ...(lock !== null && { takeOver: lock }),
  });
  if (reopenedProject.project.id !== previousProject.project.id) {
    await giveUp(client, reopenedProject.handle);
    throw new ApiError("project-missing", { path });
  }
  const nextProject = takenAs(reopenedProject, isTaken);
  state.set({ ...state.get(), project: nextProject });
  takeArticles(reopenedProject.articles);
  await giveUp(client, previousProject.handle);
  return nextProject;
}

async function openAgain<State extends WithProject>({
  client,
  state,
  takeArticles,
}: LinkPorts<State>): Promise<void> {
  const previousProject = projectOf(state);
  const { path, readOnly } = previousProject;
  const reopenedProject = await client.call("project.open", {
    path,
    mode: readOnly?.why === "asked" ? "read" : "write",
  });
  // A name may have been given in another window meanwhile.
  const isSame =
    reopenedProject.project.id === previousProject.project.id &&
    (previousProject.annotator === null || reopenedProject.annotator?.id === previousProject.annotator.id);
  if (isSame && (reopenedProject.readOnly === null || readOnly !== null)) {
    const nextProject = takenAs(reopenedProject, readOnly?.detail.isTaken === true);
    state.set({ ...state.get(), project: nextProject });
    takeArticles(reopenedProject.articles);
    if (readOnly !== null) await giveUp(client, previousProject.handle);
    return;
  }
  // What waits belongs to that annotator of that project, and to nobody else.
  await client.call("project.close", { project: reopenedProject.handle });
  if (!isSame) throw new ApiError("project-missing", { path });
  throw new ApiError(
    reopenedProject.readOnly?.why === "locked" ? "project-locked" : "project-read-only",
    reopenedProject.readOnly?.detail,
  );
}

/** `isTaken`: this window wrote in it before somebody else took it over. */
function takenAs(project: OpenProject, isTaken: boolean): OpenProject {
  const { readOnly } = project;
  return { ...project, readOnly: readOnly && { ...readOnly, detail: { ...readOnly.detail, isTaken } } };
}

/** A handle that nobody uses any more. */
async function giveUp(client: Client, handle: Id): Promise<void> {
  try {
    await client.call("project.close", { project: handle });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}
