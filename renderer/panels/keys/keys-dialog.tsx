// The key map: everything that can be done with its keys, found by name or key, changed, printed and put back.
import { Printer, RotateCcw } from "lucide-react";
import { useState } from "react";
import { type KeySettings, keyPresets } from "../../../shared/api/preferences.ts";
import type { Words } from "../../../shared/words/say.ts";
import { type Action, type ActionGroup, scopeOf } from "../../actions/action.ts";
import { type Conflict, conflictsIn, withKeys, withUsualKeys } from "../../actions/key-map.ts";
import type { Keyboard } from "../../actions/keyboard.ts";
import { isMac, readableKeys } from "../../lib/key-combination.ts";
import { useStore } from "../../lib/store.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useKeyboard } from "../use-keyboard.ts";
import { KeyRow } from "./key-row.tsx";

const groups: readonly ActionGroup[] = [
  "mark",
  "card",
  "select",
  "move",
  "span",
  "review",
  "project",
  "view",
];

export function KeysDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const keyboard = useKeyboard();
  const settings = useStore(workspace.state, (state) => state.settings.keys);
  const [typed, setTyped] = useState("");
  const words = useWords();
  const { say, tell } = words;

  const saveKeys = (keys: KeySettings): void => void workspace.setPreferences({ keys });
  const query = typed.trim().toLowerCase();
  const fits = ({ id, title, group }: Action): boolean =>
    [
      tell(title),
      say(`actions.group-${group}`),
      ...keyboard.keysOf(id).flatMap((keys) => spellings(keys, words)),
    ].some((text) => text.toLowerCase().includes(query));
  const matchingActions = keyboard.actions.filter(fits);
  const conflicts = conflictsIn(keyboard.map, (id) => {
    const action = keyboard.action(id);
    return action ? scopeOf(action) : "everywhere";
  });
  return (
    <ModalDialog title={say("dialogs.keys")} wide onClose={onClose}>
      <TextField
        autoFocus
        label={say("dialogs.find-a-key")}
        labelHidden
        placeholder={say("dialogs.find-by-key")}
        value={typed}
        onChange={setTyped}
      />
      <KeyTools settings={settings} onChange={saveKeys} />
      {conflicts.length > 0 && (
        <p className="note caution" role="status">
          {say("keys.conflicts", { count: conflicts.length })}
        </p>
      )}
      {matchingActions.length === 0 && <p className="finder-empty">{say("dialogs.no-such-key")}</p>}
      <div className="key-groups" tabIndex={-1}>
        {groups.map((group) => {
          const actions = matchingActions.filter((action) => action.group === group);
          return (
            actions.length > 0 && (
              <KeyGroup
                key={group}
                title={say(`actions.group-${group}`)}
                actions={actions}
                keyboard={keyboard}
                conflicts={conflicts}
                settings={settings}
                onChange={saveKeys}
              />
            )
          );
        })}
      </div>
    </ModalDialog>
  );
}

/** The preset, the way back to it, and the printed map. */
function KeyTools({ settings, onChange }: Pick<Props, "settings" | "onChange">) {
  const { say } = useWords();
  return (
    <div className="key-tools">
      <SegmentedField
        label={say("keys.preset")}
        labelHidden
        options={keyPresets.map((id) => ({ id, name: say(`keys.preset-${id}`) }))}
        value={settings.preset}
        onChange={(id) => {
          const preset = keyPresets.find((one) => one === id);
          if (preset) onChange({ ...settings, preset });
        }}
      />
      <span className="spring" />
      <Button
        isDisabled={Object.keys(settings.changed).length === 0}
        onPress={() => onChange({ ...settings, changed: {} })}
      >
        <RotateCcw size={14} aria-hidden /> {say("keys.reset-all")}
      </Button>
      <Button onPress={() => window.print()}>
        <Printer size={14} aria-hidden /> {say("keys.print")}
      </Button>
    </div>
  );
}

/** A combination as it is stored and as it is written on the keyboard: people type either. */
const spellings = (combination: string, words: Words): readonly string[] => {
  const parts = readableKeys(combination, isMac(), words);
  return [combination, parts.join("+"), parts.join(" ")];
};

interface Props {
  readonly title: string;
  readonly actions: readonly Action[];
  readonly keyboard: Keyboard;
  readonly conflicts: readonly Conflict[];
  readonly settings: KeySettings;
  onChange(settings: KeySettings): void;
}

/** One group of the key map: its actions, each with its keys. */
function KeyGroup({ title, actions, keyboard, conflicts, settings, onChange }: Props) {
  const { tell, list } = useWords();
  const titleOf = (id: string): string => {
    const action = keyboard.action(id);
    return action ? tell(action.title) : id;
  };
  return (
    <section className="key-group">
      <h3>{title}</h3>
      <ul>
        {actions.map((action) => {
          const keys = keyboard.keysOf(action.id);
          const rivals = conflicts.flatMap(({ actions: claimants }) =>
            claimants.includes(action.id) ? claimants.filter((id) => id !== action.id) : [],
          );
          return (
            <KeyRow
              key={action.id}
              title={tell(action.title)}
              keys={keys}
              isChanged={Object.hasOwn(settings.changed, action.id)}
              rivals={rivals.length === 0 ? null : list([...new Set(rivals)].map(titleOf))}
              onChange={(next) => onChange(withKeys(settings, action, next))}
              onReset={() => onChange(withUsualKeys(settings, action))}
            />
          );
        })}
      </ul>
    </section>
  );
}
