// What lies open in a window: articles in tabs, what stands beside the one that is shown, what was opened last, and bookmarks. Begins as
// it was left, and is kept for the next time.
import type { Beside, Bookmark, OpenDesk } from "../../../shared/api/desk.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import type { Session } from "../session/session.ts";
import type { UiState } from "./ui-state.ts";

interface DeskState {
  /** Articles, in the order of their tabs; the one on the screen is among them. */
  readonly tabs: readonly Id[];
  /** Articles that were opened, the latest first. */
  readonly recent: readonly Id[];
  readonly bookmarks: readonly Bookmark[];
}

interface WindowDesk {
  readonly state: ReadableStore<DeskState>;
  /** Takes what lay open of each project that is opened, and keeps it from now on; returns how to stop. */
  follow(): () => void;
  /** Opens an article in a tab of its own, behind the one on the screen. */
  openTab(article: Id): Promise<void>;
  /** Closes a tab; where it is on the screen, the one after it is shown, or else the one before. The last one stays. */
  closeTab(article: Id): Promise<void>;
  /** The article in the tab after (1) or before (-1) the one on the screen, going round; `null` where there is no other. */
  nextTab(direction: 1 | -1): Id | null;
  /** Sets a bookmark, or takes it away where it is set; whether it is set then, or `null` when that cannot be kept, which is shown. */
  toggleBookmark(bookmark: Bookmark): Promise<boolean | null>;
}

/** Milliseconds of rest after which what lies open is kept. */
const restTime = 300;
/** More than these are forgotten, the oldest first. */
const mostRecent = 50;

const emptyState: DeskState = { tabs: [], recent: [], bookmarks: [] };

const ofWindows = new WeakMap<Store<UiState>, WindowDesk>();

/** The desk of a window: the same one every time. */
export function deskOf(workspace: Workspace, ui: Store<UiState>): WindowDesk {
  const desk = ofWindows.get(ui) ?? createDesk(workspace, ui);
  ofWindows.set(ui, desk);
  return desk;
}

/** The tabs once another article is on the screen: it takes the tab of the one before, unless it has one itself. */
export function tabsWith(tabs: readonly Id[], before: Id | null, shown: Id): readonly Id[] {
  if (tabs.includes(shown)) return tabs;
  const at = before === null ? -1 : tabs.indexOf(before);
  return at < 0 ? [...tabs, shown] : tabs.with(at, shown);
}

interface DeskParts {
  readonly workspace: Workspace;
  readonly ui: Store<UiState>;
  readonly state: Store<DeskState>;
  project: Id | null;
  /** Of the article on the screen. */
  session: Session | null;
  /** Ends with the latest bookmark that was set or taken away: whether the next one is set depends on it. */
  latestToggle: Promise<unknown>;
}

function createDesk(workspace: Workspace, ui: Store<UiState>): WindowDesk {
  const state = createStore(emptyState);
  const parts: DeskParts = {
    workspace,
    ui,
    state,
    project: null,
    session: null,
    latestToggle: Promise.resolve(),
  };
  const shown = (): Id | null => parts.session?.article.id ?? null;
  return {
    state,
    follow: () => follow(parts),
    async openTab(article) {
      const { tabs } = state.get();
      if (!tabs.includes(article))
        state.patch({ tabs: tabs.toSpliced(tabs.indexOf(shown() ?? "") + 1 || tabs.length, 0, article) });
      await workspace.openArticle(article);
      if (shown() !== article && !tabs.includes(article))
        state.patch({ tabs: state.get().tabs.filter((one) => one !== article) });
    },
    async closeTab(article) {
      const { tabs } = state.get();
      const at = tabs.indexOf(article);
      const next = tabs[at + 1] ?? tabs[at - 1];
      if (at < 0 || next === undefined) return;
      if (article === shown()) await workspace.openArticle(next);
      // It could not be opened: what is on the screen keeps its tab.
      if (shown() !== article) state.patch({ tabs: state.get().tabs.filter((one) => one !== article) });
    },
    nextTab(direction) {
      const { tabs } = state.get();
      const at = tabs.indexOf(shown() ?? "");
      if (tabs.length < 2) return null;
      return tabs[(at + direction + tabs.length) % tabs.length] ?? null;
    },
    toggleBookmark(bookmark) {
      const toggle = parts.latestToggle.then(() => toggleBookmark(parts, bookmark));
      parts.latestToggle = toggle.catch(() => undefined);
      return toggle;
    },
  };
}

function follow(parts: DeskParts): () => void {
  const { workspace, ui, state } = parts;
  let kept: OpenDesk = deskToKeep(parts);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    const desk = deskToKeep(parts);
    if (parts.project === null || sameValue(desk, kept)) return;
    kept = desk;
    void keepDesk(workspace, desk);
  };
  const note = (): void => {
    if (enterProject(parts)) kept = deskToKeep(parts);
    noteArticles(parts);
    clearTimeout(timer);
    timer = setTimeout(keep, restTime);
  };
  const stops = [workspace.state.subscribe(note), ui.subscribe(note), state.subscribe(note)];
  note();
  return () => {
    for (const stop of stops) stop();
    keep();
  };
}

/** Takes what lay open of a project that has been opened. False where it is still the same one. */
function enterProject(parts: DeskParts): boolean {
  const { project } = parts.workspace.state.get();
  const id = project?.project.id ?? null;
  if (id === parts.project) return false;
  parts.project = id;
  parts.session = null;
  const isThere = (article: Id): boolean => project?.articles.some((one) => one.id === article) ?? false;
  const { tabs, beside, bookmarks } = project?.desk ?? { ...emptyState, beside: null };
  parts.state.set({
    tabs: tabs.filter(isThere),
    recent: project?.recentArticles ?? [],
    bookmarks,
  });
  parts.ui.patch({ beside });
  return true;
}

/** Follows what is on the screen, and which articles there are. */
function noteArticles(parts: DeskParts): void {
  const { workspace, state } = parts;
  const { session, articles } = workspace.state.get();
  const { tabs, recent } = state.get();
  const ids = new Set(articles.map(({ id }) => id));
  const presentTabs = tabs.every((one) => ids.has(one)) ? tabs : tabs.filter((one) => ids.has(one));
  const before = parts.session;
  if (session) parts.session = session;
  const shown = session?.article.id ?? null;
  if (shown === null || shown === before?.article.id) {
    if (presentTabs !== tabs) state.patch({ tabs: presentTabs });
    return;
  }
  if (before && ids.has(before.article.id)) changeOver(parts, before, shown);
  state.patch({
    tabs: tabsWith(presentTabs, before?.article.id ?? null, shown),
    recent: [shown, ...recent.filter((one) => one !== shown)].slice(0, mostRecent),
  });
}

/** Where the article that is shown was read beside the one before, the two change over. */
function changeOver({ ui }: DeskParts, { article, view }: Session, shown: Id): void {
  const { beside } = ui.get();
  if (beside?.kind !== "article" || beside.article !== shown) return;
  const offset = view.current?.firstVisibleOffset() ?? 0;
  ui.patch({ beside: { kind: "article", article: article.id, offset } });
}

/** One tab alone is the article that was opened last, which is known anyway. */
function deskToKeep({ state, ui }: DeskParts): OpenDesk {
  const { tabs } = state.get();
  const beside: Beside | null = ui.get().beside;
  return { tabs: tabs.length > 1 ? tabs.slice(0, limits.openTabs) : [], beside };
}

/** A failure is not worth a word: the next change tries again. */
async function keepDesk({ call, client }: Workspace, { tabs, beside }: OpenDesk): Promise<void> {
  try {
    await call((project) => client.call("desk.keep", { project, tabs: [...tabs], beside }));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

/** Whether two bookmarks lead to the same place. */
export function isSameBookmark(a: Bookmark, b: Bookmark): boolean {
  if (a.kind === "entity" || b.kind === "entity")
    return a.kind === "entity" && b.kind === "entity" && a.entity === b.entity;
  if (a.article !== b.article) return false;
  if (a.card !== null || b.card !== null) return a.card === b.card;
  if (a.span !== null || b.span !== null) return a.span === b.span;
  if (a.segment === null || b.segment === null) return a.segment === b.segment;
  return a.segment.start < b.segment.end && b.segment.start < a.segment.end;
}

async function toggleBookmark({ workspace, state }: DeskParts, bookmark: Bookmark): Promise<boolean | null> {
  const same = state.get().bookmarks.filter((one) => isSameBookmark(one, bookmark));
  const bookmarks = await workspace.bookmark(
    same.length === 0 ? [bookmark] : [],
    same.map(({ id }) => id),
  );
  if (!bookmarks) return null;
  state.patch({ bookmarks });
  return same.length === 0;
}
