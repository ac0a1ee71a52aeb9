// What the checks found, as a view of the sidebar.
import { ListChecks } from "lucide-react";
import type { SidebarView } from "../sidebar-view.ts";
import { ChecksPane } from "./checks-pane.tsx";
import { useFindingCount } from "./use-checks.ts";

export const checksView: SidebarView = { icon: ListChecks, Body: ChecksPane, useCount: useFindingCount };
