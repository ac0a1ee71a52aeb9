// The rail at the left edge: one button a view, and below them one a page. Pressing the one that is shown puts it away.

import type { LucideIcon } from "lucide-react";
import { memo } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { useStore } from "../../lib/store.ts";
import { type PageId, railPages } from "../../state/window/pages.ts";
import { type SidebarViewId, sidebarViews } from "../../state/window/sidebar-views.ts";
import { isPaneShown, setPaneShown, showPage, showView } from "../../state/window/ui-state.ts";
import { Hint } from "../../ui/hint.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { pageParts } from "../pages/index.ts";
import { useKeyboard } from "../use-keyboard.ts";
import { views } from "./index.ts";

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
