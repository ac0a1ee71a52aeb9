// Does what is chosen in the desktop's menu, by the same actions as keys and palette.
import { runAction } from "../actions/keyboard.ts";
import type { Panels } from "./app-context.tsx";

/** Actions by the ids of `main/hosts/electron/menu.ts`. */
const actions = new Map<string, string>([
  ["new", "new-project"],
  ["open", "open-project"],
  ["bring-in", "bring-in"],
  ["export", "export"],
  ["take-in", "take-in"],
  ["hand-over", "hand-over"],
  ["guide", "show-guide"],
  ["save-report", "save-report"],
  ["about-sayso", "about-sayso"],
]);

/** The ids that are understood. */
export const desktopCommands: readonly string[] = [...actions.keys()];

/** Listens until the returned function is called. What cannot be done just now is not done. */
export function obeyDesktopMenu(panels: Panels): () => void {
  return panels.workspace.client.subscribe((event) => {
    if (event.type === "command") runAction(panels, actions.get(event.id) ?? "");
  });
}
