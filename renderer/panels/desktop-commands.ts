// Does what is chosen in the desktop's menu; the ids are those of `main/hosts/electron/menu.ts`.
import type { Panels } from "./app-context.tsx";
import { chooseProject } from "./opening.ts";

const commands = new Map<string, (panels: Panels) => void>([
  ["new", ({ ui }) => ui.patch({ dialog: "new-project" })],
  ["open", (panels) => void chooseProject(panels)],
  ["bring-in", ({ ui, workspace }) => isWritable(workspace) && ui.patch({ dialog: "bring-in" })],
  ["export", ({ ui, workspace }) => workspace.state.get().project && ui.patch({ dialog: "export" })],
]);

/** The ids that are understood. */
export const desktopCommands: readonly string[] = [...commands.keys()];

/** Listens until the returned function is called. */
export function obeyDesktopMenu(panels: Panels): () => void {
  return panels.workspace.client.subscribe((event) => {
    if (event.type === "command") commands.get(event.id)?.(panels);
  });
}

function isWritable({ state }: Panels["workspace"]): boolean {
  const { project } = state.get();
  return project !== null && project.readOnly === null;
}
