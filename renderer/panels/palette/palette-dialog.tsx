// The command palette: everything that can be done, found by typing, with its keys.
import { useState } from "react";
import { isThere } from "../../actions/action.ts";
import { findActions, withRecent } from "../../actions/find-actions.ts";
import { whyUnavailable } from "../../actions/unavailable.ts";
import { useStore } from "../../lib/store.ts";
import { Finder } from "../../ui/finder.tsx";
import { Keys } from "../../ui/keys.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { runLater } from "../run-later.ts";
import { useKeyboard } from "../use-keyboard.ts";

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
  const foundActions = findActions(all, typed, recent);
  return (
    <ModalDialog title={say("actions.palette")} onClose={onClose}>
      <Finder
        label={say("actions.palette")}
        placeholder={say("keys.type-to-find")}
        typed={typed}
        rowSize={36}
        items={foundActions.map(({ action, marked }) => ({
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

interface Props {
  readonly title: string;
  /** Places of the title to set off. */
  readonly marked: readonly number[];
  readonly why: string | null;
  readonly keys: readonly string[];
}

/** One line of the palette: the title with what was typed set off, why it cannot be done if so, and its keys. */
function PaletteItem({ title, marked, why, keys }: Props) {
  return (
    <>
      <span className="choice-text palette-text">
        <span className="cut">
          {stretchesOf(title, marked).map(({ start, text, isMarked }) =>
            isMarked ? (
              <mark key={start} className="typed">
                {text}
              </mark>
            ) : (
              text
            ),
          )}
        </span>
        {why && <span className="choice-help cut">{why}</span>}
      </span>
      {keys[0] !== undefined && <Keys combination={keys[0]} />}
    </>
  );
}

interface Stretch {
  readonly start: number;
  readonly text: string;
  readonly isMarked: boolean;
}

/** The title cut where marked places begin and end. */
function stretchesOf(title: string, marked: readonly number[]): readonly Stretch[] {
  const places = new Set(marked);
  const stretches: Stretch[] = [];
  let start = 0;
  for (let at = 1; at <= title.length; at += 1) {
    if (at < title.length && places.has(at) === places.has(start)) continue;
    stretches.push({ start, text: title.slice(start, at), isMarked: places.has(start) });
    start = at;
  }
  return stretches;
}
