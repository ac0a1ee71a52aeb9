// The project and the window: bringing in, exporting, panes, the list of keys.
import { type Message, message } from "../../shared/words/message.ts";
import { isMac } from "../lib/key-combination.ts";
import { commandTitleOf } from "../state/window/places.ts";
import { lastReportOf } from "../state/window/reports.ts";
import { sidebarViews } from "../state/window/sidebar-views.ts";
import { type Dialog, isPaneShown, type SidePane, setPaneShown, showView } from "../state/window/ui-state.ts";
import { visitsOf } from "../state/window/visits.ts";
import type { Action, ActionContext, ActionGroup } from "./action.ts";
import { enterPane } from "./panes.ts";

const dialog = (
  id: Dialog,
  title: Message,
  group: ActionGroup,
  keys: readonly string[],
  enabled: (context: ActionContext) => boolean = () => true,
): Action => ({
  id,
  title,
  group,
  keys,
  enabled,
  run: ({ ui, article = null }) => ui.patch({ dialog: id, aboutArticle: article }),
});

const inProject = ({ workspace }: ActionContext): boolean => workspace.state.get().project !== null;
const writable = ({ workspace }: ActionContext): boolean => workspace.state.get().project?.readOnly === null;

const toggle = (pane: Exclude<SidePane, "beside">, key: string): Action => ({
  id: `toggle-${pane}`,
  title: message(`actions.toggle-${pane}`),
  group: "view",
  keys: [key],
  enabled: inProject,
  run: ({ ui }) => setPaneShown(ui, pane, !isPaneShown(ui.get(), pane)),
});

/** Shows a view of the sidebar and gives it the keyboard. */
const viewActions: readonly Action[] = sidebarViews.map(({ id, key }) => ({
  id: `show-${id}`,
  title: commandTitleOf(id),
  group: "view",
  keys: key === null ? [] : [key],
  enabled: inProject,
  run({ ui }) {
    showView(ui, id);
    // React shows the view with the next frame.
    requestAnimationFrame(() => enterPane("sidebar"));
  },
}));

/** Goes to where one was before in the window, or forward again. On a Mac, Alt and the arrows move the caret by words. */
const throughVisits = (
  id: "go-back" | "go-forward",
  direction: 1 | -1,
  key: string,
  keyOnMac: string,
): Action => ({
  id,
  title: message(`actions.${id}`),
  group: "view",
  get keys() {
    return [isMac() ? keyOnMac : key];
  },
  enabled: ({ workspace, ui }) => visitsOf(workspace, ui).next(direction) !== null,
  run: ({ workspace, ui }) => void visitsOf(workspace, ui).go(direction),
});

export const windowActions: readonly Action[] = [
  dialog("palette", message("actions.palette"), "view", ["Mod+k"]),
  dialog("open-project", message("actions.open-project"), "project", ["Mod+o"]),
  dialog("new-project", message("actions.new-project"), "project", []),
  dialog("bring-in", message("actions.bring-in"), "project", ["Mod+i"], writable),
  dialog("watch", message("importing.watch-action"), "project", [], writable),
  dialog("take-in", message("menu.take-in"), "project", [], writable),
  dialog("hand-over", message("menu.hand-over"), "project", [], inProject),
  dialog("feedback", message("feedback.action"), "project", [], inProject),
  { ...dialog("export", message("actions.export"), "project", ["Mod+e"], inProject), anyArticle: true },
  {
    id: "print",
    title: message("actions.print"),
    group: "project",
    keys: ["Mod+p"],
    enabled: inProject,
    run: () => window.print(),
  },
  dialog("save-copy", message("actions.save-copy"), "project", [], inProject),
  dialog("trash", message("trash.open"), "project", [], writable),
  dialog("versions", message("versions.open"), "project", [], inProject),
  dialog("copies", message("outside.copies-action"), "project", [], writable),
  dialog("conflicts", message("outside.conflicts-action"), "project", [], writable),
  dialog("examine", message("doctor.title"), "project", [], inProject),
  dialog("rename-project", message("actions.rename-project"), "project", [], writable),
  dialog("name", message("actions.name"), "project", []),
  dialog("settings", message("actions.settings"), "view", ["Mod+,"]),
  dialog("own-models", message("actions.own-models"), "view", []),
  {
    id: "close-project",
    title: message("actions.close-project"),
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
    title: message("actions.reading-mode"),
    group: "view",
    keys: ["Mod+."],
    enabled: inProject,
    run({ ui }) {
      ui.patch({ reading: !ui.get().reading });
      // What had the keyboard may be gone with the next frame.
      requestAnimationFrame(() => enterPane("article"));
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
  dialog("keys", message("actions.keys"), "view", ["?"]),
];
