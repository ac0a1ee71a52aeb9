// Finding and tagging all, as a view of the sidebar.
import { Search } from "lucide-react";
import type { SidebarView } from "../sidebar-view.ts";
import { FindPane } from "./find-pane.tsx";
import { useHitCount } from "./use-find.ts";

export const findView: SidebarView = { icon: Search, Body: FindPane, useCount: useHitCount };
