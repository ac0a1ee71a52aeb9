// The page of an open project: the sidebar on the left, the article in the middle, its cards on the right; or, while reading,
// the article alone.
import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Group, type Layout, Panel, Separator } from "react-resizable-panels";
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { Id } from "../../../shared/model/id.ts";
import { enterPane } from "../../actions/panes.ts";
import { middleButton } from "../../actions/tabs.ts";
import { type Store, useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { sessionKey } from "../../state/session/session-key.ts";
import { deskOf } from "../../state/window/desk.ts";
import { type PageId, standingOf, titleOf } from "../../state/window/places.ts";
import { isPaneShown, type SidePane, setPaneShown, type UiState } from "../../state/window/ui-state.ts";
import { IconButton, Press } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useTabStrip } from "../../ui/use-tab-strip.ts";
import { useWords } from "../../ui/words.tsx";
import { type Panels, useArticleTitle, usePanels, useSession } from "../app-context.tsx";
import { DropTarget } from "../articles/drop-target.tsx";
import { BesidePane } from "../beside/beside-pane.tsx";
import { Inspector } from "../inspector/inspector.tsx";
import { pageParts } from "../pages/index.ts";
import { PlaceTabs, Rail, Sidebar } from "../sidebar/sidebar.tsx";
import { useKeyboard } from "../use-keyboard.ts";
import { useTitles } from "../use-titles.ts";
import { Alerts } from "./alerts.tsx";
import { ArticlePane } from "./article-pane.tsx";
import { NoticePlace } from "./notice-line.tsx";
import { ReportPlace } from "./report-place.tsx";
import { SaveStatusLine, StatusLine } from "./status-line.tsx";
import { TopBar } from "./top-bar.tsx";
import "../../styles/tabs.css";
import "../../styles/pages.css";

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
                <aside className="side right" aria-label={say("workbench.inspector")}>
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

// The tabs over the article: the articles that are open, once there are several.

function ArticleTabs() {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const tabs = useStore(deskOf(workspace, ui).state, (state) => state.tabs);
  const titles = useTitles();
  const current = useSession()?.article.id ?? "";
  const strip = useTabStrip<HTMLUListElement>(tabs.indexOf(current));
  if (tabs.length < 2) return null;
  return (
    <nav className="article-tabs" aria-label={say("tabs.tabs")}>
      <ul {...strip}>
        {tabs.map((article) => (
          <ArticleTab
            key={article}
            article={article}
            title={titles.get(article) ?? ""}
            isCurrent={article === current}
          />
        ))}
      </ul>
    </nav>
  );
}

interface TabProps {
  readonly article: Id;
  readonly title: string;
  readonly isCurrent: boolean;
}

function ArticleTab({ article, title, isCurrent }: TabProps) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const { keysOf } = useKeyboard();
  async function close(): Promise<void> {
    await deskOf(workspace, ui).closeTab(article);
    // The button that was pressed is gone.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) enterPane("article");
    });
  }
  return (
    <li
      className={isCurrent ? "article-tab current" : "article-tab"}
      onMouseDown={(event) => {
        // The browser would begin to scroll.
        if (event.button === middleButton) event.preventDefault();
      }}
      onAuxClick={({ button }) => {
        if (button === middleButton) void close();
      }}
    >
      <Press
        className="article-tab-name"
        aria-current={isCurrent ? "page" : undefined}
        onPress={() => void workspace.openArticle(article)}
      >
        <OutsideText cut>{title}</OutsideText>
      </Press>
      <IconButton
        label={say("tabs.close-named", { title: plainText(title) })}
        keys={isCurrent ? keysOf("close-tab") : []}
        tiny
        onPress={() => void close()}
      >
        <X size={12} aria-hidden />
      </IconButton>
    </li>
  );
}

// The article with the panes beside it, whose edges are moved by mouse or keyboard. In a narrow window a pane lies over the
// article instead.

interface PanesProps {
  readonly sidebar: ReactNode;
  readonly article: ReactNode;
  readonly beside: ReactNode;
  /** `null` where there is nothing to show beside the article. */
  readonly cards: ReactNode | null;
}

/** CSS pixels. A pane that is made smaller than half its least width is put away. */
const bounds = {
  sidebar: { minSize: 180, maxSize: 560 },
  article: { minSize: 340 },
  beside: { minSize: 280, maxSize: 2_000 },
  cards: { minSize: 260, maxSize: 720 },
} as const;

const widths = { sidebar: "sidebarWidth", beside: "besideWidth", cards: "cardsWidth" } as const;

function Panes({ sidebar, article, beside, cards }: PanesProps) {
  const { ui } = usePanels();
  const { narrow, ...shown } = useStore(ui, (state) => ({
    narrow: state.narrow,
    sidebar: isPaneShown(state, "sidebar"),
    beside: isPaneShown(state, "beside"),
    cards: cards !== null && isPaneShown(state, "cards"),
  }));
  const columns = {
    sidebar: shown.sidebar && !narrow,
    beside: shown.beside && !narrow,
    cards: shown.cards && !narrow,
  };
  const group = useRef<HTMLDivElement>(null);

  const paneBeside = (pane: SidePane, content: ReactNode): ReactNode => (
    <Panel
      key={pane}
      id={pane}
      className="pane"
      collapsible
      {...bounds[pane]}
      defaultSize={ui.get()[widths[pane]]}
      groupResizeBehavior={pane === "beside" ? "preserve-relative-size" : "preserve-pixel-size"}
    >
      {content}
    </Panel>
  );
  return (
    <div className="panes">
      <Group
        className="pane-group"
        disableCursor
        elementRef={group}
        onLayoutChanged={(layout, { isUserInteraction }) => {
          if (isUserInteraction && group.current) keepWidths(ui, { layout, group: group.current, columns });
        }}
      >
        {columns.sidebar && paneBeside("sidebar", sidebar)}
        {columns.sidebar && <PaneEdge key="sidebar-edge" pane="sidebar" />}
        <Panel key="article" id="article" className="pane" {...bounds.article}>
          {article}
        </Panel>
        {columns.beside && <PaneEdge key="beside-edge" pane="beside" />}
        {columns.beside && paneBeside("beside", beside)}
        {columns.cards && <PaneEdge key="cards-edge" pane="cards" />}
        {columns.cards && paneBeside("cards", cards)}
      </Group>
      {narrow && shown.sidebar && <Drawer side="left">{sidebar}</Drawer>}
      {narrow && shown.cards && <Drawer side="right">{cards}</Drawer>}
      {narrow && shown.beside && <Drawer side="right">{beside}</Drawer>}
    </div>
  );
}

function PaneEdge({ pane }: { readonly pane: SidePane }) {
  const { say } = useWords();
  return <Separator className="pane-edge" disableDoubleClick title={say(`workbench.${pane}-width`)} />;
}

interface MovedEdges {
  readonly layout: Layout;
  readonly group: HTMLElement;
  readonly columns: Readonly<Record<SidePane, boolean>>;
}

/** What a person made of the widths. Those that follow from the window's size are not theirs. */
function keepWidths(ui: Panels["ui"], { layout, group, columns }: MovedEdges): void {
  // The edges take their pixel each; the shares are of what is left.
  const room = group.clientWidth - group.querySelectorAll("[role=separator]").length;
  for (const pane of ["sidebar", "beside", "cards"] as const) {
    const share = layout[pane];
    if (share === 0) setPaneShown(ui, pane, false);
    else if (share !== undefined && columns[pane])
      ui.patch({ [widths[pane]]: Math.round((share / 100) * room) });
  }
}

/** A pane over the article. Escape closes it from wherever the keyboard is in it; a field with words is emptied first. */
function Drawer({ side, children }: { readonly side: "left" | "right"; readonly children: ReactNode }) {
  const { ui } = usePanels();
  return (
    <div
      className={`drawer ${side}`}
      onKeyDownCapture={(event) => {
        const isTyping = event.target instanceof HTMLInputElement && event.target.value !== "";
        if (event.key !== "Escape" || isTyping) return;
        event.stopPropagation();
        ui.patch({ drawer: null });
        enterPane("article");
      }}
    >
      {children}
    </div>
  );
}

// The place of the article while a page stands there.

interface PagePlaceProps {
  readonly page: PageId;
  readonly project: OpenProject;
}

function PagePlace({ page, project }: PagePlaceProps) {
  const { tell } = useWords();
  const { Body } = pageParts[page];
  return (
    <main className="page-place" aria-label={tell(titleOf(page))}>
      {standingOf(page) && (
        <header className="page-head">
          <PlaceTabs shown={page} />
        </header>
      )}
      <Body project={project} />
    </main>
  );
}
