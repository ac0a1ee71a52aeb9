// What the whole window shows: the settings, the open project, its articles, the one that is being annotated, and the
// problem a person must be told. The only place that calls the core, but for the save queue.
import type { Client } from "../../shared/api/client.ts";
import type {
  ArticleSummary,
  CopyReport,
  Event,
  ExportReport,
  HostInfo,
  ImportReport,
  OpenProject,
  Place,
  Settings,
  Theme,
} from "../../shared/api/contract.ts";
import { ApiError, type ApiErrorData } from "../../shared/api/errors.ts";
import type { Preferences } from "../../shared/api/preferences.ts";
import type { Change, RecordsChange } from "../../shared/model/change.ts";
import type { Entity } from "../../shared/model/entity.ts";
import type { Id, NewId, Now } from "../../shared/model/id.ts";
import type { Range } from "../../shared/model/range.ts";
import type { Step } from "../../shared/model/step.ts";
import { type Table, tableOf } from "../../shared/model/table.ts";
import type { Tagset } from "../../shared/model/tagset.ts";
import type { LanguageSetting } from "../../shared/words/language.ts";
import { type Message, message } from "../../shared/words/message.ts";
import { createTagsetChanges, type TagsetChanges } from "./change-tagset.ts";
import { handOver, opIdsOf } from "./hand-over.ts";
import { holdIn, type LeftBehind, type Outbox } from "./outbox.ts";
import { createProjectLink } from "./project-link.ts";
import { createProjectSteps, withEntitiesOf } from "./project-steps.ts";
import { createRegistry, type Registry } from "./registry.ts";
import type { SaveQueue } from "./save-queue.ts";
import { createSession, type Session } from "./session.ts";
import { createStore, type ReadableStore } from "./store.ts";
import { waitForRegistry } from "./wait-for-registry.ts";
import { createHistoryWalk, type HistoryWalk } from "./walk-history.ts";

export type Connection = "up" | "down" | "expired";

export interface WorkspaceState {
  readonly host: HostInfo;
  readonly settings: Settings;
  readonly connection: Connection;
  readonly project: OpenProject | null;
  readonly articles: readonly ArticleSummary[];
  readonly entities: Table<Entity>;
  readonly session: Session | null;
  /** What is being waited for; `null` when nothing is. */
  readonly busy: Message | null;
  /** The failure to show until it is dismissed or another action begins. */
  readonly problem: ApiErrorData | null;
  /** What the last import or export did. */
  readonly report:
    | { readonly kind: "imported"; readonly report: ImportReport }
    | { readonly kind: "exported"; readonly report: ExportReport }
    | { readonly kind: "copied"; readonly report: CopyReport }
    | null;
}

export interface Workspace {
  readonly client: Client;
  readonly newId: NewId;
  readonly now: Now;
  readonly state: ReadableStore<WorkspaceState>;
  /** Makes a call in the open project, opening it again when the core no longer knows it. Rejects with an `ApiError`. */
  call<T>(call: (project: Id) => Promise<T>): Promise<T>;
  setAnnotatorName(name: string): Promise<void>;
  setTheme(theme: Theme): Promise<void>;
  /** Takes effect at once; what cannot be kept is said. */
  setPreferences(changed: Partial<Preferences>): Promise<void>;
  setLanguage(language: LanguageSetting): Promise<void>;
  forgetProject(path: string): Promise<void>;
  createProject(path: string, name: string): Promise<void>;
  openProject(path: string, mode: "write" | "read"): Promise<void>;
  openSample(): Promise<void>;
  /** Waits until everything is saved, then leaves the project; stays, and says why, when something cannot be saved. */
  closeProject(): Promise<void>;
  importFile(path: string): Promise<void>;
  importText(text: string, name: string | null): Promise<void>;
  openArticle(article: Id): Promise<void>;
  /** Opens an article at a place of its text, with this span in focus. */
  openArticleAt(article: Id, range: Range, span?: Id): Promise<void>;
  /** What this person did in the project, and the way back. */
  readonly history: HistoryWalk;
  /** The registry of entities, where it is worked on as a whole. */
  readonly registry: Registry;
  /** The project's tagset, to be changed. */
  readonly tagsets: TagsetChanges;
  /**
   * Does one step that is about several articles, or about the registry alone: all of it or nothing. Saves what waits
   * first. False, with nothing changed and the reason shown, when it cannot be done.
   */
  applyStep(step: StepDraft): Promise<boolean>;
  /** Remembers where somebody is in an article. A failure is not worth a word: the next move tries again. */
  savePlace(article: Id, place: Place): void;
  /** `false` when a file is there already and `overwrite` was not given. */
  exportTo(options: {
    path: string;
    format: string;
    articles: readonly Id[] | null;
    overwrite: boolean;
  }): Promise<boolean>;
  /** Writes the whole project with what is not saved; true when the file was written. Waits for no saving. */
  saveCopy(path: string, overwrite: boolean): Promise<boolean>;
  /** Puts good copies in the place of a project's own damaged files, and opens it. */
  recoverProject(path: string): Promise<void>;
  /** Writes what is shown of a damaged set to the project, and opens the article anew. */
  recoverArticle(article: Id): Promise<void>;
  dismiss(): void;
  /** Whether a change of any article is not yet safe on the disk. */
  hasUnsaved(): boolean;
}

/** A step to be done. `revision`: of the set that the change was made on, where it must still be the same. */
export interface StepDraft {
  /** The id of the command or action, by which the history finds its words. */
  readonly command: string;
  readonly parts: readonly { readonly article: Id; readonly change: Change; readonly revision?: number }[];
  readonly entities?: RecordsChange<Entity>;
}

export interface WorkspaceOptions {
  readonly client: Client;
  readonly newId: NewId;
  readonly now: Now;
  readonly connection: ReadableStore<Connection>;
  readonly outbox: Outbox;
}

/** Asks the core for the host and the settings, and starts listening. Rejects with an `ApiError` if it cannot. */
export async function createWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { client, newId, now, connection, outbox } = options;
  const [host, settings] = await Promise.all([client.call("host.info", {}), client.call("settings.get", {})]);
  const state = createStore<WorkspaceState>({
    host,
    settings,
    connection: connection.get(),
    project: null,
    articles: [],
    entities: tableOf(),
    session: null,
    busy: null,
    problem: null,
    report: null,
  });
  const link = createProjectLink(client, state);
  /** Sessions stay while the project is open, so that an article that was visited is there at once. */
  const sessions = new Map<Id, Session>();
  const steps = createProjectSteps({
    client,
    newId,
    session: (article) => sessions.get(article),
    entities: () => state.get().entities,
    takeEntities,
    takeTagset,
    allSaved,
    call: link.call,
  });
  const history = createHistoryWalk({
    now,
    session(article) {
      const session = sessions.get(article);
      return session ? { session, isShown: state.get().session === session } : null;
    },
    async show(article) {
      const opened = await attempt(message("workbench.opening-article"), () =>
        openArticleIn(link.project(), article),
      );
      return opened ? (sessions.get(article) ?? null) : null;
    },
    async apply(step) {
      const applied = await steps.apply(step);
      if (applied.kind === "applied") history.record(applied.step);
      else if (applied.kind === "failed") state.patch({ problem: applied.error });
      return applied.kind;
    },
    say: (what) =>
      state.get().session?.say(what === "cannot-undo" ? { kind: what } : { kind: "walked", ...what }),
  });

  const tagsets = createTagsetChanges({
    client,
    newId,
    note: history.note,
    attempt,
    call: link.call,
    allSaved,
    async taken(step) {
      history.record(step);
      if (step.tagset) await takeTagset(step.tagset.to);
    },
  });

  connection.subscribe(() => {
    state.patch({ connection: connection.get() });
    if (connection.get() === "up") for (const session of sessions.values()) session.queue.refresh();
  });
  client.subscribe(onEvent);

  function onEvent(event: Event): void {
    if (event.type === "language")
      state.patch({ settings: { ...state.get().settings, language: event.language } });
    const { project } = state.get();
    if (event.type === "command" || event.type === "language" || event.project !== project?.handle) return;
    if (event.type === "articles") state.patch({ articles: event.articles });
    else if (event.type === "set") sessions.get(event.article)?.queue.noticeRevision(event.revision);
    else if (event.type === "step") {
      history.record(event.step);
      if (event.step.tagset) void attempt(message("tagset.putting"), () => takeTagsetOf(event.step));
    } else takeRegistry(tableOf(event.entities));
  }

  const queuesBut = (article: Id): readonly SaveQueue[] =>
    Array.from(sessions).flatMap(([id, { queue }]) => (id === article ? [] : [queue]));

  function takeEntities(entities: Table<Entity>): void {
    state.patch({ entities });
    for (const session of sessions.values()) session.takeEntities(entities);
  }

  /** Every article is shown anew: what a session knows of its tagset never changes. */
  async function takeTagset(tagset: Tagset): Promise<void> {
    const { project, session } = state.get();
    if (!project) return;
    sessions.clear();
    const next = { ...project, project: { ...project.project, tagset } };
    state.patch({ project: next });
    if (session) await openArticleIn(next, session.article.id);
  }

  /** Another window put a tagset to use; what this one has not saved yet goes first, as far as the core still takes it. */
  async function takeTagsetOf({ tagset }: Step): Promise<void> {
    await allSaved();
    if (tagset) await takeTagset(tagset.to);
  }

  /** The registry on the disk, with what the sessions have changed in it and not yet saved on top. */
  function takeRegistry(entities: Table<Entity>): void {
    const unsent = [...sessions.values()].flatMap(({ queue }) => queue.unsent());
    takeEntities(unsent.reduce(withEntitiesOf, entities));
  }

  /** Runs an action with a progress line; a failure is shown, never thrown. True when it went well. */
  async function attempt(busy: Message, action: () => Promise<void>): Promise<boolean> {
    state.patch({ busy, problem: null, report: null });
    try {
      await action();
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      state.patch({ problem: error.toData() });
      return false;
    } finally {
      state.patch({ busy: null });
    }
  }

  /** Leaves the project that is open, once all of it is saved, for the one that `open` opens. */
  async function enter(open: () => Promise<OpenProject>, path: string | null): Promise<void> {
    const before = state.get().project;
    if (before) await allSaved();
    // The same folder is given up first, so that it can be opened in another way.
    if (before?.path === path) await leave();
    const project = await open();
    await leave();
    const { warnings, unfitting } = await handOver(client, outbox, project);
    state.patch({
      project,
      articles: project.articles,
      entities: tableOf(project.entities),
      session: null,
      problem: project.warnings[0] ?? warnings[0] ?? null,
      settings: await client.call("settings.get", {}),
    });
    void loadHistory(project);
    const last = project.articles.find(({ id }) => id === project.lastArticle) ?? project.articles[0];
    if (last) await openArticleIn(project, last.id);
    for (const one of unfitting) await showUnfitting(project, one);
  }

  /** What was done before this opening. Without it there is only less to take back. */
  async function loadHistory({ handle, readOnly }: OpenProject): Promise<void> {
    if (readOnly) return;
    try {
      const { steps: before } = await client.call("project.history", { project: handle });
      if (state.get().project?.handle === handle) history.load(before);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }

  /** Says what of an earlier window does not fit any more, and drops it once somebody has seen that. */
  async function showUnfitting(project: OpenProject, { article, waiting }: LeftBehind): Promise<void> {
    await openArticleIn(project, article);
    const session = sessions.get(article);
    if (!session) return;
    session.say({ kind: "dropped", changes: waiting.map(({ change }) => change) });
    const stop = session.state.subscribe(() => {
      if (session.state.get().notice?.kind === "dropped") return;
      stop();
      outbox.forget(opIdsOf(waiting));
    });
  }

  async function openArticleIn(project: OpenProject, article: Id): Promise<void> {
    const known = sessions.get(article);
    if (known) {
      known.takeEntities(state.get().entities);
      state.patch({ session: known });
      return;
    }
    const found = await link.call((handle) => client.call("article.open", { project: handle, article }));
    const session = createSession({
      client,
      project,
      opened: found,
      entities: state.get().entities,
      newId,
      now,
      hold: holdIn(outbox, project, article),
      ready: (one) => waitForRegistry(one, queuesBut(article)),
      note: history.note,
      onStep: history.record,
      onStepReplaced: history.replaced,
      onEntities: takeEntities,
      onRegistry: takeRegistry,
      handle: link.handle,
      reopen: link.reopen,
    });
    sessions.set(article, session);
    state.patch({ session, problem: found.warnings[0] ?? state.get().problem });
  }

  /** Gives the open project up: its handle, its sessions, its lock. What is not saved must have been waited for. */
  async function leave(): Promise<void> {
    const { project } = state.get();
    if (!project) return;
    sessions.clear();
    history.clear();
    state.patch({ project: null, articles: [], entities: tableOf(), session: null });
    try {
      await client.call("project.close", { project: project.handle });
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem !== "project-not-open") throw error;
    }
  }

  /** Waits until everything is saved; rejects with the reason as soon as saving fails, so that nobody waits for ever. */
  async function allSaved(): Promise<void> {
    await Promise.all(
      [...sessions.values()].map(
        ({ queue }) =>
          new Promise<void>((resolve, reject) => {
            const look = (): void => {
              const status = queue.status.get();
              if (status.kind === "saving") return;
              stop();
              if (status.kind === "saved") resolve();
              else reject(new ApiError(status.error.problem, status.error.detail));
            };
            const stop = queue.status.subscribe(look);
            look();
          }),
      ),
    );
  }

  async function afterImport(report: ImportReport): Promise<void> {
    const { articles } = state.get();
    if (!articles.some(({ id }) => id === report.article.id))
      state.patch({ articles: [...articles, report.article] });
    await openArticleIn(link.project(), report.article.id);
    state.patch({ report: { kind: "imported", report } });
  }

  function applyStep({ command, parts, entities }: StepDraft): Promise<boolean> {
    return attempt(message("history.applying"), async () => {
      const work = {
        parts: parts.map(({ article, change }) => ({ article, change })),
        ...(entities && { entities }),
      };
      const revisions = new Map(
        parts.flatMap(({ article, revision }) =>
          revision === undefined ? [] : [[article, revision] as const],
        ),
      );
      const applied = await steps.apply({ ...history.note(command), ...work }, revisions);
      if (applied.kind !== "applied") throw new ApiError(applied.error.problem, applied.error.detail);
      history.record(applied.step);
    });
  }

  return {
    client,
    newId,
    now,
    state,
    call: link.call,
    history,
    tagsets,
    registry: createRegistry({ client, newId, now, link, state: state.get, applyStep }),
    applyStep,
    async setAnnotatorName(annotatorName) {
      await attempt(message("workbench.saving-name"), async () =>
        state.patch({ settings: await client.call("settings.set", { annotatorName }) }),
      );
    },
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
    async createProject(path, name) {
      await attempt(message("workbench.creating-project"), () =>
        enter(() => client.call("project.create", { path, name }), path),
      );
    },
    async openProject(path, mode) {
      await attempt(message("workbench.opening-project"), () =>
        enter(() => client.call("project.open", { path, mode }), path),
      );
    },
    async openSample() {
      await attempt(message("workbench.opening-sample"), () =>
        enter(() => client.call("project.openSample", {}), null),
      );
    },
    async closeProject() {
      await attempt(message("workbench.closing-project"), async () => {
        await allSaved();
        await leave();
      });
    },
    async importFile(path) {
      await attempt(message("workbench.bringing-article-in"), async () =>
        afterImport(await link.call((project) => client.call("article.importFile", { project, path }))),
      );
    },
    async importText(text, name) {
      await attempt(message("workbench.bringing-text-in"), async () =>
        afterImport(await link.call((project) => client.call("article.importText", { project, text, name }))),
      );
    },
    async openArticle(article) {
      await attempt(message("workbench.opening-article"), () => openArticleIn(link.project(), article));
    },
    async openArticleAt(article, range, span) {
      const isShown = state.get().session?.article.id === article;
      const busy = message("workbench.opening-article");
      if (!isShown && !(await attempt(busy, () => openArticleIn(link.project(), article)))) return;
      const session = sessions.get(article);
      if (span !== undefined) session?.setFocus({ span, card: null });
      session?.reveal(range);
    },
    savePlace(article, place) {
      const { project } = state.get();
      if (!project) return;
      client.call("article.place", { project: project.handle, article, place }).catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
      });
    },
    async exportTo({ path, format, articles, overwrite }) {
      return attempt(message("workbench.exporting"), async () => {
        await allSaved();
        const report = await link.call((project) =>
          client.call("export.write", {
            project,
            format,
            articles: articles && [...articles],
            annotators: null,
            path,
            overwrite,
          }),
        );
        state.patch({ report: { kind: "exported", report } });
      });
    },
    saveCopy(path, overwrite) {
      return attempt(message("saving.copying"), async () => {
        const unsaved = Array.from(sessions, ([article, { queue }]) => ({
          article,
          changes: [...queue.unsent()],
        }));
        const report = await link.call((project) =>
          client.call("export.copy", { project, unsaved, path, overwrite }),
        );
        state.patch({ report: { kind: "copied", report } });
      });
    },
    async recoverProject(path) {
      await attempt(message("saving.recovering"), () =>
        enter(() => client.call("project.recover", { path }), path),
      );
    },
    async recoverArticle(article) {
      await attempt(message("saving.recovering"), async () => {
        await link.call((project) => client.call("article.recover", { project, article }));
        sessions.delete(article);
        await openArticleIn(link.project(), article);
      });
    },
    dismiss: () => state.patch({ problem: null, report: null }),
    hasUnsaved: () => [...sessions.values()].some(({ queue }) => queue.status.get().kind !== "saved"),
  };
}
