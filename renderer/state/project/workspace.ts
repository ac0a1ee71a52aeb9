// Composes the window's workspace of the parts of this folder, each of which calls the core for its own domain: the settings,
// the open project, its articles, the one that is being annotated, and the problem that a person must be told.
import type { Client } from "../../../shared/api/client.ts";
import type { ImportReport, Input, OpenProject, ReadingPlace, Theme } from "../../../shared/api/contract.ts";
import type { Bookmark } from "../../../shared/api/desk.ts";
import type { Examination, RepairedCopy } from "../../../shared/api/examination.ts";
import type { Preferences } from "../../../shared/api/preferences.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { ConfirmedAbout } from "../../../shared/model/article-about.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id, NewId, Now } from "../../../shared/model/id.ts";
import type { Range } from "../../../shared/model/range.ts";
import type { StepPart } from "../../../shared/model/step.ts";
import { tableOf } from "../../../shared/model/table.ts";
import type { ChangeRecord } from "../../../shared/review/record.ts";
import type { LanguageSetting } from "../../../shared/words/language.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { HistoryWalk } from "../history/walk-history.ts";
import type { Outbox } from "../session/outbox.ts";
import type { Session } from "../session/session.ts";
import { createArticleSync } from "./article-sync.ts";
import { createAttempts } from "./attempts.ts";
import { createTagsetChanges, type TagsetChanges } from "./change-tagset.ts";
import { type CardEdits, createCardEdits } from "./editing-cards.ts";
import { createExchange, createProjectExports, type Exchange, type ProjectExports } from "./exchange.ts";
import { followHost } from "./host-events.ts";
import { createNaming, type NamePrompt } from "./naming.ts";
import { createOpenSessions } from "./open-sessions.ts";
import { createOpenings, enter, type Openings } from "./openings.ts";
import { createProjectHistory, type StepDraft } from "./project-history.ts";
import { createProjectLink, type ProjectLink } from "./project-link.ts";
import { createRegistry, type Registry } from "./registry.ts";
import { createRevising, type Revising } from "./revising.ts";
import { createSharing, type Sharing } from "./sharing.ts";
import { createTeam, type TeamOfProject } from "./team.ts";
import { createProjectTrash, createTrash, type ProjectTrash, type Trash } from "./trash.ts";
import { createUnsavedRecovery } from "./unsaved-recovery.ts";
import { createProjectVersions, createRecovery, type ProjectVersions, type Recovery } from "./versions.ts";
import type { ConnectionState, Report, WorkspaceState } from "./workspace-state.ts";

export type { StepDraft } from "./project-history.ts";
export type { ConnectionState, WorkspaceState } from "./workspace-state.ts";

interface ImportOptions {
  /** The title and authors as they were seen and put right. */
  readonly confirmed?: ConfirmedAbout | undefined;
  /** Called once it is in, also where that was asked about first. */
  readonly onIn?: (() => void) | undefined;
}

export interface Workspace
  extends SettingsChanges,
    ProjectExports,
    ProjectHealth,
    NamePrompt,
    Sharing,
    Openings,
    Recovery,
    CardEdits {
  readonly trash: Trash;
  readonly projectTrash: ProjectTrash;
  readonly client: Client;
  readonly newId: NewId;
  readonly now: Now;
  readonly state: ReadableStore<WorkspaceState>;
  /** Makes a call in the open project, opening it again when the core no longer knows it. Rejects with an `ApiError`. */
  call<T>(call: (project: Id) => Promise<T>): Promise<T>;
  /** Asks for something to be ended; that it cannot be asked any more is no failure. */
  stop(call: (project: Id) => Promise<unknown>): void;
  /** True when it is in, or when a report asks what becomes of it, since the project has it already. */
  importFile(path: string): Promise<boolean>;
  /** The same of a file of which only the window has the bytes. */
  importDropped(fileName: string, base64: string): Promise<boolean>;
  importText(text: string, name: string | null, options?: ImportOptions): Promise<boolean>;
  /** The page that an article is from once more, with what was left out of it. */
  importAgain(article: Id, keep: "everything" | number[]): Promise<void>;
  /** The same of what was copied with its form, as HTML. */
  importPasted(html: string, name: string | null, options?: ImportOptions): Promise<boolean>;
  openArticle(article: Id): Promise<void>;
  /** The session of the curated set of an article; `null` when it cannot be opened, which is shown. */
  openCurated(article: Id): Promise<Session | null>;
  /** The same of this person's own set, which is not shown by that. */
  openBeside(article: Id): Promise<Session | null>;
  /** Opens an article at a place of its text, with this span in focus. */
  openArticleAt(article: Id, range: Range, span?: Id): Promise<void>;
  /** What this person did in the project, and the way back. */
  readonly history: HistoryWalk;
  /** The registry of entities, where it is worked on as a whole. */
  readonly registry: Registry;
  /** The project's tagset, to be changed. */
  readonly tagsets: TagsetChanges;
  /** Corrections of articles’ texts. */
  readonly revising: Revising;
  /** States of the project that were kept, and the way back to them. */
  readonly versions: ProjectVersions;
  /** Work that goes to colleagues and comes from them by file. */
  readonly exchange: Exchange;
  /** The same over a place that all of them share. */
  readonly team: TeamOfProject;
  /**
   * Does one step that is about several articles, or about the registry alone: all of it or nothing. Saves what waits
   * first. False, with nothing changed and the reason shown, when it cannot be done.
   */
  applyStep(step: StepDraft): Promise<boolean>;
  /** Remembers where somebody is in an article. A failure is not worth a word: the next move tries again. */
  savePlace(article: Id, place: ReadingPlace): void;
  /** Sets bookmarks and takes those with these ids away; answers with all there are, or `null` when it cannot, which is shown. */
  bookmark(add: readonly Bookmark[], remove: readonly Id[]): Promise<readonly Bookmark[] | null>;
  dismiss(): void;
  /** Shows a report once more, or none. */
  showReport(report: Report | null): void;
  dismissDropped(): void;
  dismissMigrated(): void;
  /** Whether a change of any article is not yet safe on the disk. */
  hasUnsaved(): boolean;
}

interface WorkspaceOptions {
  readonly client: Client;
  readonly newId: NewId;
  readonly now: Now;
  readonly connection: ReadableStore<ConnectionState>;
  readonly outbox: Outbox;
}

/** Asks the core for the host and the settings, and starts listening. Rejects with an `ApiError` if it cannot. */
export async function createWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { client, newId, now, connection } = options;
  const [host, settings] = await Promise.all([client.call("host.info", {}), client.call("settings.get", {})]);
  const state = createStore<WorkspaceState>({
    ...initialState,
    host,
    settings,
    connection: connection.get(),
  });
  const parts = createParts(options, state);
  const { link, sessions, sharing, history, attempt } = parts;
  followHost(client, connection, parts);
  return {
    client,
    newId,
    now,
    state,
    call: link.call,
    stop: link.stop,
    history,
    tagsets: parts.tagsets,
    exchange: createExchange(parts),
    team: createTeam(parts),
    ...createCardEdits(parts),
    revising: createRevising(parts),
    versions: createProjectVersions(parts),
    registry: createRegistry({ ...parts, requireName: parts.naming.requireName, state: state.get }),
    applyStep: parts.applyStep,
    ...parts.naming,
    ...createSettingsChanges(client, state, attempt),
    ...createProjectHealth({ ...parts, allSaved: sessions.allSaved }),
    ...sharing.offered,
    ...createOpenings(parts),
    ...articleImports(parts),
    ...articleOpenings(parts),
    savePlace(article, place) {
      const { project } = state.get();
      if (!project) return;
      client.call("article.place", { project: project.handle, article, place }).catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
      });
    },
    async bookmark(add, remove) {
      let bookmarks: readonly Bookmark[] | null = null;
      await attempt(message("bookmarks.saving"), async () => {
        const input = { add: [...add], remove: [...remove] };
        ({ bookmarks } = await link.call((project) => client.call("desk.bookmark", { project, ...input })));
      });
      return bookmarks;
    },
    ...createProjectExports(parts),
    projectTrash: createProjectTrash(client, state, attempt),
    trash: createTrash(parts),
    ...createRecovery({ ...parts, enter: (open, path) => enter(parts, open, path) }),
    dismiss: () => state.patch({ problem: null, report: null }),
    showReport: (report) => state.patch({ report }),
    dismissDropped: sessions.dismissDropped,
    dismissMigrated: () => state.patch({ migrated: null }),
    hasUnsaved: sessions.hasUnsaved,
  };
}

const initialState = {
  isNameAsked: false,
  project: null,
  folderAway: null,
  articles: [],
  entities: tableOf<Entity>(),
  session: null,
  busy: null,
  problem: null,
  warnings: [],
  dropped: [],
  stranded: [],
  news: [],
  migrated: null,
  report: null,
} satisfies Partial<WorkspaceState>;

/** What the steps of the workspace share: each calls the core for a domain of its own. */
type WorkspaceParts = ReturnType<typeof createParts>;

function createParts({ client, newId, now, outbox }: WorkspaceOptions, state: Store<WorkspaceState>) {
  // Each of these knows the others once something is open.
  const link = createProjectLink(
    client,
    state,
    (articles) => articleSync.take(articles),
    () => naming.requireName(),
  );
  const sessions = createOpenSessions({
    ...{ client, newId, now, outbox, link, state },
    history: () => history,
    askName: (again) => naming.askName(again),
  });
  const { attempt, follow } = createAttempts(state, sessions);
  const unsavedRecovery = createUnsavedRecovery({ client, outbox, state, sessions });
  const articleSync = createArticleSync({ client, state, link, sessions, unsavedRecovery, follow });
  const base = { client, newId, now, link, state, sessions, attempt, follow, unsavedRecovery, articleSync };
  const projectHistory = createProjectHistory(base);
  const { history } = projectHistory;
  const naming = createNaming({ client, state, link, sessions, attempt, load: projectHistory.load });
  const { note, record } = history;
  const tagsets = createTagsetChanges({
    client,
    newId,
    note,
    attempt,
    call: link.call,
    allSaved: sessions.allSaved,
    async taken(step) {
      record(step);
      if (step.tagset) await sessions.takeTagset(step.tagset.to);
    },
  });
  const parts = { ...base, ...projectHistory, naming, note, record, tagsets };
  return { ...parts, sharing: createSharing(parts) };
}

function articleImports(
  parts: WorkspaceParts,
): Pick<Workspace, "importFile" | "importDropped" | "importText" | "importAgain" | "importPasted"> {
  const { client, link, attempt } = parts;
  return {
    importFile: (path) =>
      bringIn(parts, message("workbench.bringing-article-in"), (project, twins) =>
        client.call("article.importFile", { project, path, twins }),
      ),
    importDropped: (fileName, base64) =>
      bringIn(parts, message("workbench.bringing-article-in"), (project, twins) =>
        client.call("article.importDropped", { project, fileName, base64, twins }),
      ),
    importText(text, name, { confirmed, onIn } = {}) {
      const about = confirmed && { confirmed };
      return bringIn(
        parts,
        message("workbench.bringing-text-in"),
        (project, twins) => client.call("article.importText", { project, text, name, twins, ...about }),
        { onIn },
      );
    },
    async importAgain(article, keep) {
      await attempt(message("workbench.bringing-article-in"), async () =>
        showImported(
          parts,
          await link.call((project) => client.call("article.importAgain", { project, article, keep })),
        ),
      );
    },
    importPasted(html, name, { confirmed, onIn } = {}) {
      const about = confirmed && { confirmed };
      return bringIn(
        parts,
        message("workbench.bringing-text-in"),
        (project, twins) => client.call("article.importPasted", { project, html, name, twins, ...about }),
        { onIn },
      );
    },
  };
}

type Twins = "ask" | "new";

/** True when it is in, or when whoever brings it in is asked what becomes of it, since the project has it already. */
function bringIn(
  parts: WorkspaceParts,
  busy: Message,
  call: (project: Id, twins: Twins) => Promise<ImportReport>,
  { onIn, twins = "ask" }: Pick<ImportOptions, "onIn"> & { readonly twins?: Twins } = {},
): Promise<boolean> {
  return parts.attempt(busy, async () => {
    try {
      await showImported(parts, await parts.link.call((project) => call(project, twins)));
      onIn?.();
    } catch (error) {
      if (!(error instanceof ApiError && error.problem === "article-twin")) throw error;
      const { article, name } = error.detail;
      parts.state.patch({
        report: {
          kind: "article-twin",
          article: String(article),
          title: String(name),
          importAgain: () => bringIn(parts, busy, call, { onIn, twins: "new" }),
        },
      });
    }
  });
}

async function showImported({ state, sessions, link }: WorkspaceParts, report: ImportReport): Promise<void> {
  const { articles } = state.get();
  if (!articles.some(({ id }) => id === report.article.id))
    state.patch({ articles: [...articles, report.article] });
  await sessions.open(link.project(), report.article.id);
  state.patch({ report: { kind: "imported", report } });
}

function articleOpenings({
  state,
  sessions,
  link,
  attempt,
}: WorkspaceParts): Pick<Workspace, "openArticle" | "openCurated" | "openBeside" | "openArticleAt"> {
  const busy = message("workbench.opening-article");
  async function openBeside(set: Pick<StepPart, "article" | "whose">): Promise<Session | null> {
    const openedSessions: Session[] = [];
    await attempt(busy, async () => {
      openedSessions.push(await sessions.openBeside(link.project(), set));
    });
    return openedSessions[0] ?? null;
  }
  return {
    async openArticle(article) {
      await attempt(busy, () => sessions.open(link.project(), article));
    },
    openCurated: (article) => openBeside({ article, whose: "curation" }),
    openBeside: (article) => openBeside({ article }),
    async openArticleAt(article, range, span) {
      const isShown = state.get().session?.article.id === article;
      if (!isShown && !(await attempt(busy, () => sessions.open(link.project(), article)))) return;
      const session = sessions.get(article);
      if (span !== undefined) session?.setFocus({ span, card: null });
      session?.reveal(range);
    },
  };
}

/** `null`: it failed, and the window shows why. */
interface ProjectHealth {
  examine(): Promise<Examination | null>;
  /** `out`: the copy's folder, which must not be there yet. */
  repairCopy(out: string): Promise<RepairedCopy | null>;
  /** What was done to an article, or to one span or card of it, as it is saved. */
  readRecord(asked: Omit<Input<"history.read">, "project">): Promise<ChangeRecord | null>;
}

interface HealthPorts {
  readonly client: Client;
  readonly link: ProjectLink;
  readonly state: Store<WorkspaceState>;
  allSaved(): Promise<void>;
  attempt(busy: Message, action: () => Promise<void>): Promise<boolean>;
}

function createProjectHealth({ client, link, state, allSaved, attempt }: HealthPorts): ProjectHealth {
  async function runWithProject<T>(
    work: (project: OpenProject) => Promise<T>,
    busy: Message = message("doctor.looking"),
  ): Promise<T | null> {
    const { project } = state.get();
    if (!project) return null;
    let answer: T | null = null;
    await attempt(busy, async () => {
      answer = await work(project);
    });
    return answer;
  }
  return {
    examine: () => runWithProject(({ path }) => client.call("project.examine", { path })),
    repairCopy: (out) => runWithProject(({ path }) => client.call("project.repairCopy", { path, out })),
    readRecord: (asked) =>
      runWithProject(async () => {
        await allSaved();
        return link.call((project) => client.call("history.read", { project, ...asked }));
      }, message("history.record-reading")),
  };
}

/** Changes of what a person has set on this machine beside their name: each is kept by the core, and what cannot be kept is said. */
interface SettingsChanges {
  setTheme(theme: Theme): Promise<void>;
  setLanguage(language: LanguageSetting): Promise<void>;
  /** Takes effect at once; what cannot be kept is said. */
  setPreferences(changed: Partial<Preferences>): Promise<void>;
  forgetProject(path: string): Promise<void>;
}

function createSettingsChanges(
  client: Client,
  state: Store<WorkspaceState>,
  attempt: (busy: Message, action: () => Promise<void>) => Promise<boolean>,
): SettingsChanges {
  return {
    async setTheme(theme) {
      await attempt(message("workbench.saving-theme"), async () =>
        state.patch({ settings: await client.call("settings.set", { theme }) }),
      );
    },
    async setLanguage(language) {
      await attempt(message("workbench.saving-language"), async () =>
        state.patch({ settings: await client.call("settings.set", { language }) }),
      );
    },
    async setPreferences(changed) {
      state.patch({ settings: { ...state.get().settings, ...changed } });
      try {
        await client.call("settings.set", changed);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        state.patch({ problem: error.toData() });
      }
    },
    async forgetProject(path) {
      await attempt(message("workbench.forgetting-project"), async () =>
        state.patch({ settings: await client.call("settings.forgetProject", { path }) }),
      );
    },
  };
}
