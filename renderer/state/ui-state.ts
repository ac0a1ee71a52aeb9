// What is open in the window beside the article: dialogs and panes. Nothing here is saved.
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
  readonly articlesShown: boolean;
  readonly cardsShown: boolean;
}

export const createUiState = (): Store<UiState> =>
  createStore<UiState>({ dialog: null, articlesShown: true, cardsShown: true });
