// One group of the key map: its actions, each with its keys.
import type { KeySettings } from "../../../shared/api/preferences.ts";
import type { Action } from "../../actions/action.ts";
import { type Conflict, withKeys, withUsualKeys } from "../../actions/key-map.ts";
import type { Keyboard } from "../../actions/keyboard.ts";
import { useWords } from "../../ui/words.tsx";
import { KeyRow } from "./key-row.tsx";

interface Props {
  readonly title: string;
  readonly actions: readonly Action[];
  readonly keyboard: Keyboard;
  readonly conflicts: readonly Conflict[];
  readonly settings: KeySettings;
  onChange(settings: KeySettings): void;
}

export function KeyGroup({ title, actions, keyboard, conflicts, settings, onChange }: Props) {
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
