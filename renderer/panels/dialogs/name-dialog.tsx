// Asks once who annotates; what was asked for goes on afterwards.
import { useState } from "react";
import { useStore } from "../../state/store.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { usePanels } from "../app-context.tsx";

export function NameDialog({ onClose }: { onClose(): void }) {
  const { workspace, afterName } = usePanels();
  const known = useStore(workspace.state, ({ settings }) => settings.annotatorName);
  const [name, setName] = useState(known ?? "");
  const usable = name.trim() !== "";

  const cancel = (): void => {
    afterName.set(null);
    onClose();
  };
  async function save(): Promise<void> {
    if (!usable) return;
    const goOn = afterName.get();
    afterName.set(null);
    onClose();
    if (name.trim() !== known) await workspace.setAnnotatorName(name.trim());
    if (workspace.state.get().settings.annotatorName !== null) goOn?.();
  }
  return (
    <ModalDialog
      title="Your name"
      onClose={cancel}
      foot={
        <>
          <Button onPress={cancel}>Cancel</Button>
          <Button look="primary" isDisabled={!usable} onPress={() => void save()}>
            {known === null ? "Go on" : "Save"}
          </Button>
        </>
      }
    >
      <TextField
        autoFocus
        label="Name"
        value={name}
        onChange={setName}
        maxLength={200}
        onKeyDown={(event) => {
          if (event.key === "Enter") void save();
          else event.continuePropagation();
        }}
        help="It stands with everything you mark, so that colleagues can tell your work from theirs. It stays on this machine and in your projects."
      />
    </ModalDialog>
  );
}
