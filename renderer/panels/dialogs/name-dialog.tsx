// Asks who annotates, before the first thing that is written in their name; or lets them change it.
import { useState } from "react";
import { useStore } from "../../lib/store.ts";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function NameDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const savedName = useStore(workspace.state, ({ settings }) => settings.annotatorName);
  const [name, setName] = useState(savedName ?? "");
  const [isSaving, setSaving] = useState(false);
  const isUsable = name.trim() !== "" && !isSaving;
  const { say } = useWords();

  async function save(): Promise<void> {
    if (!isUsable) return;
    setSaving(true);
    if (name.trim() !== savedName) await workspace.setAnnotatorName(name.trim());
    onClose();
  }
  return (
    <ModalDialog
      title={say("dialogs.your-name")}
      onClose={onClose}
      foot={
        <ConfirmButtons onCancel={onClose} isDisabled={!isUsable} onPress={() => void save()}>
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

/** The same while something waits for the name, over whatever else is open. */
export function NameQuestion() {
  const { workspace } = usePanels();
  const isAsked = useStore(
    workspace.state,
    ({ isNameAsked, settings }) => isNameAsked && settings.annotatorName === null,
  );
  return isAsked && <NameDialog onClose={workspace.giveNoName} />;
}
