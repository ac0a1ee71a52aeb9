// Runs what was chosen in a menu or dialog after that has closed.
import { runAction } from "../actions/keyboard.ts";
import type { Panels } from "./app-context.tsx";

/** Runs this once the dialog or menu is gone and the keyboard is where it was before. */
export function later(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}

/** Runs an action so; some depend on where the keyboard is. */
export const runLater = (panels: Panels, id: string): void => later(() => runAction(panels, id));
