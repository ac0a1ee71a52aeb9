// The page of an open project: the sidebar on the left, the article in the middle, its cards on the right; or, while reading,
// the article alone.

import { X } from "lucide-react";
import { useEffect } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { type Store, useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { sessionKey } from "../../state/session/session-key.ts";
import type { UiState } from "../../state/window/ui-state.ts";
import { IconButton } from "../../ui/button.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { useArticleTitle, usePanels, useSession } from "../app-context.tsx";
import { DropTarget } from "../articles/drop-target.tsx";
import { BesidePane } from "../beside/beside-pane.tsx";
import { Inspector } from "../inspector/inspector.tsx";
import { PagePlace } from "../pages/page-place.tsx";
import { Rail, Sidebar } from "../sidebar/sidebar.tsx";
import { Alerts } from "./alerts.tsx";
import { ArticlePane } from "./article-pane.tsx";
import { ArticleTabs } from "./article-tabs.tsx";
import { NoticePlace } from "./notice-line.tsx";
import { Panes } from "./panes.tsx";
import { ReportPlace } from "./report-place.tsx";
import { SaveStatusLine } from "./save-status-line.tsx";
import { StatusLine } from "./status-line.tsx";
import { TopBar } from "./top-bar.tsx";

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
        {!reading && <Rail project={project} />}
        {page !== null ? (
          <PagePlace key={page} page={page} project={project} />
        ) : (
          <Panes
            sidebar={<Sidebar project={project} />}
            article={
              <main className="article-place" aria-label={say("workbench.article")}>
                {!reading && <ArticleTabs />}
                {/* The view is made anew for another session or language, and so is all that follows it. */}
                <ArticlePane
                  key={session && `${sessionKey(session)} ${language}`}
                  session={session}
                  project={project}
                />
              </main>
            }
            beside={<BesidePane />}
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
      {reading ? <ReadingBar session={session} /> : <StatusLine session={session} />}
    </div>
  );
}

const narrow = "(max-width: 1000px)";
/** Two texts, each wide enough to be read, leave no room for the cards. */
const tight = "(max-width: 1500px)";

/** `article`: the one on the screen; another one is to be seen, so what lies over it goes. */
function useNarrow(ui: Store<UiState>, article: string | null): void {
  useEffect(() => {
    const narrowRoom = matchMedia(narrow);
    const tightRoom = matchMedia(tight);
    const follow = (): void =>
      ui.patch({ narrow: narrowRoom.matches, tight: tightRoom.matches, drawer: null });
    follow();
    const stop = new AbortController();
    for (const room of [narrowRoom, tightRoom])
      room.addEventListener("change", follow, { signal: stop.signal });
    return () => stop.abort();
  }, [ui]);
  useEffect(() => {
    if (article !== null) ui.patch({ drawer: null });
  }, [ui, article]);
}

/** What stays of the bars while only the article is shown: whether everything is saved, what was refused, and the way back. */
function ReadingBar({ session }: { readonly session: Session | null }) {
  const { ui } = usePanels();
  const { say } = useWords();
  const title = useArticleTitle();
  return (
    <section className="reading-bar" aria-label={say("workbench.reading")}>
      {title !== null && <h1 className="visually-hidden">{plainText(title)}</h1>}
      {session && <NoticePlace session={session} />}
      {session && <SaveStatusLine session={session} />}
      <IconButton label={say("workbench.leave-reading")} onPress={() => ui.patch({ reading: false })}>
        <X size={16} aria-hidden />
      </IconButton>
    </section>
  );
}
