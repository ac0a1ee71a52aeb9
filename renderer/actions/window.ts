// The project and the window: bringing in, exporting, panes, the list of keys.
import { sidebarViews } from "../state/sidebar-views.ts";
import { type Dialog, showView } from "../state/ui-state.ts";
import type { Action, ActionContext, ActionGroup } from "./action.ts";
import { enterPane } from "./panes.ts";

const dialog = (
  id: Dialog,
  title: string,
  group: ActionGroup,
  keys: readonly string[],
  enabled: (context: ActionContext) => boolean = () => true,
): Action => ({ id, title, group, keys, enabled, run: ({ ui }) => ui.patch({ dialog: id }) });

const inProject = ({ workspace }: ActionContext): boolean => workspace.state.get().project !== null;
const writable = ({ workspace }: ActionContext): boolean => workspace.state.get().project?.readOnly === null;

const toggle = (pane: "sidebarShown" | "cardsShown", id: string, title: string, key: string): Action => ({
  id,
  title,
  group: "View",
  keys: [key],
  enabled: inProject,
  run: ({ ui }) => ui.patch({ [pane]: !ui.get()[pane] }),
});

/** Shows a view of the sidebar and gives it the keyboard. */
const viewActions: readonly Action[] = sidebarViews.map(({ id, title }, at) => ({
  id: `show-${id}`,
  title: `Show the sidebar: ${title.toLowerCase()}`,
  group: "View",
  keys: [`Mod+${at + 1}`],
  enabled: inProject,
  run({ ui }) {
    showView(ui, id);
    // React shows the view with the next frame.
    requestAnimationFrame(() => enterPane("sidebar"));
  },
}));

export const windowActions: readonly Action[] = [
  dialog("open-project", "Open a project", "Project", ["Mod+o"]),
  dialog("bring-in", "Bring an article in", "Project", ["Mod+i"], writable),
  dialog("export", "Export annotated JSON", "Project", ["Mod+e"], inProject),
  ...viewActions,
  toggle("sidebarShown", "toggle-sidebar", "Show or hide the sidebar", "Mod+b"),
  toggle("cardsShown", "toggle-cards", "Show or hide the cards", "Mod+Alt+b"),
  dialog("keys", "Show all keys", "View", ["?"]),
];
