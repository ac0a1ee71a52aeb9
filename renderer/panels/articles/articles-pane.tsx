// The articles of the project that fit the filter, each with its state and how much is marked in it.

import { Plus, StickyNote } from "lucide-react";
import { type RefObject, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { ListLayout, Virtualizer } from "react-aria-components/Virtualizer";
import type { ArticleSummary } from "../../../shared/api/contract.ts";
import { articleNoteOf, articleStateOf } from "../../../shared/model/article-state.ts";
import type { Id } from "../../../shared/model/id.ts";
import { keyboardOf } from "../../actions/keyboard.ts";
import { middleButton, openTab } from "../../actions/tabs.ts";
import { combinationOf, isMac } from "../../lib/key-combination.ts";
import { createStore, type ReadableStore, useStore } from "../../lib/store.ts";
import type { SessionState } from "../../state/session/session.ts";
import { IconButton } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import type { MenuPlace } from "../action-menu.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import type { SidebarView, ViewProps } from "../sidebar-view.ts";
import { useKeyboard } from "../use-keyboard.ts";
import { ArticleRowMenu, runOnArticle } from "./article-commands.tsx";
import { ArticleFilters } from "./article-filters.tsx";
import { ArticleTags } from "./article-tags.tsx";
import { StateMark } from "./state-mark.tsx";
import { useListedArticles } from "./use-listed-articles.ts";

/** CSS pixels that a row is taken to be high until it has been drawn: its title in two lines, and no tags. */
const usualRowSize = 67;

function ArticlesPane({ project }: ViewProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const { articles, current } = useStore(workspace.state, ({ articles, session }) => ({
    articles,
    current: session?.article.id ?? null,
  }));
  const listing = useListedArticles(false);
  const shownArticles = useMemo(() => listing.shown.map(({ summary }) => summary), [listing.shown]);
  const [layout] = useState(() => new ListLayout<ArticleSummary>({ estimatedRowSize: usualRowSize }));
  const list = useCurrentInView(current, shownArticles, layout);
  const [menu, setMenu] = useState<RowMenu | null>(null);
  const menuArticle = articles.find(({ id }) => id === menu?.article);
  useRowKeys(list, setMenu);
  if (articles.length === 0) return <p className="pane-empty quiet">{say("articles.none")}</p>;
  return (
    <>
      <div className="article-list-head">
        <ArticleFilters listing={listing} />
        {!project.readOnly && <ImportButton />}
      </div>
      <Virtualizer layout={layout} shouldObserveItemSize>
        <ListBox
          ref={list}
          aria-label={say("articles.articles")}
          className="article-list"
          data-pane-start
          items={shownArticles}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={current === null ? [] : [current]}
          renderEmptyState={() => (
            <p className="pane-empty quiet">
              {say(listing.isKnown ? "articles.none-fits" : "progress.reading")}
            </p>
          )}
          onSelectionChange={(keys) => {
            const [chosen] = keys === "all" ? [] : keys;
            if (chosen !== undefined && chosen !== current) void workspace.openArticle(String(chosen));
          }}
        >
          {(article) => (
            <ArticleRow article={article} onMenu={(place) => setMenu({ article: article.id, place })} />
          )}
        </ListBox>
      </Virtualizer>
      {menuArticle && menu && (
        <ArticleRowMenu article={menuArticle} place={menu.place} onClose={() => setMenu(null)} />
      )}
    </>
  );
}

interface RowMenu {
  readonly article: Id;
  readonly place: MenuPlace;
}

/** The keys of a row that lists do not know of themselves: that of menus, and that of renaming. */
function useRowKeys(list: RefObject<HTMLDivElement | null>, onMenu: (menu: RowMenu) => void): void {
  const panels = usePanels();
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-key]") : null;
    const article = row?.dataset.key;
    if (!row || article === undefined) return;
    const combination = combinationOf(event, isMac());
    const { left, bottom } = row.getBoundingClientRect();
    if (menuKeys.includes(combination)) onMenu({ article, place: { left: left + 16, top: bottom } });
    else if (keyboardOf(panels).keysOf("rename-article").includes(combination))
      void runOnArticle(panels, "rename-article", article);
    else if (keyboardOf(panels).keysOf("toggle-beside").includes(combination))
      void runOnArticle(panels, "open-beside", article);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const box = list.current;
    if (!box) return;
    const listener = (event: KeyboardEvent): void => onKey(event);
    box.addEventListener("keydown", listener);
    return () => box.removeEventListener("keydown", listener);
  });
}

const menuKeys: readonly string[] = ["ContextMenu", "Shift+F10"];

/** For the list, whose rows are as high as their words. Where its row is in view nothing moves. */
function useCurrentInView(
  current: Id | null,
  shown: readonly { readonly id: Id }[],
  layout: ListLayout<ArticleSummary>,
): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const show = useEffectEvent((): void => {
    const box = list.current;
    const row = current === null ? null : layout.getLayoutInfo(current)?.rect;
    if (!box || !row) return;
    const isInView = row.y >= box.scrollTop && row.maxY <= box.scrollTop + box.clientHeight;
    if (!isInView) box.scrollTop = row.y - (box.clientHeight - row.height) / 2;
  });
  const isListed = current !== null && shown.some(({ id }) => id === current);
  useEffect(() => {
    if (current === null || !isListed) return;
    // The list has its new height with the next frame.
    const frame = requestAnimationFrame(show);
    return () => cancelAnimationFrame(frame);
  }, [current, isListed]);
  return list;
}

interface RowProps {
  readonly article: ArticleSummary;
  onMenu(place: MenuPlace): void;
}

/** One article in the list: its title, its state, how much is marked in it and up to where. The article on the screen counts as it changes. */
function ArticleRow({ article, onMenu }: RowProps) {
  const panels = usePanels();
  const session = useSession();
  const { say, percent } = useWords();
  const isCurrent = session?.article.id === article.id;
  const live = useStore(isCurrent ? session.shown : noSession, (value) => {
    if (!value) return null;
    const { set } = value.annotations;
    return {
      spans: value.spanOrder.length,
      attributions: value.cardOrder.length,
      state: articleStateOf(set),
      hasNote: articleNoteOf(set) !== "",
    };
  });
  const { spans, attributions, state, hasNote } = live ?? article;
  const share = shareOf({ ...article, state });
  const counts =
    spans === 0 ? say("articles.nothing-marked") : say("articles.counts", { spans, cards: attributions });
  const stateWords = say(`articles.state-${state}`);
  return (
    <ListBoxItem
      id={article.id}
      className="article-row"
      onAuxClick={({ button }) => {
        if (button === middleButton) openTab(panels, article.id);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu({ left: event.clientX, top: event.clientY });
      }}
      textValue={`${plainText(article.title)}, ${stateWords}`}
    >
      <span className="article-row-title">
        <StateMark state={state} />
        <span className="cut-after-two">
          <OutsideText>{article.title}</OutsideText>
        </span>
        {hasNote && <StickyNote size={12} aria-hidden className="article-row-note" />}
      </span>
      <span className="article-row-counts">
        <span className="visually-hidden">
          {stateWords}, {hasNote && say("articles.has-note")}{" "}
        </span>
        <span className="cut">{counts}</span>
        {share > 0 && (
          <span className="article-row-share" title={say("articles.marked-up-to", { share: percent(share) })}>
            <span className="share-track">
              <span className="share" style={{ inlineSize: `${share * 100}%` }} />
            </span>
          </span>
        )}
      </span>
      <ArticleTags tags={article.tags} />
    </ListBoxItem>
  );
}

/** How far down the text the marks reach; all of it for what is done. */
function shareOf({ state, markedTo, length }: Pick<ArticleSummary, "state" | "markedTo" | "length">): number {
  if (state === "done") return 1;
  return length === 0 ? 0 : markedTo / length;
}

/** Stands in where no session is, so that a component can always subscribe. */
const noSession: ReadableStore<SessionState | null> = createStore<SessionState | null>(null);

function ImportButton() {
  const { ui } = usePanels();
  const { say } = useWords();
  const { keysOf } = useKeyboard();
  return (
    <IconButton
      label={say("articles.bring-in-one")}
      keys={keysOf("bring-in")}
      onPress={() => ui.patch({ dialog: "bring-in" })}
    >
      <Plus size={16} aria-hidden />
    </IconButton>
  );
}

export const articlesView: SidebarView = {
  Body: ArticlesPane,
  useCount: () => useStore(usePanels().workspace.state, ({ articles }) => articles.length),
};
