// Everything that can be done, with its keys; found by typing.
import { useState } from "react";
import type { ActionGroup } from "../../actions/action.ts";
import { actionsFor } from "../../actions/index.ts";
import { useStore } from "../../state/store.ts";
import { Keys } from "../../ui/keys.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

const groups: readonly ActionGroup[] = ["mark", "card", "select", "move", "span", "project", "view"];

export function KeysDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const tagset = useStore(workspace.state, ({ project }) => project?.project.tagset ?? null);
  const [typed, setTyped] = useState("");
  const { say, tell } = useWords();
  const query = typed.trim().toLowerCase();
  const found = actionsFor(tagset).filter(
    ({ title, group, keys }) =>
      keys.length > 0 &&
      [tell(title), say(`actions.group-${group}`), ...keys].some((text) =>
        text.toLowerCase().includes(query),
      ),
  );
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
      {found.length === 0 && <p className="finder-empty">{say("dialogs.no-such-key")}</p>}
      <div className="key-groups" tabIndex={-1}>
        {groups.map((group) => {
          const own = found.filter((action) => action.group === group);
          if (own.length === 0) return null;
          return (
            <section key={group} className="key-group">
              <h3>{say(`actions.group-${group}`)}</h3>
              <dl>
                {own.map(({ id, title, keys }) => (
                  <div key={id} className="key-row">
                    <dt>{tell(title)}</dt>
                    <dd>
                      {keys.map((combination) => (
                        <Keys key={combination} combination={combination} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </ModalDialog>
  );
}
