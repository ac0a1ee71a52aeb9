// Showing the pages that take the place of the article, and going back to it.
import { message } from "../../shared/words/message.ts";
import { railPages } from "../state/window/pages.ts";
import { showPage } from "../state/window/ui-state.ts";
import type { Action } from "./action.ts";
import { enterPane } from "./panes.ts";

export const pageActions: readonly Action[] = [
  ...railPages.map(
    ({ id, title }, at): Action => ({
      id: `show-${id}`,
      title: message("actions.show-page", { page: title }),
      group: "view",
      keys: [`Mod+Alt+${at + 1}`],
      enabled: ({ workspace }) => workspace.state.get().project !== null,
      run({ ui }) {
        showPage(ui, id);
        // React shows the page with the next frame.
        requestAnimationFrame(() => enterPane("page"));
      },
    }),
  ),
  {
    id: "leave-page",
    title: message("actions.leave-page"),
    group: "review",
    keys: ["Escape"],
    on: "pages",
    enabled: ({ ui }) => ui.get().page !== null,
    run({ ui }) {
      ui.patch({ page: null });
      requestAnimationFrame(() => enterPane("article"));
    },
  },
];
