// The tabs of the articles that are open.
import { message } from "../../shared/words/message.ts";
import { deskOf } from "../state/window/desk.ts";
import type { ActionContext, ActionEntry } from "./action.ts";

const desk = ({ workspace, ui }: ActionContext) => deskOf(workspace, ui);

/** The button of the mouse that opens and closes tabs, as its events number it. */
export const middleButton = 1;

const toTab = (id: "next-tab" | "previous-tab", direction: 1 | -1, key: string): ActionEntry => ({
  id,
  title: message(`tabs.${id}`),
  group: "view",
  keys: [key],
  enabled: (context) => desk(context).nextTab(direction) !== null,
  run(context) {
    const article = desk(context).nextTab(direction);
    if (article === null) return;
    context.ui.patch({ page: null });
    void context.workspace.openArticle(article);
  },
});

/** Opens an article in a tab of its own. */
export function openTab(context: ActionContext, article: string): void {
  context.ui.patch({ page: null });
  void desk(context).openTab(article);
}

export const tabActions: readonly ActionEntry[] = [
  {
    id: "open-in-tab",
    title: message("tabs.open"),
    group: "view",
    keys: [],
    anyArticle: true,
    changesNothing: true,
    // The one on the screen has its tab.
    enabled: ({ workspace, article }) =>
      article !== undefined && workspace.state.get().session?.article.id !== article,
    run(context) {
      if (context.article !== undefined) openTab(context, context.article);
    },
  },
  toTab("next-tab", 1, "Alt+t"),
  toTab("previous-tab", -1, "Alt+Shift+t"),
  {
    id: "close-tab",
    title: message("tabs.close"),
    group: "view",
    keys: ["Alt+w"],
    enabled: (context) => desk(context).state.get().tabs.length > 1,
    run(context) {
      const { session } = context.workspace.state.get();
      if (session) void desk(context).closeTab(session.article.id);
    },
  },
];
