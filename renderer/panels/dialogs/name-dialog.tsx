// Asks once who annotates; what was asked for goes on afterwards.
import { useState } from "react";
import { useStore } from "../../lib/store.ts";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function NameDialog({ onClose }: { onClose(): void }) {
  const { workspace, afterName } = usePanels();
  const savedName = useStore(workspace.state, ({ settings }) => settings.annotatorName);
  const [name, setName] = useState(savedName ?? "");
  const usable = name.trim() !== "";
  const { say } = useWords();

  const cancel = (): void => {
    afterName.set(null);
    onClose();
  };
  async function save(): Promise<void> {
    if (!usable) return;
    const goOn = afterName.get();
    afterName.set(null);
    onClose();
    if (name.trim() !== savedName) await workspace.setAnnotatorName(name.trim());
    if (workspace.state.get().settings.annotatorName !== null) goOn?.();
  }
  return (
    <ModalDialog
      title={say("dialogs.your-name")}
      onClose={cancel}
      foot={
        <ConfirmButtons onCancel={cancel} isDisabled={!usable} onPress={() => void save()}>
          {say(savedName === null ? "ui.go-on" : "ui.save")}
        </ConfirmButtons>
      }
    >
      <TextField
        autoFocus
        label={say("dialogs.name")}
        value={name}
        onChange={setName}
        maxLength={200}
        onEnter={() => void save()}
        help={say("dialogs.name-about")}
      />
    </ModalDialog>
  );
}
