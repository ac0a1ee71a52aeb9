// The articles of the project: which there are, and how much is marked in each.
import { ListBox } from "react-aria-components";
import { ListLayout, Virtualizer } from "react-aria-components/Virtualizer";
import { useStore } from "../../state/store.ts";
import { usePanels } from "../app-context.tsx";
import { ArticleRow } from "./article-row.tsx";

export function ArticlesPane() {
  const { workspace } = usePanels();
  const { articles, current } = useStore(workspace.state, ({ articles, session }) => ({
    articles,
    current: session?.article.id ?? null,
  }));
  if (articles.length === 0) return <p className="pane-empty quiet">The articles you bring in stand here.</p>;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: 50 }}>
      <ListBox
        aria-label="Articles"
        className="article-list"
        data-pane-start
        items={articles}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={current === null ? [] : [current]}
        onSelectionChange={(keys) => {
          const [chosen] = keys === "all" ? [] : keys;
          if (chosen !== undefined && chosen !== current) void workspace.openArticle(String(chosen));
        }}
      >
        {(article) => <ArticleRow article={article} />}
      </ListBox>
    </Virtualizer>
  );
}
