// The registry of entities as a view of the sidebar.
import { UsersRound } from "lucide-react";
import { entityGroups } from "../../../shared/model/entity-groups.ts";
import { useStore } from "../../lib/store.ts";
import { usePanels } from "../app-context.tsx";
import type { SidebarView } from "../sidebar-view.ts";
import { EntitiesPane } from "./entities-pane.tsx";

export const entitiesView: SidebarView = {
  icon: UsersRound,
  Body: EntitiesPane,
  useCount: () => useStore(usePanels().workspace.state, ({ entities }) => entityGroups(entities).size),
};
