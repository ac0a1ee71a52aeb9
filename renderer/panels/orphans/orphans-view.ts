// The marks of the article that lost their place, as a view of the sidebar.
import { MapPinOff } from "lucide-react";
import { useSession } from "../app-context.tsx";
import type { SidebarView } from "../sidebar-view.ts";
import { OrphansPane } from "./orphans-pane.tsx";
import { useWaitingOrphans } from "./use-orphans.ts";

function useCount(): number | null {
  const count = useWaitingOrphans(useSession());
  return count === 0 ? null : count;
}

export const orphansView: SidebarView = { icon: MapPinOff, Body: OrphansPane, useCount, useBadge: useCount };
