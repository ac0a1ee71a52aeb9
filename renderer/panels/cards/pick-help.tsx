// Says how values are picked by keys: the key that begins it, and while it goes on, which keys there are now.
import type { Session } from "../../state/session/session.ts";
import type { Picking } from "../../state/window/ui-state.ts";
import { Press } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";
import type { CardInput } from "./card-inputs.ts";

interface Props {
  readonly session: Session;
  readonly inputs: readonly CardInput[];
  readonly picking: Picking | null;
}

export function PickHelp({ session, inputs, picking }: Props) {
  const { ui } = usePanels();
  const { say, tell, parts } = useWords();
  if (session.readOnly) return null;
  const chosen = picking && inputs.find(({ id }) => id === picking.input);
  return (
    <div className={picking ? "pick-help picking" : "pick-help"}>
      <p role="status">
        {picking === null &&
          parts("cards.pick-by-keys", { key: <ActionKeys key="key" action="pick-value" /> })}
        {picking && !chosen && say("cards.pick-field")}
        {chosen && say("cards.pick-value", { field: tell(chosen.name) })}
      </p>
      {chosen?.options && (
        <ol className="pick-list" aria-label={tell(chosen.name)}>
          {chosen.options.map((option) => (
            <li key={option.key}>
              <Press
                className="pick-option"
                aria-pressed={option.value === chosen.value}
                onPress={() => {
                  chosen.set(session, option.value);
                  ui.patch({ picking: null });
                }}
              >
                <kbd>{option.key.toUpperCase()}</kbd> {tell(option.name)}
              </Press>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
