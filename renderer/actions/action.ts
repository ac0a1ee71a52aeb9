// The type of everything that a person can do in the window: a title, keys, when it can be done, and what it does. Buttons, keys, the
// desktop menu and the list of keys all read the same entries.
import type { Id } from "../../shared/model/id.ts";
import type { Range } from "../../shared/model/range.ts";
import type { Message, PlainName } from "../../shared/words/message.ts";
import type { Store } from "../lib/store.ts";
import type { Workspace } from "../state/project/workspace.ts";
import type { Session, WordlessNotice } from "../state/session/session.ts";
import type { PageId } from "../state/window/places.ts";
import type { UiState } from "../state/window/ui-state.ts";

export interface ActionContext {
  readonly workspace: Workspace;
  readonly ui: Store<UiState>;
  /** What an action of `anyArticle` is about; absent: the article on the screen. */
  readonly article?: Id;
}

/** An action while an article is open. */
export interface SessionContext extends ActionContext {
  readonly session: Session;
}

export type ActionGroup = "mark" | "select" | "move" | "span" | "card" | "review" | "project" | "view";

/** Where an action is there and its keys are its own: beside the article, on one page or any, or wherever one is. */
export type ActionScope = "article" | PageId | "pages" | "everywhere";

/**
 * `keys` are combinations such as `Mod+z`, `Shift+Tab`, `[` (see `key-combination.ts`); `Mod` is Cmd on a Mac and Ctrl
 * elsewhere. Plain ones work only while the article or a card has the keyboard, never in a text field.
 */
export interface Action {
  readonly id: string;
  readonly title: Message;
  readonly group: ActionGroup;
  readonly keys: readonly string[];
  /** Without it by the group: what is about the project and the window is there everywhere, all else beside the article. */
  readonly scope?: ActionScope;
  /** The action whose key does this instead, while this can be done. */
  readonly byKeyOf?: string;
  /** It only reads: it acts where its subject is out of view, too, and where nothing can be written. */
  readonly changesNothing?: true;
  /** It can be about an article that is not open. */
  readonly anyArticle?: true;
  enabled(context: ActionContext): boolean;
  run(context: ActionContext): void;
  /** What of the text it would change, where that is not the selection or the words at the caret: offsets of the article, or all of it. */
  affectedRange?(context: SessionContext): Range | "article" | null;
  /** What its key says where it cannot be done; `undefined`: nothing of its own, so that an action about what is in focus says that nothing is. */
  unavailableNotice?(context: ActionContext): WordlessNotice | undefined;
}

export const scopeOf = ({ scope, group }: Pick<Action, "scope" | "group">): ActionScope =>
  scope ?? (group === "project" || group === "view" ? "everywhere" : "article");

/** Whether an action is there while this page stands in the place of the article; `null`: none does. */
export function isInScope(action: Pick<Action, "scope" | "group">, page: PageId | null): boolean {
  const scope = scopeOf(action);
  if (scope === "everywhere") return true;
  return page === null ? scope === "article" : scope === page || scope === "pages";
}

/** The id of an action, whose words are `actions.<id>`; where it has other ones or they take values, its title as well. */
export type Titled =
  | { readonly id: PlainName<"actions">; readonly title?: never }
  | { readonly id: string; readonly title: Message };

/** An action as its file enters it into the registry. */
export type ActionEntry = Omit<Action, "id" | "title"> & Titled;

/** An action that needs an open article. */
export function inSession(
  action: Omit<Action, "id" | "title" | "enabled" | "run" | "unavailableNotice"> &
    Titled & {
      enabled?(context: SessionContext): boolean;
      run(context: SessionContext): void;
      unavailableNotice?(context: SessionContext): WordlessNotice;
    },
): ActionEntry {
  const { enabled, run, unavailableNotice, ...rest } = action;
  const within = (context: ActionContext): SessionContext | null => {
    const { session } = context.workspace.state.get();
    return session && { ...context, session };
  };
  return {
    ...rest,
    unavailableNotice(context) {
      const inner = within(context);
      return inner ? unavailableNotice?.(inner) : undefined;
    },
    enabled(context) {
      const inner = within(context);
      return inner !== null && (enabled?.(inner) ?? true);
    },
    run(context) {
      const inner = within(context);
      if (inner) run(inner);
    },
  };
}
