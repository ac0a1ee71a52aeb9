// Opens a project in the place of another, and leaves it: at once when all is saved, and after a question where its disk takes nothing and
// all is safe elsewhere.
import type { Client } from "../../../shared/api/client.ts";
import type { Input, OpenProject } from "../../../shared/api/contract.ts";
import type { LinkTarget } from "../../../shared/api/opening.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { message } from "../../../shared/words/message.ts";
import type { Store } from "../../lib/store.ts";
import type { HistoryWalk } from "../history/walk-history.ts";
import type { Attempt } from "./attempts.ts";
import type { OpenSessions } from "./open-sessions.ts";
import type { ProjectLink } from "./project-link.ts";
import type { createSharing } from "./sharing.ts";
import type { UnsavedRecovery } from "./unsaved-recovery.ts";
import { openProjectId, type WorkspaceState, withWarnings } from "./workspace-state.ts";

export interface Openings {
  /** `start`: a package that it has its tagset from. True when it is open. */
  createProject(path: string, name: string, start?: Input<"project.create">["start"]): Promise<boolean>;
  openProject(path: string, mode: "write" | "read"): Promise<void>;
  openSample(): Promise<void>;
  /**
   * Opens the project that a link leads to, unless it is open; `onFound` is told where it lies before that. `link` `null`: it is none. True
   * when the project is open and has the article that the link names; otherwise the window shows why.
   */
  openLinked(link: LinkTarget | null, onFound: (path: string) => void): Promise<boolean>;
  /** Gives the open project another name. */
  renameProject(name: string): Promise<void>;
  /**
   * Waits until everything is saved, then leaves the project; stays, and says why, when something cannot be saved (`changes-waiting`
   * where all of that is kept on this computer).
   */
  closeProject(): Promise<void>;
  /** Leaves it with changes that are not in the project and are kept on this computer; they come in when it is opened here again. */
  closeWithKept(): Promise<void>;
}

interface OpeningPorts {
  readonly client: Client;
  readonly state: Store<WorkspaceState>;
  readonly sessions: OpenSessions;
  readonly history: Pick<HistoryWalk, "clear">;
  readonly unsavedRecovery: Pick<UnsavedRecovery, "toProject">;
  readonly sharing: Pick<ReturnType<typeof createSharing>, "goOnFromAway" | "entered">;
  readonly attempt: Attempt;
  readonly link: Pick<ProjectLink, "call">;
  /** Reads the history of the project. */
  load(project: OpenProject): Promise<void>;
}

export function createOpenings(ports: OpeningPorts): Openings {
  const { client, sharing, sessions, attempt, link } = ports;
  const closing = message("workbench.closing-project");
  return {
    createProject: (path, name, start) =>
      attempt(message("workbench.creating-project"), () =>
        enter(ports, () => client.call("project.create", { path, name, ...(start && { start }) }), path),
      ),
    async openProject(path, mode) {
      await attempt(message("workbench.opening-project"), async () => {
        if (mode === "write" && (await sharing.goOnFromAway(path))) return;
        await enter(ports, () => client.call("project.open", { path, mode }), path);
      });
    },
    async openSample() {
      await attempt(message("workbench.opening-sample"), () =>
        enter(ports, () => client.call("project.openSample", {}), null),
      );
    },
    openLinked: (target, onFound) =>
      attempt(message("workbench.opening-link"), async () => {
        if (target === null) throw new ApiError("link-unreadable");
        if (openProjectId(ports.state) !== target.project) {
          const { recentProjects } = await client.call("settings.get", {});
          const path = recentProjects.find(({ id }) => id === target.project)?.path;
          if (path === undefined) throw new ApiError("link-elsewhere");
          onFound(path);
          await enter(ports, () => client.call("project.open", { path, mode: "write" }), path);
        }
        const { project, articles } = ports.state.get();
        // Another project may lie at its place by now.
        if (project?.project.id !== target.project) throw new ApiError("link-elsewhere");
        if (target.article !== null && !articles.some(({ id }) => id === target.article))
          throw new ApiError("article-missing");
      }),
    async renameProject(name) {
      await attempt(message("workbench.renaming-project"), async () => {
        const settings = await link.call((project) => client.call("project.rename", { project, name }));
        ports.state.patch({ settings });
      });
    },
    async closeProject() {
      await attempt(closing, async () => {
        await allSaved(ports);
        await leave(ports);
      });
    },
    async closeWithKept() {
      await attempt(closing, async () => {
        await sessions.settled();
        await sessions.keepingTried();
        // Something came since that is kept nowhere yet.
        if (sessions.kept() === null) await allSaved(ports);
        sessions.giveUp();
        await leave(ports);
      });
    },
  };
}

/** Rejects with `changes-waiting` where all that cannot be saved is kept on this computer. */
async function allSaved({ sessions }: OpeningPorts): Promise<void> {
  try {
    await sessions.allSaved();
  } catch (error) {
    await sessions.keepingTried();
    const count = sessions.kept();
    throw count === null ? error : new ApiError("changes-waiting", { count }, { cause: error });
  }
}

/** Leaves the project that is open, once all of it is saved, for the one that `open` opens. */
export async function enter(
  ports: OpeningPorts,
  open: () => Promise<OpenProject>,
  path: string | null,
): Promise<void> {
  const { client, state, sessions } = ports;
  const previousProject = state.get().project;
  if (previousProject) await sessions.allSaved();
  // The same folder is given up first, so that it can be opened in another way.
  if (previousProject?.path === path) await leave(ports);
  const project = await open();
  await leave(ports);
  const { warnings, unfitting } = await ports.unsavedRecovery.toProject(project);
  state.patch({
    project,
    articles: project.articles,
    entities: tableOf(project.entities),
    session: null,
    problem: null,
    warnings: withWarnings(project.warnings, warnings),
    settings: await client.call("settings.get", {}),
  });
  void ports.load(project);
  void ports.sharing.entered(project);
  const lastArticle =
    project.articles.find(({ id }) => id === project.recentArticles[0]) ?? project.articles[0];
  if (lastArticle) await sessions.open(project, lastArticle.id);
  for (const unsavedWork of unfitting) sessions.showUnfitting(unsavedWork);
}

/** Gives the open project up: its handle, its sessions, its lock. What is not saved must have been waited for. */
async function leave({ client, state, sessions, history }: OpeningPorts): Promise<void> {
  const { project } = state.get();
  if (!project) return;
  sessions.clear();
  history.clear();
  state.patch({
    project: null,
    articles: [],
    entities: tableOf(),
    session: null,
    warnings: [],
    news: [],
    migrated: null,
    report: null,
  });
  try {
    await client.call("project.close", { project: project.handle });
  } catch (error) {
    if (!(error instanceof ApiError) || error.problem !== "project-not-open") throw error;
  }
}
