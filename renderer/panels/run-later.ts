// Doing something that was chosen in what lies over the page, once that is gone.
import { keyboardOf } from "../actions/keyboard.ts";
import type { Panels } from "./app-context.tsx";

/** Runs an action once the dialog or menu is gone and the keyboard is where it was before: some actions depend on that. */
export function runLater(panels: Panels, id: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const action = keyboardOf(panels).action(id);
      if (action?.enabled(panels)) action.run(panels);
    }),
  );
}
