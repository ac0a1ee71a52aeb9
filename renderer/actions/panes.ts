// The parts of the window that F6 walks; each has an element with `data-pane` that can take the keyboard.
import type { Id } from "../../shared/model/id.ts";
import type { Store } from "../lib/store.ts";
import { showEntity, type UiState } from "../state/window/ui-state.ts";

const paneOrder = [
  "sidebar",
  "article",
  "margin",
  "beside",
  "cards",
  "page-list",
  "page",
  "page-details",
] as const;

type Pane = (typeof paneOrder)[number];

const paneNamed = (name: Pane): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-pane="${name}"]`);

/** Gives a pane the keyboard: the part of it that is marked for that, or itself. */
export const enterPane = (name: Pane): void => enter(paneNamed(name));

/** The same with the next frame, when React shows what the window was just told to. */
export const enterPaneOnceShown = (name: Pane): void => void requestAnimationFrame(() => enterPane(name));

/** Shows the article in the place of the page, with the keyboard. */
export function showArticle(ui: Store<UiState>): void {
  ui.patch({ page: null });
  enterPaneOnceShown("article");
}

/** Shows the page of an entity in the registry, with the keyboard. */
export function goToEntity(ui: Store<UiState>, entity: Id): void {
  showEntity(ui, entity);
  enterPaneOnceShown("sidebar");
}

/** Gives the keyboard to the pane after or before the one that has it. */
export function focusPane(direction: 1 | -1): void {
  const panes = paneOrder.flatMap((name) => paneNamed(name) ?? []);
  // The margin lies within the article's pane: the innermost counts.
  const current = panes.findLastIndex((pane) => pane.contains(document.activeElement));
  enter(panes[current < 0 ? 0 : (current + direction + panes.length) % panes.length]);
}

/** Where the keyboard is when nobody gave it to anything: in the article, or in what the page shows without one. */
export const homeOfFocus = (): HTMLElement | null =>
  document.querySelector<HTMLElement>(
    ".article[role=textbox], [data-pane=article][tabindex], [data-pane=page], main button",
  );

/** The article keeps its place; of several starts, such as the cards of the margin, it is the first that is in view. */
function enter(pane: HTMLElement | null | undefined): void {
  const article = pane?.querySelector<HTMLElement>(".article[role=textbox]");
  if (article) {
    // The browser would scroll to the caret, which stays behind where one walks from card to card.
    article.focus({ preventScroll: true });
    return;
  }
  const starts = [...(pane?.querySelectorAll<HTMLElement>("[data-pane-start]") ?? [])];
  const seen = starts.filter(isInView);
  (seen.find((start) => start.ariaCurrent === "true") ?? seen[0] ?? starts[0] ?? pane)?.focus();
}

function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const frame = (element.closest(".article-scroller") ?? document.documentElement).getBoundingClientRect();
  return top >= frame.top && bottom <= frame.bottom;
}
