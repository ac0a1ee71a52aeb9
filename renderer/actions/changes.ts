// Comparing two versions of the article on the screen: choosing a fresh copy, walking the changes, and how they are shown.
import { changesIn, comparingVersionsOf } from "../state/review/comparing-versions.ts";
import { showPage } from "../state/window/ui-state.ts";
import type { ActionEntry } from "./action.ts";
import { enterPaneOnceShown } from "./panes.ts";

const step = (direction: 1 | -1, keys: readonly string[]): ActionEntry => {
  const id = direction === 1 ? "next-change" : "previous-change";
  return {
    id,
    group: "review",
    keys,
    scope: "changes",
    enabled: ({ workspace }) => changesIn(comparingVersionsOf(workspace).state.get()).length > 0,
    run: ({ workspace }) => comparingVersionsOf(workspace).step(direction),
  };
};

export const versionChangeActions: readonly ActionEntry[] = [
  step(1, ["j", "n"]),
  step(-1, ["k", "p"]),
  {
    id: "changes-columns",
    group: "review",
    keys: ["c"],
    scope: "changes",
    enabled: ({ workspace }) => comparingVersionsOf(workspace).state.get().comparison !== null,
    run({ workspace }) {
      const comparing = comparingVersionsOf(workspace);
      comparing.setColumns(!comparing.state.get().columns);
    },
  },
  {
    id: "show-revisions",
    group: "project",
    keys: ["Alt+v"],
    enabled: ({ workspace }) => workspace.state.get().session !== null,
    run({ workspace, ui }) {
      comparingVersionsOf(workspace).putAway();
      showPage(ui, "changes");
      enterPaneOnceShown("page");
    },
  },
  {
    id: "compare-with-copy",
    group: "project",
    keys: [],
    enabled: ({ workspace }) => workspace.state.get().session !== null,
    run: ({ ui }) => ui.patch({ dialog: "fresh-copy" }),
  },
];
