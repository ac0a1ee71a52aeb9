// The articles of the project: which there are, how much is marked in each, and the way to bring in another.
import { Plus } from "lucide-react";
import { ListBox } from "react-aria-components";
import { ListLayout, Virtualizer } from "react-aria-components/Virtualizer";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { useStore } from "../../state/store.ts";
import { IconButton } from "../../ui/button.tsx";
import { usePanels } from "../app-context.tsx";
import { ArticleRow } from "./article-row.tsx";

export function ArticlesPane({ project }: { readonly project: OpenProject }) {
  const { workspace, ui } = usePanels();
  const { articles, current } = useStore(workspace.state, ({ articles, session }) => ({
    articles,
    current: session?.article.id ?? null,
  }));
  return (
    <nav className="side left" aria-label="Articles" data-pane="articles">
      <header className="pane-head">
        <h2 className="pane-title">
          Articles <span className="pane-count">{articles.length}</span>
        </h2>
        {!project.readOnly && (
          <IconButton
            label="Bring in an article"
            keys={["Mod+i"]}
            tiny
            onPress={() => ui.patch({ dialog: "bring-in" })}
          >
            <Plus size={16} aria-hidden />
          </IconButton>
        )}
      </header>
      {articles.length === 0 ? (
        <p className="pane-empty quiet">The articles you bring in stand here.</p>
      ) : (
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
      )}
    </nav>
  );
}
