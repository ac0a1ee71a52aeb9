// The bookmarks of the project, in the order of its articles: each leads back, and can be removed.
import { FileText, Quote, UserRound, X } from "lucide-react";
import { Button, GridList, GridListItem } from "react-aria-components";
import type { Bookmark } from "../../../shared/api/desk.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { bookmarksInOrder, bookmarkTitle, goToBookmark } from "../../actions/bookmarks.ts";
import { isMac, readableKeys } from "../../lib/key-combination.ts";
import { useStore } from "../../lib/store.ts";
import { deskOf } from "../../state/window/desk.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { SidebarView } from "../sidebar-view.ts";
import { useKeyboard } from "../use-keyboard.ts";
import "../../styles/bookmarks.css";

/** Code units of a bookmark's words that a row shows. */
const longest = 160;

function BookmarksPane() {
  const panels = usePanels();
  const { workspace, ui } = panels;
  const words = useWords();
  const { say } = words;
  const { keysOf } = useKeyboard();
  useStore(deskOf(workspace, ui).state, (state) => state.bookmarks);
  useStore(workspace.state, ({ articles, entities }) => [articles, entities]);
  const bookmarks = bookmarksInOrder(panels);
  const [key = ""] = keysOf("toggle-bookmark");
  if (bookmarks.length === 0)
    return (
      <div className="pane-empty">
        <p>{say("bookmarks.none")}</p>
        <p className="quiet">
          {say("bookmarks.none-about", { keys: readableKeys(key, isMac(), words).join("+") })}
        </p>
      </div>
    );
  return (
    <GridList
      aria-label={say("bookmarks.list")}
      className="bookmark-list"
      data-pane-start
      items={bookmarks}
      selectionMode="none"
      onAction={(id) => {
        const bookmark = bookmarks.find((one) => one.id === id);
        if (bookmark) void goToBookmark(panels, bookmark);
      }}
    >
      {(bookmark) => <BookmarkRow bookmark={bookmark} />}
    </GridList>
  );
}

function BookmarkRow({ bookmark }: { readonly bookmark: Bookmark }) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const articles = useStore(workspace.state, (state) => state.articles);
  const title = shortened(bookmarkTitle(workspace, bookmark) ?? "", longest);
  const isWords = bookmark.kind === "article" && bookmark.segment !== null;
  const Picture = bookmark.kind === "entity" ? UserRound : isWords ? Quote : FileText;
  const articleTitle =
    bookmark.kind === "article" ? (articles.find(({ id }) => id === bookmark.article)?.title ?? "") : "";
  return (
    <GridListItem id={bookmark.id} className="bookmark-row" textValue={plainText(title)}>
      <Picture size={14} aria-hidden className="bookmark-picture" />
      <span className="bookmark-words">
        <span className="bookmark-title cut-after-two">
          <OutsideText>{title}</OutsideText>
        </span>
        <span className="quiet small cut">
          {bookmark.kind === "entity" && say("bookmarks.entity")}
          {bookmark.kind === "article" &&
            (isWords ? <OutsideText cut>{articleTitle}</OutsideText> : say("bookmarks.whole-article"))}
        </span>
      </span>
      <Button
        className="button quiet-button icon tiny"
        aria-label={say("bookmarks.remove", { title: plainText(title) })}
        data-hint={say("bookmarks.remove", { title: plainText(title) })}
        onPress={() => void deskOf(workspace, ui).toggleBookmark(bookmark)}
      >
        <X size={14} aria-hidden />
      </Button>
    </GridListItem>
  );
}

export const bookmarksView: SidebarView = {
  Body: BookmarksPane,
  useCount: () => {
    const { workspace, ui } = usePanels();
    const count = useStore(deskOf(workspace, ui).state, ({ bookmarks }) => bookmarks.length);
    return count === 0 ? null : count;
  },
};
