// The tabs over the article: the articles that are open, once there are several.
import { X } from "lucide-react";
import type { Id } from "../../../shared/model/id.ts";
import { enterPane } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import { deskOf } from "../../state/window/desk.ts";
import { IconButton, Press } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useTabStrip } from "../../ui/use-tab-strip.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { useKeyboard } from "../use-keyboard.ts";
import "../../styles/tabs.css";

export function ArticleTabs() {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const tabs = useStore(deskOf(workspace, ui).state, (state) => state.tabs);
  const articles = useStore(workspace.state, (state) => state.articles);
  const current = useSession()?.article.id ?? "";
  const strip = useTabStrip<HTMLUListElement>(tabs.indexOf(current));
  if (tabs.length < 2) return null;
  const titles = new Map(articles.map(({ id, title }) => [id, title]));
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

const middleButton = 1;

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
