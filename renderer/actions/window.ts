// The project and the window: importing, exporting, panes, the list of keys; the pages that take the place of the article, and the way back
// to it; the guideline, and the record of what was done.

import { get } from "../../shared/model/table.ts";
import { message } from "../../shared/words/message.ts";
import { isMac } from "../lib/key-combination.ts";
import { insightOf, queryKey } from "../state/insight/insight.ts";
import { commandTitleOf, projectPages, sidebarViews } from "../state/window/places.ts";
import { lastReportOf } from "../state/window/reports.ts";
import {
  type Dialog,
  isPaneShown,
  leavePage,
  type SidePane,
  setPaneShown,
  showGuide,
  showPage,
  showView,
} from "../state/window/ui-state.ts";
import { visitsOf } from "../state/window/visits.ts";
import { type ActionContext, type ActionEntry, type ActionGroup, inSession, type Titled } from "./action.ts";
import { enterPaneOnceShown } from "./panes.ts";

const dialog = (
  named: Titled & { readonly id: Dialog },
  group: ActionGroup,
  keys: readonly string[],
  enabled: (context: ActionContext) => boolean = () => true,
): ActionEntry => ({
  ...named,
  group,
  keys,
  enabled,
  run: ({ ui, article = null }) => ui.patch({ dialog: named.id, aboutArticle: article }),
});

const inProject = ({ workspace }: ActionContext): boolean => workspace.state.get().project !== null;
const writable = ({ workspace }: ActionContext): boolean => workspace.state.get().project?.readOnly === null;

const showsFigures = ({ workspace }: ActionContext): boolean => {
  const { shown, figures, refusal, problem } = insightOf(workspace).state.get();
  return shown !== null && figures.has(queryKey(shown)) && refusal === null && problem === null;
};

const toggle = (pane: Exclude<SidePane, "beside">, key: string): ActionEntry => ({
  id: `toggle-${pane}` as const,
  group: "view",
  keys: [key],
  enabled: inProject,
  run: ({ ui }) => setPaneShown(ui, pane, !isPaneShown(ui.get(), pane)),
});

/** Shows a view of the sidebar and gives it the keyboard. */
const viewActions: readonly ActionEntry[] = sidebarViews.map(({ id, key }) => ({
  id: `show-${id}`,
  title: commandTitleOf(id),
  group: "view",
  keys: key === null ? [] : [key],
  enabled: inProject,
  run({ ui }) {
    showView(ui, id);
    enterPaneOnceShown("sidebar");
  },
}));

/** Goes to where one was before in the window, or forward again. On a Mac, Alt and the arrows move the caret by words. */
const throughVisits = (
  id: "go-back" | "go-forward",
  direction: 1 | -1,
  key: string,
  keyOnMac: string,
): ActionEntry => ({
  id,
  group: "view",
  get keys() {
    return [isMac() ? keyOnMac : key];
  },
  enabled: ({ workspace, ui }) => visitsOf(workspace, ui).next(direction) !== null,
  run: ({ workspace, ui }) => void visitsOf(workspace, ui).go(direction),
});

export const windowActions: readonly ActionEntry[] = [
  dialog({ id: "palette" }, "view", ["Mod+k"]),
  dialog({ id: "open-project" }, "project", ["Mod+o"]),
  dialog({ id: "new-project" }, "project", []),
  dialog({ id: "bring-in" }, "project", ["Mod+i"], writable),
  dialog({ id: "watch", title: message("importing.watch-action") }, "project", [], writable),
  dialog({ id: "take-in", title: message("menu.take-in") }, "project", [], writable),
  dialog({ id: "hand-over", title: message("menu.hand-over") }, "project", [], inProject),
  dialog({ id: "team", title: message("team.action") }, "project", [], writable),
  {
    id: "sync",
    title: message("team.sync"),
    group: "project",
    keys: [],
    enabled: (context) => writable(context) && context.workspace.team.state.get().where !== null,
    run({ workspace, ui }) {
      ui.patch({ dialog: "team", aboutArticle: null });
      void workspace.team.sync();
    },
  },
  dialog({ id: "open-shared", title: message("team.open-action") }, "project", []),
  dialog({ id: "feedback", title: message("feedback.action") }, "project", [], inProject),
  { ...dialog({ id: "export" }, "project", ["Mod+e"], inProject), anyArticle: true },
  { ...dialog({ id: "write-figures" }, "project", ["Mod+Shift+e"], showsFigures), scope: "pages" },
  {
    id: "print",
    group: "project",
    keys: ["Mod+p"],
    enabled: inProject,
    run: () => window.print(),
  },
  dialog({ id: "save-copy" }, "project", [], inProject),
  dialog({ id: "trash", title: message("trash.open") }, "project", [], writable),
  dialog({ id: "versions", title: message("versions.open") }, "project", [], inProject),
  dialog({ id: "copies", title: message("outside.copies-action") }, "project", [], writable),
  dialog({ id: "conflicts", title: message("outside.conflicts-action") }, "project", [], writable),
  dialog({ id: "examine", title: message("doctor.title") }, "project", [], inProject),
  dialog({ id: "rename-project" }, "project", [], writable),
  dialog({ id: "name" }, "project", []),
  dialog({ id: "settings" }, "view", ["Mod+,"]),
  dialog({ id: "about-sayso", title: message("menu.about-sayso") }, "view", []),
  dialog({ id: "save-report", title: message("menu.save-report") }, "view", []),
  dialog({ id: "own-models" }, "view", []),
  {
    id: "close-project",
    group: "project",
    keys: [],
    enabled: inProject,
    run: ({ workspace }) => void workspace.closeProject(),
  },
  ...viewActions,
  toggle("sidebar", "Mod+b"),
  toggle("cards", "Mod+Alt+b"),
  {
    id: "reading-mode",
    group: "view",
    keys: ["Mod+."],
    enabled: inProject,
    run({ ui }) {
      ui.patch({ reading: !ui.get().reading });
      // What had the keyboard may be gone with the next frame.
      enterPaneOnceShown("article");
    },
  },
  {
    id: "last-report",
    title: message("workbench.last-report"),
    group: "view",
    keys: [],
    enabled: ({ workspace }) => lastReportOf(workspace).get() !== null,
    run({ workspace }) {
      workspace.showReport(lastReportOf(workspace).get());
      // React shows it with the next frame.
      requestAnimationFrame(() => document.querySelector<HTMLElement>(".at-foot .banner button")?.focus());
    },
  },
  throughVisits("go-back", -1, "Alt+ArrowLeft", "Mod+["),
  throughVisits("go-forward", 1, "Alt+ArrowRight", "Mod+]"),
  dialog({ id: "keys" }, "view", ["?"]),
];

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
