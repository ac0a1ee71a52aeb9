// What people say to each other about their annotations, as a view of the sidebar.
import { MessagesSquare } from "lucide-react";
import type { SidebarView } from "../sidebar-view.ts";
import { TalkPane, useWaitingCount } from "./talk-pane.tsx";
import { TalkTools } from "./talk-tools.tsx";

export const talkView: SidebarView = {
  icon: MessagesSquare,
  Body: TalkPane,
  Tools: TalkTools,
  useBadge: useWaitingCount,
};
