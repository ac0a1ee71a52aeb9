// The window's layout: which panes are seen when, and what of it is kept for the next time.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rememberLayout } from "../../../renderer/state/remember-layout.ts";
import {
  createUiState,
  isPaneShown,
  layoutOf,
  setPaneShown,
  showView,
} from "../../../renderer/state/ui-state.ts";
import { defaultPreferences, type Layout } from "../../../shared/api/preferences.ts";

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
