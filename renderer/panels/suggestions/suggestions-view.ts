// What is suggested for the article, as a view of the sidebar.
import { Sparkles } from "lucide-react";
import type { SidebarView } from "../sidebar-view.ts";
import { SuggestionsPane } from "./suggestions-pane.tsx";
import { useSuggestionCount } from "./use-suggestions.ts";

export const suggestionsView: SidebarView = {
  icon: Sparkles,
  Body: SuggestionsPane,
  useCount: useSuggestionCount,
};
