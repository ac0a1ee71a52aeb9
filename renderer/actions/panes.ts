// The parts of the window that F6 walks; each has an element with `data-pane` that can take the keyboard.

const paneOrder = ["sidebar", "article", "margin", "cards", "page-list", "page", "page-details"] as const;

export type Pane = (typeof paneOrder)[number];

const paneNamed = (name: Pane): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-pane="${name}"]`);

/** Gives a pane the keyboard: the part of it that is marked for that, or itself. */
export const enterPane = (name: Pane): void => enter(paneNamed(name));

/** Gives the keyboard to the pane after or before the one that has it. */
export function focusPane(direction: 1 | -1): void {
  const panes = paneOrder.flatMap((name) => paneNamed(name) ?? []);
  // The margin lies within the article's pane: the innermost counts.
  const current = panes.findLastIndex((pane) => pane.contains(document.activeElement));
  enter(panes[current < 0 ? 0 : (current + direction + panes.length) % panes.length]);
}

function enter(pane: HTMLElement | null | undefined): void {
  (pane?.querySelector<HTMLElement>(".article[role=textbox], [data-pane-start]") ?? pane)?.focus();
}
