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
  /** Makes a call in the open project, opening it again when the core no longer knows it. */
  call<T>(call: (project: Id) => Promise<T>): Promise<T>;
  /** Asks for something to be ended. Where that cannot be asked any more, it has ended with the project or the host. */
  stop(call: (project: Id) => Promise<unknown>): void;
}

/** `takeArticles`: the list of them as a reopening finds it, which may lack some. */
export function createProjectLink<State extends WithProject>(
  client: Client,
  state: Store<State>,
  takeArticles: (articles: readonly ArticleSummary[]) => void,
): ProjectLink {
  let reopening: Promise<void> | null = null;

  const project = (): OpenProject => {
    const open = state.get().project;
    if (!open) throw new ApiError("project-not-open");
    return open;
  };

  async function openAnew(how: Parameters<ProjectLink["openAnew"]>[0]): Promise<OpenProject> {
    const before = project();
    const { lock, isTaken, path = before.path } = how;
    // Who chose to read where it was goes on reading.
    const mode = how.path !== undefined && before.readOnly?.why === "asked" ? "read" : "write";
    const open = await client.call("project.open", { path, mode, ...(lock !== null && { takeOver: lock }) });
    if (open.project.id !== before.project.id) {
      await giveUp(open.handle);
      throw new ApiError("project-missing", { path });
    }
    const readOnly = open.readOnly && { ...open.readOnly, detail: { ...open.readOnly.detail, isTaken } };
    const next = { ...open, readOnly };
    state.set({ ...state.get(), project: next });
    takeArticles(open.articles);
    await giveUp(before.handle);
    return next;
  }

  /** A handle that nobody uses any more. */
  async function giveUp(handle: Id): Promise<void> {
    try {
      await client.call("project.close", { project: handle });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }

  async function openAgain(): Promise<void> {
    const before = project();
    const { path, readOnly } = before;
    const open = await client.call("project.open", {
      path,
      mode: readOnly?.why === "asked" ? "read" : "write",
    });
    const isSame = open.project.id === before.project.id && open.annotator?.id === before.annotator?.id;
    if (isSame && (open.readOnly === null || readOnly !== null)) {
      const isTaken = readOnly?.detail.isTaken === true;
      const next = open.readOnly && { ...open.readOnly, detail: { ...open.readOnly.detail, isTaken } };
      state.set({ ...state.get(), project: { ...open, readOnly: next } });
      takeArticles(open.articles);
      if (readOnly !== null) await giveUp(before.handle);
      return;
    }
    // What waits belongs to that annotator of that project, and to nobody else.
    await client.call("project.close", { project: open.handle });
    if (!isSame) throw new ApiError("project-missing", { path });
    throw new ApiError(
      open.readOnly?.why === "locked" ? "project-locked" : "project-read-only",
      open.readOnly?.detail,
    );
  }

  function reopen(): Promise<void> {
    reopening ??= openAgain().finally(() => {
      reopening = null;
    });
    return reopening;
  }

  return {
    project,
    handle: () => project().handle,
    reopen,
    openAnew,
    async call(call) {
      try {
        return await call(project().handle);
      } catch (error) {
        if (!(error instanceof ApiError) || error.problem !== "project-not-open") throw error;
        await reopen();
        return call(project().handle);
      }
    },
    stop(call) {
      const open = state.get().project;
      if (!open) return;
      call(open.handle).catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
      });
    },
  };
}
