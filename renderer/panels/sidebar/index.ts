// The registry of the sidebar's views: one line a view here, and one in `state/window/sidebar-views.ts` for its place, title
// and key.
import type { SidebarViewId } from "../../state/window/sidebar-views.ts";
import { articlesView } from "../articles/articles-view.ts";
import { cardsView } from "../card-list/cards-view.ts";
import { checksView } from "../checks/checks-view.ts";
import { entitiesView } from "../entities/entities-view.ts";
import { findView } from "../find/find-view.ts";
import { historyView } from "../history/history-view.ts";
import { orphansView } from "../orphans/orphans-view.ts";
import type { SidebarView } from "../sidebar-view.ts";
import { suggestionsView } from "../suggestions/suggestions-view.ts";
import { guidelineView } from "../tagset/guideline-view.tsx";
import { talkView } from "../talk/talk-view.ts";

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
