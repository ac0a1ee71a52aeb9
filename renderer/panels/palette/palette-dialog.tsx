// The command palette: everything that can be done, found by typing, with its keys.
import { useState } from "react";
import { isThere } from "../../actions/action.ts";
import { findActions, withRecent } from "../../actions/find-actions.ts";
import { whyUnavailable } from "../../actions/unavailable.ts";
import { useStore } from "../../lib/store.ts";
import { Finder } from "../../ui/finder.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { runLater } from "../run-later.ts";
import { useKeyboard } from "../use-keyboard.ts";
import { PaletteItem } from "./palette-item.tsx";

export function PaletteDialog({ onClose }: { onClose(): void }) {
  const panels = usePanels();
  const keyboard = useKeyboard();
  const { say, tell } = useWords();
  const recent = useStore(panels.workspace.state, ({ settings }) => settings.recentActions);
  const [typed, setTyped] = useState("");
  // What could be done when the palette was opened; nothing changes below it while it is open.
  const [all] = useState(() =>
    keyboard.actions
      .filter((action) => action.id !== "palette" && isThere(action, panels.ui.get().page))
      .map((action) => {
        const why = whyUnavailable(action, panels);
        const title = tell(action.title);
        return { id: action.id, title, group: say(`actions.group-${action.group}`), isEnabled: !why, why };
      }),
  );
  const found = findActions(all, typed, recent);
  return (
    <ModalDialog title={say("actions.palette")} onClose={onClose}>
      <Finder
        label={say("actions.palette")}
        placeholder={say("keys.type-to-find")}
        typed={typed}
        rowSize={36}
        items={found.map(({ action, marked }) => ({
          id: action.id,
          text: action.why ? `${action.title}, ${tell(action.why)}` : action.title,
          isDisabled: !action.isEnabled,
          content: (
            <PaletteItem
              title={action.title}
              marked={marked}
              why={action.why && tell(action.why)}
              keys={keyboard.keysOf(action.id)}
            />
          ),
        }))}
        empty={say("keys.nothing-found")}
        onType={setTyped}
        onTake={(id) => {
          onClose();
          runLater(panels, id);
          void panels.workspace.setPreferences({ recentActions: withRecent(recent, id) });
        }}
      />
    </ModalDialog>
  );
}
