// Back and forward through the window, as in a browser: articles, pages, and entities of the registry.
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import { openProjectId } from "../project/workspace-state.ts";
import { type PageId, standingOf } from "./places.ts";
import { isViewShown, showEntity, showPage, type UiState } from "./ui-state.ts";

/** What was on the screen, or would be without the page. `entity`: the one whose page of the registry was shown beside it. */
interface Visit {
  readonly article: Id;
  readonly page: PageId | null;
  readonly entity: Id | null;
}

interface Visited {
  readonly visits: readonly Visit[];
  /** The index of the one that is on the screen; -1 before the first. */
  readonly at: number;
}

interface Visits {
  readonly state: ReadableStore<Visited>;
  /** Notes from now on where one goes; returns how to stop. */
  follow(): () => void;
  /** The index of the visit before (-1) or after (1) the one on the screen; `null` for none. An article that is gone is stepped over. */
  next(direction: 1 | -1): number | null;
  /** Goes back (-1) or forward (1). */
  go(direction: 1 | -1): Promise<void>;
}

/** More than these are forgotten, the oldest first. */
const mostVisits = 200;
const nowhere: Visited = { visits: [], at: -1 };

const visitsOfUi = memoize((ui: Store<UiState>, workspace: Workspace) => createVisits(workspace, ui));

/** The visits of a window: the same ones every time. */
export const visitsOf = (workspace: Workspace, ui: Store<UiState>): Visits => visitsOfUi(ui, workspace);

function createVisits(workspace: Workspace, ui: Store<UiState>): Visits {
  const state = createStore(nowhere);
  let project: Id | null = null;
  /** While one goes back or forward, what is on the screen on the way is no visit. */
  let isGoing = false;

  function note(): void {
    const { session } = workspace.state.get();
    const openProject = openProjectId(workspace.state);
    if (openProject !== project) {
      project = openProject;
      state.set(nowhere);
    }
    if (isGoing || project === null || !session || isAside(ui.get())) return;
    const visit = visitIn(ui.get(), session.article.id);
    const { visits, at } = state.get();
    const current = visits[at];
    if (current && isSame(current, visit)) return;
    const kept = [...visits.slice(0, at + 1), visit].slice(-mostVisits);
    state.set({ visits: kept, at: kept.length - 1 });
  }

  function next(direction: 1 | -1): number | null {
    const { visits, at } = state.get();
    const ids = new Set(workspace.state.get().articles.map(({ id }) => id));
    // From what is no visit, back is what was there before.
    const first = direction === -1 && isAside(ui.get()) ? at : at + direction;
    for (let index = first; index >= 0 && index < visits.length; index += direction) {
      const visit = visits[index];
      if (visit && ids.has(visit.article)) return index;
    }
    return null;
  }

  return {
    state,
    next,
    follow() {
      const stops = [workspace.state.subscribe(note), ui.subscribe(note)];
      note();
      return () => {
        for (const stop of stops) stop();
      };
    },
    async go(direction) {
      const at = next(direction);
      const visit = at === null ? undefined : state.get().visits[at];
      if (at === null || !visit || isGoing) return;
      isGoing = true;
      try {
        const isOpen = (): boolean => workspace.state.get().session?.article.id === visit.article;
        if (!isOpen()) await workspace.openArticle(visit.article);
        if (!isOpen()) return;
        if (visit.page !== null) showPage(ui, visit.page);
        else ui.patch({ page: null, entity: visit.entity });
        if (visit.entity !== null) showEntity(ui, visit.entity);
        state.set({ ...state.get(), at });
      } finally {
        isGoing = false;
      }
      note();
    },
  };
}

/** Whether the guide or a page that is only reached from its article is shown: they are left by their own way, and are no visits. */
const isAside = ({ page }: UiState): boolean => page !== null && standingOf(page) === null;

const visitIn = (ui: UiState, article: Id): Visit => ({
  article,
  page: ui.page,
  entity: isViewShown(ui, "entities") ? ui.entity : null,
});

const isSame = (a: Visit, b: Visit): boolean =>
  a.article === b.article && a.page === b.page && a.entity === b.entity;
