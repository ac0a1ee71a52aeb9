// What lies open in a window: which tabs there are after each article that is opened or closed, what is kept of it, and bookmarks.
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStore } from "../../../../renderer/lib/store.ts";
import type { Workspace } from "../../../../renderer/state/project/workspace.ts";
import { deskOf, isSameBookmark, tabsWith } from "../../../../renderer/state/window/desk.ts";
import { projectPages } from "../../../../renderer/state/window/places.ts";
import {
  createUiState,
  leavePage,
  showBeside,
  showEntity,
  showGuide,
  showPage,
  type UiState,
} from "../../../../renderer/state/window/ui-state.ts";
import { type Bookmark, type Desk, emptyDesk, type OpenDesk } from "../../../../shared/api/desk.ts";
import { selectorOf } from "../../../../shared/model/selector.ts";
import { runs } from "../../../helpers/tier.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ids = ["a", "b", "c", "d"];

/** A window that has a project of four articles open, with the first on the screen; `damaged` cannot be opened. */
function windowWith(left: Partial<Desk> = {}, damaged: readonly string[] = []) {
  const ui = createUiState();
  const kept: OpenDesk[] = [];
  let bookmarks = left.bookmarks ?? [];
  const disk = { isReady: Promise.resolve(), isFull: false };
  const state = createStore<Record<string, unknown>>({});
  const articles = ids.map((id) => ({ id }));
  const enter = (desk: Desk): void =>
    state.patch({
      project: { project: { id: "p" }, articles, recentArticles: ["a", "d"], desk },
      articles,
      session: { article: { id: "a" }, view: { current: null } },
    });
  enter({ ...emptyDesk, ...left });
  const workspace = {
    state,
    client: {
      call: async (_name: string, { tabs, beside, page, entity }: OpenDesk) =>
        void kept.push({ tabs, beside, page, entity }),
    },
    call: <T>(call: (project: string) => T) => call("p"),
    openArticle: async (article: string) => {
      if (!damaged.includes(article))
        state.patch({
          session: { article: { id: article }, view: { current: { firstVisibleOffset: () => 70 } } },
        });
    },
    bookmark: async (add: readonly Bookmark[], remove: readonly string[]) => {
      await disk.isReady;
      if (disk.isFull) return null;
      bookmarks = [...bookmarks.filter(({ id }) => !remove.includes(id)), ...add];
      return bookmarks;
    },
  } as unknown as Workspace;
  const desk = deskOf(workspace, ui);
  const stop = desk.follow();
  return {
    ...{ ui, desk, workspace, stop, kept, disk },
    trash: (id: string) => state.patch({ articles: articles.filter((one) => one.id !== id) }),
    leave: () => state.patch({ project: null, articles: [], session: null }),
    enter,
    tabs: () => desk.state.get().tabs.join(""),
    shown: () => workspace.state.get().session?.article.id,
  };
}

test("an article that is opened takes the tab of the one before, or goes to its own", async () => {
  const { desk, workspace, tabs } = windowWith();
  expect(tabs()).toBe("a");
  await workspace.openArticle("b");
  expect(tabs()).toBe("b");
  await desk.openTab("c");
  expect(tabs()).toBe("bc");
  await workspace.openArticle("b");
  await workspace.openArticle("d");
  expect(tabs()).toBe("dc");
});

test("law: whatever is opened, each article has one tab at most, and the one on the screen has one", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ids)), (opened) => {
      let tabs: readonly string[] = ["c", "d"];
      let before: string | null = null;
      for (const shown of opened) {
        const next = tabsWith(tabs, before, shown);
        expect(next).toContain(shown);
        expect(new Set(next).size).toBe(next.length);
        expect(next.length - tabs.length).toBeLessThanOrEqual(before === null ? 1 : 0);
        tabs = next;
        before = shown;
      }
    }),
    { numRuns: runs(100) },
  );
});

test("a tab that is closed gives way to the one after it, or else before it; the last one stays", async () => {
  const { desk, tabs, shown } = windowWith({ tabs: ["a", "b", "c"] });
  await desk.closeTab("a");
  expect([tabs(), shown()]).toEqual(["bc", "b"]);
  await desk.closeTab("c");
  expect([tabs(), shown()]).toEqual(["b", "b"]);
  await desk.closeTab("b");
  expect([tabs(), shown()]).toEqual(["b", "b"]);
});

test("what cannot be opened gets no tab, and closes none", async () => {
  const { desk, tabs, shown } = windowWith({ tabs: ["a", "b"] }, ["b", "c"]);
  await desk.openTab("c");
  expect(tabs()).toBe("ab");
  await desk.closeTab("a");
  expect([tabs(), shown()]).toEqual(["ab", "a"]);
});

test("the tabs go round, and one alone leads nowhere", async () => {
  const { desk } = windowWith({ tabs: ["a", "b", "c"] });
  expect([desk.nextTab(1), desk.nextTab(-1)]).toEqual(["b", "c"]);
  await desk.closeTab("b");
  await desk.closeTab("c");
  expect(desk.nextTab(1)).toBeNull();
});

test("a project is opened with what lay open in it, without what is gone", () => {
  const beside = { kind: "article", article: "d", offset: 40 } as const;
  const { ui, desk, tabs, trash } = windowWith({ tabs: ["b", "gone", "a"], beside });
  expect(tabs()).toBe("ba");
  expect(ui.get().beside).toEqual(beside);
  expect(desk.state.get().recent).toEqual(["a", "d"]);
  trash("b");
  expect(tabs()).toBe("a");
});

test("what lies open is kept once the window rests, and a project that is left takes nothing along", async () => {
  const { ui, desk, kept, leave, enter, tabs } = windowWith();
  vi.runAllTimers();
  expect(kept).toEqual([]);
  await desk.openTab("b");
  showBeside(ui, { kind: "entity", entity: "e" });
  showBeside(ui, { kind: "entity", entity: "f" });
  vi.runAllTimers();
  expect(kept).toEqual([
    { tabs: ["a", "b"], beside: { kind: "entity", entity: "f" }, page: null, entity: null },
  ]);
  leave();
  vi.runAllTimers();
  expect(ui.get().beside).toBeNull();
  enter(emptyDesk);
  vi.runAllTimers();
  expect(tabs()).toBe("a");
  expect(kept).toHaveLength(1);
});

const standing = ({ page, entity }: UiState) => ({ page, entity });

test.each(projectPages.map(({ id }) => id))("the page %s is there again, and its tab of the rail", (page) => {
  const { ui, kept } = windowWith();
  showPage(ui, page);
  showGuide(ui);
  vi.runAllTimers();
  expect(kept).toMatchObject([{ page, entity: null }]);
  const { ui: again } = windowWith(kept[0]);
  expect(standing(again.get())).toEqual({ page, entity: null });
  expect(Object.values(again.get().lastInPlace)).toContain(page);
});

test("the entity that was looked at is there again", () => {
  const { ui, kept } = windowWith();
  showEntity(ui, "e");
  vi.runAllTimers();
  const { ui: again, leave } = windowWith(kept[0]);
  expect(standing(again.get())).toEqual({ page: null, entity: "e" });
  leave();
  expect(again.get().entity).toBeNull();
});

test("a page of a later version, and the correction of a text, give way to the article", () => {
  expect(windowWith({ page: "map" }).ui.get().page).toBeNull();
  expect(windowWith({ page: "correct" }).ui.get().page).toBeNull();
});

test("a guide that is read while the project opens stays, with nothing under it", () => {
  const { ui, leave, enter } = windowWith();
  leave();
  showGuide(ui);
  enter({ ...emptyDesk, page: "compare" });
  expect(ui.get().page).toBe("guide");
  leavePage(ui);
  expect(ui.get().page).toBeNull();
});

const text = "The bridge is shut. The harbour board met on Monday.";
const at = (start: number, end: number, of: Partial<Bookmark> = {}): Bookmark =>
  ({
    kind: "article",
    id: `${start}`,
    article: "a",
    segment: selectorOf(text, { start, end }),
    span: null,
    card: null,
    ...of,
  }) as Bookmark;

test("a bookmark is the same at the same mark, card or entity, and at words that it shares", () => {
  expect(isSameBookmark(at(0, 10), at(4, 20))).toBe(true);
  expect(isSameBookmark(at(0, 10), at(10, 20))).toBe(false);
  expect(isSameBookmark(at(0, 10), at(0, 10, { article: "b" }))).toBe(false);
  expect(isSameBookmark(at(0, 10, { span: "s" }), at(12, 20, { span: "s" }))).toBe(true);
  expect(isSameBookmark(at(0, 10, { span: "s" }), at(0, 10))).toBe(false);
  expect(isSameBookmark(at(0, 10, { card: "k" }), at(0, 10, { card: "l" }))).toBe(false);
  expect(isSameBookmark(at(0, 10, { segment: null }), at(0, 10))).toBe(false);
  expect(
    isSameBookmark({ kind: "entity", id: "1", entity: "e" }, { kind: "entity", id: "2", entity: "e" }),
  ).toBe(true);
});

test("a bookmark is set, and removed where it is set, also when both are asked for at once", async () => {
  const { desk } = windowWith();
  const twice = [desk.toggleBookmark(at(40, 50)), desk.toggleBookmark({ ...at(40, 50), id: "again" })];
  expect(await Promise.all(twice)).toEqual([true, false]);
  await desk.toggleBookmark(at(0, 10));
  await desk.toggleBookmark(at(20, 30));
  await desk.toggleBookmark({ ...at(5, 8), id: "other" });
  expect(desk.state.get().bookmarks.map(({ id }) => id)).toEqual(["20"]);
});

test("a bookmark is there at once, before it is kept, and is gone again where it cannot be kept", async () => {
  const { desk, disk } = windowWith({ bookmarks: [at(0, 10)] });
  let ready = (): void => undefined;
  disk.isReady = new Promise((resolve) => {
    ready = resolve;
  });
  const shown = () => desk.state.get().bookmarks.map(({ id }) => id);
  const toggles = [desk.toggleBookmark(at(20, 30)), desk.toggleBookmark({ ...at(0, 10), id: "other" })];
  expect(shown()).toEqual(["20"]);
  ready();
  expect(await Promise.all(toggles)).toEqual([true, false]);
  expect(shown()).toEqual(["20"]);
  disk.isFull = true;
  expect(await desk.toggleBookmark(at(40, 50))).toBeNull();
  expect(await desk.toggleBookmark(at(20, 30))).toBeNull();
  expect(shown()).toEqual(["20"]);
});

test("a bookmark that is being kept while its project is left is none of the next one's", async () => {
  const { desk, leave } = windowWith();
  const toggle = desk.toggleBookmark(at(20, 30));
  leave();
  expect(await toggle).toBeNull();
  expect(desk.state.get().bookmarks).toEqual([]);
});

test("what lies open is kept at once when its project is left, and nothing waits for what changes beside it", async () => {
  const { ui, desk, kept, leave } = windowWith();
  vi.runAllTimers();
  ui.patch({ sidebarWidth: 300 });
  expect(vi.getTimerCount()).toBe(0);
  await desk.openTab("b");
  leave();
  expect(kept).toEqual([{ tabs: ["a", "b"], beside: null, page: null, entity: null }]);
  vi.runAllTimers();
  expect(kept).toHaveLength(1);
});

test("the article that is read beside changes over with the one before when it is opened", async () => {
  const { ui, workspace, trash } = windowWith({ beside: { kind: "article", article: "b", offset: 40 } });
  await workspace.openArticle("c");
  expect(ui.get().beside).toEqual({ kind: "article", article: "b", offset: 40 });
  await workspace.openArticle("b");
  expect(ui.get().beside).toEqual({ kind: "article", article: "c", offset: 70 });
  trash("b");
  await workspace.openArticle("c");
  expect(ui.get().beside).toEqual({ kind: "article", article: "c", offset: 70 });
});
