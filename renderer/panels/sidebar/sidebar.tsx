// The left pane: the view that was chosen on the rail, under its title.
import { memo } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { Text } from "../../../shared/words/message.ts";
import { useStore } from "../../lib/store.ts";
import { type SidebarViewId, sidebarViews } from "../../state/window/sidebar-views.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { SidebarView } from "../sidebar-view.ts";
import { views } from "./index.ts";

export const Sidebar = memo(function Sidebar({ project }: { readonly project: OpenProject }) {
  const id = useStore(usePanels().ui, ({ sidebar }) => sidebar);
  const { Body, Tools, useCount } = views[id];
  const title = useWords().tell(titleOf(id));
  return (
    <nav className="side left" aria-label={title} data-pane="sidebar" data-view={id} tabIndex={-1}>
      <header className="pane-head">
        <h2 className="pane-title">
          {title} {useCount && <Count key={id} useCount={useCount} />}
        </h2>
        {Tools && <Tools project={project} />}
      </header>
      <Body key={id} project={project} />
    </nav>
  );
});

function Count({ useCount }: { readonly useCount: NonNullable<SidebarView["useCount"]> }) {
  const count = useCount();
  const { number } = useWords();
  return count === null ? null : <span className="pane-count">{number(count)}</span>;
}

const titleOf = (id: SidebarViewId): Text => sidebarViews.find((view) => view.id === id)?.title ?? id;
