// The articles of the project as a view of the sidebar.
import { FileText } from "lucide-react";
import { useStore } from "../../lib/store.ts";
import { usePanels } from "../app-context.tsx";
import type { SidebarView } from "../sidebar-view.ts";
import { ArticleTools } from "./article-tools.tsx";
import { ArticlesPane } from "./articles-pane.tsx";

export const articlesView: SidebarView = {
  icon: FileText,
  Body: ArticlesPane,
  Tools: ArticleTools,
  useCount: () => useStore(usePanels().workspace.state, ({ articles }) => articles.length),
};
