// The cards of the article as a view of the sidebar.
import { ListTree } from "lucide-react";
import { type ReadableStore, useStore } from "../../lib/store.ts";
import type { SessionState } from "../../state/session/session.ts";
import { useSession } from "../app-context.tsx";
import type { SidebarView } from "../sidebar-view.ts";
import { CardListView } from "./card-list-view.tsx";

const noArticle: ReadableStore<SessionState | null> = { get: () => null, subscribe: () => () => undefined };

export const cardsView: SidebarView = {
  icon: ListTree,
  Body: CardListView,
  useCount: () => useStore(useSession()?.shown ?? noArticle, (state) => state?.cardOrder.length ?? null),
};
