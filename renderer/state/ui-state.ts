// What is open in the window beside the article: dialogs, panes, and the view that the sidebar shows.
import type { SidebarViewId } from "./sidebar-views.ts";
import { createStore, type Store } from "./store.ts";

export type Dialog =
  | "name"
  | "new-project"
  | "open-project"
  | "bring-in"
  | "export"
  | "keys"
  | "choose-entity"
  | "choose-card"
  | "choose-enclosing-card"
  | "exclusion-reason";

export interface UiState {
  readonly dialog: Dialog | null;
  /** The view of the sidebar, shown or not. */
  readonly sidebar: SidebarViewId;
  readonly sidebarShown: boolean;
  readonly cardsShown: boolean;
}

export const createUiState = (): Store<UiState> =>
  createStore<UiState>({ dialog: null, sidebar: "articles", sidebarShown: true, cardsShown: true });

/** Shows a view of the sidebar: what every number that is a door does. */
export const showView = (ui: Store<UiState>, view: SidebarViewId): void =>
  ui.patch({ sidebar: view, sidebarShown: true });
