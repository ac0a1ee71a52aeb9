// The window's layout: which panes are seen when, and what of it is kept for the next time.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStore } from "../../../../renderer/lib/store.ts";
import type { WorkspaceState } from "../../../../renderer/state/project/workspace-state.ts";
import {
  beginAtArticles,
  bringInMany,
  createUiState,
  isPaneShown,
  layoutOf,
  rememberLayout,
  setPaneShown,
  showBeside,
  showPage,
  showView,
} from "../../../../renderer/state/window/ui-state.ts";
import { type Desk, emptyDesk } from "../../../../shared/api/desk.ts";
import { defaultPreferences, type Layout } from "../../../../shared/api/preferences.ts";

const left: Layout = { ...defaultPreferences.layout, sidebarWidth: 300, cardsShown: false, reading: false };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a window comes back as it was left, and a view that is no more gives way to the first", () => {
  expect(layoutOf(createUiState(left).get())).toEqual(left);
  expect(createUiState({ ...left, sidebar: "of a later version" }).get().sidebar).toBe("articles");
});

test("while reading no pane is seen, and showing one ends the reading", () => {
  const ui = createUiState({ ...left, reading: true });
  expect(isPaneShown(ui.get(), "sidebar")).toBe(false);
  showView(ui, "articles");
  expect(isPaneShown(ui.get(), "sidebar")).toBe(true);
  expect(ui.get().reading).toBe(false);
});

test("in a narrow window one pane at a time is seen, and the wide layout is left alone", () => {
  const ui = createUiState(left);
  ui.patch({ narrow: true });
  expect(isPaneShown(ui.get(), "sidebar")).toBe(false);
  setPaneShown(ui, "sidebar", true);
  setPaneShown(ui, "cards", true);
  expect([isPaneShown(ui.get(), "sidebar"), isPaneShown(ui.get(), "cards")]).toEqual([false, true]);
  expect(layoutOf(ui.get())).toEqual(left);
});

test("what is chosen to be imported comes after what waits already, each file once", () => {
  const ui = createUiState(left);
  const chosen = (name: string, text: string) => {
    return { name, file: new File([text], name, { lastModified: 1 }) };
  };
  bringInMany(ui, { files: [chosen("a.txt", "The bridge is shut."), chosen("b.txt", "")] });
  bringInMany(ui, { paths: ["/press"], locked: ["c.pdf"] });
  ui.patch({ dialog: null });
  bringInMany(ui, { files: [chosen("b.txt", ""), chosen("a.txt", "Another.")], paths: ["/press", "/radio"] });
  const { dialog, toBringIn } = ui.get();
  expect(dialog).toBe("bring-in-many");
  expect(toBringIn.files.map(({ name, file }) => `${name} ${file.size}`)).toEqual([
    "a.txt 19",
    "b.txt 0",
    "a (2).txt 8",
  ]);
  expect([toBringIn.paths, toBringIn.locked]).toEqual([["/press", "/radio"], ["c.pdf"]]);
});

test("files of one name are told apart, also one that is asked for its password, and each is there once", () => {
  const ui = createUiState(left);
  const chosen = (name: string, text: string) => ({
    name,
    file: new File([text], name, { lastModified: 1 }),
  });
  const names = () => ui.get().toBringIn.files.map(({ name }) => name);
  bringInMany(ui, { paths: ["/press/note.txt"], files: [chosen("c.pdf", "one"), chosen("old.d/c", "x")] });
  bringInMany(ui, { files: [chosen("c.pdf", "another")], locked: ["c.pdf"] });
  bringInMany(ui, { files: [chosen("c.pdf", "the third"), chosen("old.d/c", "xy"), chosen("note.txt", "")] });
  const all = ["c.pdf", "old.d/c", "c (2).pdf", "c (3).pdf", "old.d/c (2)", "note (2).txt"];
  expect(names()).toEqual(all);
  expect(ui.get().toBringIn.locked).toEqual(["c (2).pdf"]);
  bringInMany(ui, { files: [chosen("c.pdf", "another"), chosen("c.pdf", "one")] });
  expect(names()).toEqual(all);
});

test("the layout is kept once it rests, never for a dialog, and at the end what was not yet kept", () => {
  const ui = createUiState(left);
  const kept: Layout[] = [];
  const stop = rememberLayout(ui, (layout) => kept.push(layout));
  ui.patch({ dialog: "keys" });
  ui.patch({ sidebarWidth: 310 });
  ui.patch({ sidebarWidth: 320 });
  vi.advanceTimersByTime(1_000);
  expect(kept).toEqual([{ ...left, sidebarWidth: 320 }]);
  ui.patch({ reading: true });
  stop();
  expect(kept.at(-1)).toEqual({ ...left, sidebarWidth: 320, reading: true });
});

test("what stands beside the article is shown where there is something, and not while reading or over a page", () => {
  const ui = createUiState(left);
  expect(isPaneShown(ui.get(), "beside")).toBe(false);
  showBeside(ui, { kind: "entity", entity: "e" });
  expect(isPaneShown(ui.get(), "beside")).toBe(true);
  setPaneShown(ui, "beside", false);
  expect([isPaneShown(ui.get(), "beside"), ui.get().beside]).toEqual([
    false,
    { kind: "entity", entity: "e" },
  ]);
  ui.patch({ page: "compare" });
  showBeside(ui, { kind: "entity", entity: "f" });
  expect([isPaneShown(ui.get(), "beside"), ui.get().page]).toEqual([true, null]);
  ui.patch({ reading: true });
  expect(isPaneShown(ui.get(), "beside")).toBe(false);
});

test("where there is room for one pane at the right, the one that was asked for last has it", () => {
  const ui = createUiState({ ...left, cardsShown: true });
  const shown = () => [isPaneShown(ui.get(), "beside"), isPaneShown(ui.get(), "cards")];
  showBeside(ui, { kind: "entity", entity: "e" });
  expect(shown()).toEqual([true, true]);
  ui.patch({ tight: true });
  expect(shown()).toEqual([true, false]);
  setPaneShown(ui, "cards", true);
  expect(shown()).toEqual([false, true]);
  setPaneShown(ui, "beside", true);
  expect(shown()).toEqual([true, false]);
  setPaneShown(ui, "beside", false);
  expect(shown()).toEqual([false, true]);
});

test("an empty project and one in the place of another open on the list of articles, the first one as the window was left", () => {
  const state = createStore({ project: null, articles: [] } as unknown as WorkspaceState);
  const ui = createUiState({ ...left, sidebar: "checks" });
  beginAtArticles(state, ui);
  const open = (id: string | null, articles: number): string => {
    const project = id && { handle: id, project: { id } };
    state.patch({ project, articles: Array.from({ length: articles }) } as unknown as WorkspaceState);
    const { sidebar, page, entity } = ui.get();
    return [sidebar, page, entity].join();
  };
  expect(open("a", 2)).toBe("checks,,");
  showPage(ui, "compare");
  ui.patch({ entity: "e" });
  expect(open(null, 0)).toBe("checks,compare,e");
  expect(open("a", 2)).toBe("checks,compare,e");
  expect(open("b", 2)).toBe("articles,,");
  showView(ui, "todo");
  expect(open("c", 0)).toBe("articles,,");
  expect(ui.get().lastInPlace).toEqual({ articles: "articles" });
});

test("an empty project opens on the list of articles, as the first one too", () => {
  const state = createStore({ project: null, articles: [] } as unknown as WorkspaceState);
  const ui = createUiState({ ...left, sidebar: "checks" });
  beginAtArticles(state, ui);
  state.patch({ project: { handle: "a", project: { id: "a" } } } as unknown as WorkspaceState);
  expect(ui.get().sidebar).toBe("articles");
});

test("a project in the place of another opens on the page and the entity that were left in it", () => {
  const state = createStore({ project: null, articles: [{}] } as unknown as WorkspaceState);
  const ui = createUiState(left);
  beginAtArticles(state, ui);
  const open = (id: string, desk: Partial<Desk>): void =>
    state.patch({
      project: { project: { id }, desk: { ...emptyDesk, ...desk } },
    } as unknown as WorkspaceState);
  open("a", {});
  showPage(ui, "compare");
  ui.patch({ entity: "of a" });
  open("b", { page: "board", entity: "of b" });
  expect(ui.get()).toMatchObject({ page: "board", entity: "of b", sidebar: "articles" });
  expect(Object.values(ui.get().lastInPlace)).toEqual(["board"]);
});
