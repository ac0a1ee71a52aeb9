// The articles of the project: found by their titles, each with its state and how much is marked in it.
import { useMemo, useState } from "react";
import { ListBox } from "react-aria-components";
import { ListLayout, Virtualizer } from "react-aria-components/Virtualizer";
import { listArticles } from "../../actions/article-list.ts";
import { useStore } from "../../lib/store.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ArticleRow } from "./article-row.tsx";
import { useCurrentInView } from "./use-current-in-view.ts";

/** CSS pixels that a row is high. */
const rowSizes = { comfortable: 56, compact: 46 } as const;

export function ArticlesPane() {
  const { workspace } = usePanels();
  const { say, compare } = useWords();
  const [typed, setTyped] = useState("");
  const { articles, current, listing, density } = useStore(
    workspace.state,
    ({ articles, session, settings }) => ({
      articles,
      current: session?.article.id ?? null,
      listing: settings.articleListing,
      density: settings.looks.density,
    }),
  );
  const shownArticles = useMemo(
    () => listArticles(articles, { ...listing, typed, compare }),
    [articles, listing, typed, compare],
  );
  const rowSize = rowSizes[density];
  const list = useCurrentInView(current, shownArticles, rowSize);
  if (articles.length === 0) return <p className="pane-empty quiet">{say("articles.none")}</p>;
  return (
    <>
      <div className="pane-search">
        <SearchField label={say("articles.find")} value={typed} onChange={setTyped} />
      </div>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize }}>
        <ListBox
          ref={list}
          aria-label={say("articles.articles")}
          className="article-list"
          data-pane-start
          items={shownArticles}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={current === null ? [] : [current]}
          renderEmptyState={() => <p className="pane-empty quiet">{say("articles.none-fits")}</p>}
          onSelectionChange={(keys) => {
            const [chosen] = keys === "all" ? [] : keys;
            if (chosen !== undefined && chosen !== current) void workspace.openArticle(String(chosen));
          }}
        >
          {(article) => <ArticleRow article={article} />}
        </ListBox>
      </Virtualizer>
    </>
  );
}
