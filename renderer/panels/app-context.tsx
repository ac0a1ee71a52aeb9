// The context of every panel: the workspace, and what is open in the window.
import { createContext, useContext } from "react";
import type { ActionContext } from "../actions/action.ts";
import { createStore, type Store, useStore } from "../lib/store.ts";
import type { PasteDraft } from "../state/articles/paste-drafts.ts";
import { titleOfArticle } from "../state/project/workspace-state.ts";
import type { Session } from "../state/session/session.ts";

/** What a folder is chosen for: each begins where it was last. */
export type FolderUse = "project" | "read" | "write";

export interface Panels extends ActionContext {
  /** The folder last asked for, so that a locked project can be opened for reading. */
  readonly asked: Store<string | null>;
  /** What was pasted to be imported and is not in yet. */
  readonly drafts: Store<readonly PasteDraft[]>;
  /** The folders that our own picker showed last. */
  readonly lastFolders: Store<Partial<Readonly<Record<FolderUse | "any", string>>>>;
}

export const panelsOf = (context: ActionContext): Panels => ({
  ...context,
  asked: createStore<string | null>(null),
  drafts: createStore<readonly PasteDraft[]>([]),
  lastFolders: createStore({}),
});

export const PanelsContext = createContext<Panels | null>(null);

/** Throws where no `PanelsContext` is above: a bug of ours. */
export function usePanels(): Panels {
  const panels = useContext(PanelsContext);
  if (!panels) throw new Error("A panel stands outside the window.");
  return panels;
}

/** The session of the article on the screen, or `null`. */
export function useSession(): Session | null {
  return useStore(usePanels().workspace.state, ({ session }) => session);
}

/** The title of the article on the screen, or `null`. */
export const useArticleTitle = (): string | null => useStore(usePanels().workspace.state, titleOfArticle);
