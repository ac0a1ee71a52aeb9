// The page of an open project: the sidebar on the left, the article in the middle, its cards on the right.
import type { OpenProject } from "../../../shared/api/contract.ts";
import { useStore } from "../../state/store.ts";
import { usePanels, useSession } from "../app-context.tsx";
import { DropTarget } from "../articles/drop-target.tsx";
import { CardsPane } from "../cards/cards-pane.tsx";
import { Rail } from "../sidebar/rail.tsx";
import { Sidebar } from "../sidebar/sidebar.tsx";
import { SpanPanel } from "../span/span-panel.tsx";
import { Alerts } from "./alerts.tsx";
import { ArticlePane } from "./article-pane.tsx";
import { StatusLine } from "./status-line.tsx";
import { TopBar } from "./top-bar.tsx";

export function Workbench({ project }: { readonly project: OpenProject }) {
  const { ui } = usePanels();
  const session = useSession();
  const { sidebarShown, cardsShown } = useStore(ui, (state) => state);
  const right = cardsShown && session !== null;
  return (
    <div className="workbench">
      <TopBar project={project} />
      <DropTarget />
      <Alerts />
      <div className="panes">
        <Rail />
        {sidebarShown && <Sidebar project={project} />}
        <main className="middle" aria-label="Article">
          <ArticlePane key={session?.article.id} session={session} project={project} />
        </main>
        {right && (
          <aside className="side right" aria-label="Annotations">
            <SpanPanel session={session} />
            <CardsPane key={session.article.id} session={session} />
          </aside>
        )}
      </div>
      <StatusLine project={project} session={session} />
    </div>
  );
}
