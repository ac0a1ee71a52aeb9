// The desk of a window: articles in tabs, what stands beside the one that is shown, the page or entity that is looked at, what was opened
// last, and bookmarks. It begins as it was left, and is kept for the next time.
import type { OpenProject } from "../../../shared/api/contract.ts";
import { type Bookmark, emptyDesk, type OpenDesk } from "../../../shared/api/desk.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace, WorkspaceState } from "../project/workspace.ts";
import type { Session } from "../session/session.ts";
import { showAsLeft, type UiState } from "./ui-state.ts";

interface DeskState {
  /** Articles, in the order of their tabs; the one on the screen is among them. */
  readonly tabs: readonly Id[];
  /** Articles that were opened, the latest first. */
  readonly recent: readonly Id[];
  readonly bookmarks: readonly Bookmark[];
}

interface WindowDesk {
  readonly state: ReadableStore<DeskState>;
  /** The id of the bookmark that was set or gone to last. */
  readonly visitedBookmark: { current: Id | null };
  /** Takes what lay open of each project that is opened, and keeps it from now on; returns how to stop. */
  follow(): () => void;
  /** Opens an article in a tab of its own, behind the one on the screen. */
  openTab(article: Id): Promise<void>;
  /** Closes a tab; where it is on the screen, the one after it is shown, or else the one before. The last one stays. */
  closeTab(article: Id): Promise<void>;
  /** The article in the tab after (1) or before (-1) the one on the screen, going round; `null` where there is no other. */
  nextTab(direction: 1 | -1): Id | null;
  /**
   * Sets a bookmark, or takes it away where it is set: same tick. Answers whether it is set once that is kept; `null` when it cannot be
   * kept, which is shown, and is undone.
   */
  toggleBookmark(bookmark: Bookmark): Promise<boolean | null>;
}

/** Milliseconds of rest after which what lies open is kept. */
const restTime = 300;
/** More than these are forgotten, the oldest first. */
const mostRecent = 50;

const emptyState: DeskState = { tabs: [], recent: [], bookmarks: [] };

const deskOfUi = memoize((ui: Store<UiState>, workspace: Workspace) => createDesk(workspace, ui));

/** The desk of a window: the same one every time. */
export const deskOf = (workspace: Workspace, ui: Store<UiState>): WindowDesk => deskOfUi(ui, workspace);

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
  project: OpenProject | null;
  /** As they were seen last. */
  articles: WorkspaceState["articles"];
  /** Of the article on the screen. */
  session: Session | null;
  /** Ends once the latest change of bookmarks is kept: the core hears of them in their order. */
  keepingBookmarks: Promise<unknown>;
}

function createDesk(workspace: Workspace, ui: Store<UiState>): WindowDesk {
  const state = createStore(emptyState);
  const parts: DeskParts = {
    workspace,
    ui,
    state,
    project: null,
    articles: [],
    session: null,
    keepingBookmarks: Promise.resolve(),
  };
  const shown = (): Id | null => parts.session?.article.id ?? null;
  return {
    state,
    visitedBookmark: { current: null },
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
    toggleBookmark: (bookmark) => toggleBookmark(parts, bookmark),
  };
}

function follow(parts: DeskParts): () => void {
  const { workspace, ui, state } = parts;
  let kept: OpenDesk = deskToKeep(parts);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isKept = (): boolean => parts.project === null || sameValue(deskToKeep(parts), kept);
  const keep = (call: Workspace["call"]): void => {
    clearTimeout(timer);
    if (isKept()) return;
    kept = deskToKeep(parts);
    void keepDesk(workspace, kept, call);
  };
  const note = (): void => {
    const { project: before } = parts;
    const { project } = workspace.state.get();
    if (project?.project.id !== before?.project.id) {
      // A project that is left is not opened again for this.
      if (before) keep((call) => call(before.handle));
      enterProject(parts, project);
      kept = deskToKeep(parts);
    }
    parts.project = project;
    noteArticles(parts);
    if (isKept()) return;
    clearTimeout(timer);
    const { page, entity } = deskToKeep(parts);
    // Where one has gone is kept at once: a page that was left is not to come back because the window closed soon after.
    const hasMoved = page !== kept.page || entity !== kept.entity;
    timer = setTimeout(() => keep(workspace.call), hasMoved ? 0 : restTime);
  };
  const stops = [workspace.state.subscribe(note), ui.subscribe(note), state.subscribe(note)];
  note();
  return () => {
    for (const stop of stops) stop();
    keep(workspace.call);
  };
}

/** Takes what lay open of a project that has been opened; `null`: none is. */
function enterProject(parts: DeskParts, project: OpenProject | null): void {
  parts.project = project;
  parts.session = null;
  const isThere = (article: Id): boolean => project?.articles.some((one) => one.id === article) ?? false;
  const { tabs, beside, page, entity, bookmarks } = project?.desk ?? emptyDesk;
  parts.state.set({ tabs: tabs.filter(isThere), recent: project?.recentArticles ?? [], bookmarks });
  parts.ui.patch({ beside });
  showAsLeft(parts.ui, { page, entity });
}

/** Follows what is on the screen, and which articles there are. */
function noteArticles(parts: DeskParts): void {
  const { workspace, state } = parts;
  const { session, articles } = workspace.state.get();
  if (articles === parts.articles && session === parts.session) return;
  parts.articles = articles;
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
  const { beside, page, underGuide, entity } = ui.get();
  return {
    tabs: tabs.length > 1 ? tabs.slice(0, limits.openTabs) : [],
    beside,
    page: page === "guide" ? underGuide.page : page,
    entity,
  };
}

/** A failure is not worth a word: the next change tries again. */
async function keepDesk({ client }: Workspace, open: OpenDesk, call: Workspace["call"]): Promise<void> {
  try {
    await call((project) => client.call("desk.keep", { project, ...open, tabs: [...open.tabs] }));
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

async function toggleBookmark(parts: DeskParts, bookmark: Bookmark): Promise<boolean | null> {
  const { workspace, state, project } = parts;
  const removed = state.get().bookmarks.filter((one) => isSameBookmark(one, bookmark));
  const added = removed.length === 0 ? [bookmark] : [];
  const removedIds = removed.map(({ id }) => id);
  const isHere = (): boolean => parts.project?.project.id === project?.project.id;
  changeBookmarks(state, added, removed);
  const keeping = parts.keepingBookmarks.then(() =>
    isHere() ? workspace.bookmark(added, removedIds) : null,
  );
  const latest = keeping.catch(() => undefined);
  parts.keepingBookmarks = latest;
  const bookmarks = await keeping;
  if (!isHere()) return null;
  if (bookmarks === null) changeBookmarks(state, removed, added);
  // Those of other windows come with the answer.
  else if (parts.keepingBookmarks === latest) state.patch({ bookmarks });
  return bookmarks === null ? null : added.length > 0;
}

function changeBookmarks(
  state: Store<DeskState>,
  added: readonly Bookmark[],
  removed: readonly Bookmark[],
): void {
  const gone = new Set(removed.map(({ id }) => id));
  const { bookmarks } = state.get();
  state.patch({ bookmarks: [...bookmarks.filter(({ id }) => !gone.has(id)), ...added] });
}
