// The page of an open project: the sidebar on the left, the article in the middle, its cards on the right; or, while reading,
// the article alone.
import type { OpenProject } from "../../../shared/api/contract.ts";
import { useStore } from "../../lib/store.ts";
import { sessionKey } from "../../state/session/session-key.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { DropTarget } from "../articles/drop-target.tsx";
import { Inspector } from "../inspector/inspector.tsx";
import { PagePlace } from "../pages/page-place.tsx";
import { Rail } from "../sidebar/rail.tsx";
import { Sidebar } from "../sidebar/sidebar.tsx";
import { Alerts } from "./alerts.tsx";
import { ArticlePane } from "./article-pane.tsx";
import { Panes } from "./panes.tsx";
import { ReadingBar } from "./reading-bar.tsx";
import { ReportPlace } from "./report-place.tsx";
import { StatusLine } from "./status-line.tsx";
import { TopBar } from "./top-bar.tsx";
import { useNarrow } from "./use-narrow.ts";

export function Workbench({ project }: { readonly project: OpenProject }) {
  const { ui } = usePanels();
  const session = useSession();
  const { say, language } = useWords();
  const { reading, page } = useStore(ui, (state) => ({ reading: state.reading, page: state.page }));
  useNarrow(ui, session?.article.id ?? null);
  return (
    <div className={reading ? "workbench reading" : "workbench"}>
      {!reading && <TopBar project={project} />}
      <DropTarget />
      <Alerts />
      <div className="middle">
        {!reading && <Rail />}
        {page !== null ? (
          <PagePlace key={page} page={page} project={project} />
        ) : (
          <Panes
            sidebar={<Sidebar project={project} />}
            article={
              <main className="article-place" aria-label={say("workbench.article")}>
                {/* The view is made anew for another session or language, and so is all that follows it. */}
                <ArticlePane
                  key={session && `${sessionKey(session)} ${language}`}
                  session={session}
                  project={project}
                />
              </main>
            }
            cards={
              session && (
                <aside className="side right" aria-label={say("workbench.annotations")}>
                  <Inspector key={sessionKey(session)} session={session} />
                </aside>
              )
            }
          />
        )}
      </div>
      <ReportPlace />
      {reading ? <ReadingBar session={session} /> : <StatusLine project={project} session={session} />}
    </div>
  );
}
