// The left edge of the window: the rail, with one button a view, and the view that was chosen on it, under its title.
import type { LucideIcon } from "lucide-react";
import { memo } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { Text } from "../../../shared/words/message.ts";
import { useStore } from "../../lib/store.ts";
import { type PageId, railPages } from "../../state/window/pages.ts";
import { type SidebarViewId, sidebarViews } from "../../state/window/sidebar-views.ts";
import { isPaneShown, setPaneShown, showPage, showView } from "../../state/window/ui-state.ts";
import { Hint } from "../../ui/hint.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { pageParts } from "../pages/index.ts";
import type { SidebarView } from "../sidebar-view.ts";
import { useKeyboard } from "../use-keyboard.ts";
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

// The rail at the left edge: one button a view, and below them one a page. Pressing the one that is shown puts it away.

/** Not drawn again with each article that is opened: its sixteen buttons are most of the parts of the window. */
export const Rail = memo(function Rail() {
  const { ui } = usePanels();
  const { say, tell } = useWords();
  const { keysOf } = useKeyboard();
  const { shown, page } = useStore(ui, (state) => ({
    shown: isPaneShown(state, "sidebar") ? state.sidebar : null,
    page: state.page,
  }));
  return (
    <nav className="rail" aria-label={say("sidebar.sidebar")}>
      <ToggleButtonGroup
        className="rail-buttons"
        aria-label={say("sidebar.sidebar")}
        orientation="vertical"
        selectionMode="single"
        selectedKeys={shown === null ? [] : [shown]}
        onSelectionChange={(keys) => {
          const chosenView = sidebarViews.find(({ id }) => keys.has(id));
          if (chosenView) showView(ui, chosenView.id);
          else setPaneShown(ui, "sidebar", false);
        }}
      >
        {sidebarViews.map(({ id, title }) => (
          <RailButton
            key={id}
            id={id}
            icon={views[id].icon}
            title={tell(title)}
            keys={keysOf(`show-${id}`)}
            useBadge={views[id].useBadge}
          />
        ))}
      </ToggleButtonGroup>
      <ToggleButtonGroup
        className="rail-buttons rail-pages"
        aria-label={say("sidebar.pages")}
        orientation="vertical"
        selectionMode="single"
        selectedKeys={page === null ? [] : [page]}
        onSelectionChange={(keys) => {
          const chosenPage = railPages.find(({ id }) => keys.has(id));
          if (chosenPage) showPage(ui, chosenPage.id);
          else ui.patch({ page: null });
        }}
      >
        {railPages.map(({ id, title }) => (
          <RailButton
            key={id}
            id={id}
            icon={pageParts[id].icon}
            title={tell(title)}
            keys={keysOf(`show-${id}`)}
          />
        ))}
      </ToggleButtonGroup>
    </nav>
  );
});

interface ButtonProps {
  readonly id: SidebarViewId | PageId;
  readonly icon: LucideIcon;
  readonly title: string;
  readonly keys: readonly string[];
  readonly useBadge?: (() => number | null) | undefined;
}

function RailButton({ id, icon: Icon, title, keys, useBadge }: ButtonProps) {
  return (
    <Hint text={title} keys={keys} placement="end">
      <ToggleButton id={id} className="rail-button">
        <Icon size={18} aria-hidden />
        <span className="rail-title cut">{title}</span>
        {useBadge && <Badge useBadge={useBadge} />}
      </ToggleButton>
    </Hint>
  );
}

function Badge({ useBadge }: { readonly useBadge: () => number | null }) {
  const count = useBadge();
  const { number } = useWords();
  return count === null ? null : <span className="rail-badge">{number(count)}</span>;
}
