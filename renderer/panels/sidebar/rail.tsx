// The rail at the left edge: one button a view. Pressing the one that is shown puts the sidebar away.
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { type SidebarViewId, sidebarViews } from "../../state/sidebar-views.ts";
import { useStore } from "../../state/store.ts";
import { isPaneShown, setPaneShown, showView } from "../../state/ui-state.ts";
import { Hint } from "../../ui/hint.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useKeyboard } from "../use-keyboard.ts";
import { views } from "./index.ts";

export function Rail() {
  const { ui } = usePanels();
  const { say, tell } = useWords();
  const { keysOf } = useKeyboard();
  const shown = useStore(ui, (state) => (isPaneShown(state, "sidebar") ? state.sidebar : null));
  return (
    <nav className="rail" aria-label={say("sidebar.sidebar")}>
      <ToggleButtonGroup
        className="rail-buttons"
        aria-label={say("sidebar.sidebar")}
        orientation="vertical"
        selectionMode="single"
        selectedKeys={shown === null ? [] : [shown]}
        onSelectionChange={(keys) => {
          const chosen = sidebarViews.find(({ id }) => keys.has(id));
          if (chosen) showView(ui, chosen.id);
          else setPaneShown(ui, "sidebar", false);
        }}
      >
        {sidebarViews.map(({ id, title }) => (
          <RailButton key={id} id={id} title={tell(title)} keys={keysOf(`show-${id}`)} />
        ))}
      </ToggleButtonGroup>
    </nav>
  );
}

interface ButtonProps {
  readonly id: SidebarViewId;
  readonly title: string;
  readonly keys: readonly string[];
}

function RailButton({ id, title, keys }: ButtonProps) {
  const Icon = views[id].icon;
  return (
    <Hint text={title} keys={keys} placement="end">
      <ToggleButton id={id} className="rail-button">
        <Icon size={18} aria-hidden />
        <span className="rail-title cut">{title}</span>
      </ToggleButton>
    </Hint>
  );
}
