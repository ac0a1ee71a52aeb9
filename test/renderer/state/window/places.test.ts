// The places of the window: whatever there is to show stands in one of them, once, and coming back shows what was left.
import { expect, test } from "vitest";
import {
  pages,
  places,
  projectPages,
  sidebarViews,
  standingOf,
} from "../../../../renderer/state/window/places.ts";
import {
  createUiState,
  shownIn,
  showPage,
  showSection,
  showView,
  toggleShownPlace,
} from "../../../../renderer/state/window/ui-state.ts";

const placeNamed = (id: string) => {
  const place = places.find((one) => one.id === id);
  if (!place) throw new RangeError(id);
  return place;
};

test("every view and every page of the project stands in one section of one place", () => {
  const shown = places.flatMap(({ sections }) => sections.flatMap(({ shows }) => shows));
  expect([...shown].sort()).toEqual([...sidebarViews, ...projectPages].map(({ id }) => id).sort());
  for (const { id } of pages.filter((page) => !projectPages.some((one) => one.id === page.id)))
    expect(standingOf(id)).toBeNull();
});

test("a place shows what was last looked at in it, and is put away by the same button", () => {
  const ui = createUiState();
  showView(ui, "checks");
  toggleShownPlace(ui, placeNamed("people"));
  expect(shownIn(ui.get())).toBe("entities");
  showPage(ui, "people");
  toggleShownPlace(ui, placeNamed("article"));
  expect(shownIn(ui.get())).toBe("checks");
  toggleShownPlace(ui, placeNamed("people"));
  expect(shownIn(ui.get())).toBe("people");
  toggleShownPlace(ui, placeNamed("people"));
  expect(ui.get().page).toBeNull();
  expect(shownIn(ui.get())).toBe("checks");
  toggleShownPlace(ui, placeNamed("article"));
  expect(shownIn(ui.get())).toBeNull();
});

test("a section shows what was last looked at in it, whatever was looked at elsewhere in its place", () => {
  const ui = createUiState();
  const [cards, todo] = placeNamed("article").sections;
  if (!cards || !todo) throw new RangeError("The article has sections.");
  showSection(ui, todo);
  expect(shownIn(ui.get())).toBe("todo");
  showView(ui, "suggestions");
  showSection(ui, cards);
  expect(shownIn(ui.get())).toBe("cards");
  showSection(ui, todo);
  expect(shownIn(ui.get())).toBe("suggestions");
});
