// What was done in the project, as a view of the sidebar.
import { History } from "lucide-react";
import { useStore } from "../../lib/store.ts";
import { usePanels } from "../app-context.tsx";
import type { SidebarView } from "../sidebar-view.ts";
import { HistoryPane } from "./history-pane.tsx";

export const historyView: SidebarView = {
  icon: History,
  Body: HistoryPane,
  useCount: () => useStore(usePanels().workspace.history.shown, ({ history }) => history.done.length),
};
