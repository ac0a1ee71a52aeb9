// Showing the pages that take the place of the article, and going back to it; the guideline, and the record of what was done.
import { get } from "../../shared/model/table.ts";
import { message } from "../../shared/words/message.ts";
import { commandTitleOf, projectPages } from "../state/window/places.ts";
import { leavePage, showGuide, showPage, showView } from "../state/window/ui-state.ts";
import { type ActionContext, type ActionEntry, inSession } from "./action.ts";
import { enterPaneOnceShown } from "./panes.ts";

export const pageActions: readonly ActionEntry[] = [
  ...projectPages.map(
    ({ id }, at): ActionEntry => ({
      id: `show-${id}`,
      title: commandTitleOf(id),
      group: "view",
      keys: at < 9 ? [`Mod+Alt+${at + 1}`] : [],
      enabled: ({ workspace }) => workspace.state.get().project !== null,
      run({ ui }) {
        showPage(ui, id);
        enterPaneOnceShown("page");
      },
    }),
  ),
  {
    id: "show-guide",
    title: message("guide.open"),
    group: "view",
    keys: ["Shift+F1"],
    enabled: () => true,
    run({ ui }) {
      showGuide(ui);
      enterPaneOnceShown("page");
    },
  },
  {
    id: "leave-page",
    group: "review",
    keys: ["Escape"],
    scope: "pages",
    enabled: ({ ui }) => ui.get().page !== null,
    run({ ui }) {
      leavePage(ui);
      enterPaneOnceShown(ui.get().page === null ? "article" : "page");
    },
  },
];

// The guideline, opened at the page about what is in focus, and the tagset's editor.

const writable = ({ workspace }: ActionContext): boolean => workspace.state.get().project?.readOnly === null;

export const guidelineActions: readonly ActionEntry[] = [
  inSession({
    id: "open-guideline",
    group: "view",
    keys: ["F1"],
    run({ session, ui }) {
      const { span, card } = session.focus();
      const type = span === null ? null : (get(session.annotations().set.spans, span)?.type ?? null);
      ui.patch({ guidelinePage: type ?? (card === null ? null : "card") });
      showView(ui, "guideline");
      enterPaneOnceShown("sidebar");
    },
  }),
  {
    id: "edit-tagset",
    group: "project",
    keys: [],
    enabled: writable,
    run: ({ ui }) => ui.patch({ dialog: "tagset", tagsetPlace: { tab: "types", page: null } }),
  },
];

// The record of all that was done to the article, or to the span or card in focus.

export const recordActions: readonly ActionEntry[] = [
  inSession({
    id: "history-of-span",
    title: message("history.record-span"),
    group: "span",
    keys: [],
    changesNothing: true,
    enabled: ({ session }) => session.focus().span !== null,
    run: ({ ui }) => ui.patch({ dialog: "history-of-span" }),
  }),
  inSession({
    id: "history-of-card",
    title: message("history.record-card"),
    group: "card",
    keys: [],
    changesNothing: true,
    enabled: ({ session }) => session.focus().card !== null,
    run: ({ ui }) => ui.patch({ dialog: "history-of-card" }),
  }),
  inSession({
    id: "history-of-article",
    title: message("history.record-article"),
    group: "project",
    keys: [],
    run: ({ ui }) => ui.patch({ dialog: "history-of-article" }),
  }),
];
