// The registry of the sidebar's views: one line a view here, and in `state/window/places.ts` its title, its key and its place.
import {
  BookOpen,
  ChartColumn,
  Files,
  FileText,
  GitCompareArrows,
  type LucideIcon,
  Search,
  UsersRound,
} from "lucide-react";
import { type Message, message } from "../../../shared/words/message.ts";
import type { PlaceId, SidebarViewId } from "../../state/window/places.ts";
import { useSession } from "../app-context.tsx";
import { articlesView } from "../articles/articles-pane.tsx";
import { bookmarksView } from "../bookmarks/bookmarks-pane.tsx";
import { cardsView } from "../card-list/card-list-view.tsx";
import { checksView } from "../checks/checks-pane.tsx";
import { anonymousView, entitiesView } from "../entities/entities-pane.tsx";
import { findView } from "../find/find-pane.tsx";
import { historyView } from "../history/history-pane.tsx";
import { orphansView } from "../orphans/orphans-pane.tsx";
import { useWaitingOrphans } from "../orphans/use-orphans.ts";
import type { SidebarView } from "../sidebar-view.ts";
import { uncardedView } from "../suggestions/missed-list.tsx";
import { suggestionsView } from "../suggestions/suggestions-pane.tsx";
import { guidelineView } from "../tagset/guideline-view.tsx";
import { talkView, useWaitingCount } from "../talk/talk-pane.tsx";
import { gapsView, todoView } from "../todo/todo-pane.tsx";

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
  todo: todoView,
  gaps: gapsView,
  uncarded: uncardedView,
  anonymous: anonymousView,
  bookmarks: bookmarksView,
};

/** What the button of a place shows on the rail. */
interface PlaceParts {
  readonly icon: LucideIcon;
  /** What waits for this person there, as a hook. */
  readonly useWaiting?: () => Waiting;
}

/** How much waits, and of what; nothing is shown where it is nothing. */
export interface Waiting {
  readonly count: number;
  readonly says: readonly Message[];
}

export const placeParts: Readonly<Record<PlaceId, PlaceParts>> = {
  articles: { icon: Files },
  article: { icon: FileText, useWaiting: useWaitingInArticle },
  people: { icon: UsersRound },
  insight: { icon: ChartColumn },
  review: { icon: GitCompareArrows },
  find: { icon: Search },
  guideline: { icon: BookOpen },
};

/** Threads that wait for an answer, and marks that wait for a place. */
function useWaitingInArticle(): Waiting {
  const threads = useWaitingCount() ?? 0;
  const marks = useWaitingOrphans(useSession());
  return {
    count: threads + marks,
    says: [
      ...(threads > 0 ? [message("talk.waiting-count", { count: threads })] : []),
      ...(marks > 0 ? [message("orphans.counted", { count: marks })] : []),
    ],
  };
}
