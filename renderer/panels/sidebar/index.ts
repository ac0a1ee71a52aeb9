// The registry of the sidebar's views: one line a view here, and one in `state/window/sidebar-views.ts` for its place, title
// and key.
import type { SidebarViewId } from "../../state/window/sidebar-views.ts";
import { articlesView } from "../articles/articles-pane.tsx";
import { cardsView } from "../card-list/card-list-view.tsx";
import { checksView } from "../checks/checks-pane.tsx";
import { entitiesView } from "../entities/entities-pane.tsx";
import { findView } from "../find/find-pane.tsx";
import { historyView } from "../history/history-pane.tsx";
import { orphansView } from "../orphans/orphans-pane.tsx";
import type { SidebarView } from "../sidebar-view.ts";
import { suggestionsView } from "../suggestions/suggestions-pane.tsx";
import { guidelineView } from "../tagset/guideline-view.tsx";
import { talkView } from "../talk/talk-pane.tsx";

export const views: Readonly<Record<SidebarViewId, SidebarView>> = {
  articles: articlesView,
  cards: cardsView,
  checks: checksView,
  find: findView,
  entities: entitiesView,
  guideline: guidelineView,
  history: historyView,
  talk: talkView,
  suggestions: suggestionsView,
  orphans: orphansView,
};
