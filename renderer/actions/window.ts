// The project and the window: bringing in, exporting, panes, the list of keys.
import type { Dialog } from "../state/ui-state.ts";
import type { Action, ActionContext, ActionGroup } from "./action.ts";

const dialog = (
  id: Dialog,
  title: string,
  group: ActionGroup,
  keys: readonly string[],
  enabled: (context: ActionContext) => boolean = () => true,
): Action => ({ id, title, group, keys, enabled, run: ({ ui }) => ui.patch({ dialog: id }) });

const inProject = ({ workspace }: ActionContext): boolean => workspace.state.get().project !== null;
const writable = ({ workspace }: ActionContext): boolean => workspace.state.get().project?.readOnly === null;

const toggle = (pane: "articlesShown" | "cardsShown", id: string, title: string, key: string): Action => ({
  id,
  title,
  group: "View",
  keys: [key],
  enabled: inProject,
  run: ({ ui }) => ui.patch({ [pane]: !ui.get()[pane] }),
});

export const windowActions: readonly Action[] = [
  dialog("open-project", "Open a project", "Project", ["Mod+o"]),
  dialog("bring-in", "Bring an article in", "Project", ["Mod+i"], writable),
  dialog("export", "Export annotated JSON", "Project", ["Mod+e"], inProject),
  toggle("articlesShown", "toggle-articles", "Show or hide the articles", "Mod+b"),
  toggle("cardsShown", "toggle-cards", "Show or hide the cards", "Mod+Alt+b"),
  dialog("keys", "Show all keys", "View", ["?"]),
];
