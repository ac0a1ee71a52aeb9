// Everything that can be done, with its keys; found by typing.
import { useState } from "react";
import type { ActionGroup } from "../../actions/action.ts";
import { actionsFor } from "../../actions/index.ts";
import { useStore } from "../../state/store.ts";
import { Keys } from "../../ui/keys.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { usePanels } from "../app-context.tsx";

const groups: readonly ActionGroup[] = ["Mark", "Card", "Select", "Move", "Span", "Project", "View"];

export function KeysDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const tagset = useStore(workspace.state, ({ project }) => project?.project.tagset ?? null);
  const [typed, setTyped] = useState("");
  const query = typed.trim().toLowerCase();
  const found = actionsFor(tagset).filter(
    ({ title, group, keys }) =>
      keys.length > 0 && [title, group, ...keys].some((text) => text.toLowerCase().includes(query)),
  );
  return (
    <ModalDialog title="Keys" wide onClose={onClose}>
      <TextField
        autoFocus
        label="Find a key"
        labelHidden
        placeholder="Find by what it does or by its key"
        value={typed}
        onChange={setTyped}
      />
      {found.length === 0 && <p className="finder-empty">Nothing is called that.</p>}
      <div className="key-groups" tabIndex={-1}>
        {groups.map((group) => {
          const own = found.filter((action) => action.group === group);
          if (own.length === 0) return null;
          return (
            <section key={group} className="key-group">
              <h3>{group}</h3>
              <dl>
                {own.map(({ id, title, keys }) => (
                  <div key={id} className="key-row">
                    <dt>{title}</dt>
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
