// Dialogs that ask for a name: of who annotates, before the first thing that is written in theirs, of the open project, or of others.
import { useState } from "react";
import { useStore } from "../../lib/store.ts";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface NameFormProps {
  readonly title: string;
  readonly label: string;
  readonly help: string;
  /** The words on the button. */
  readonly saveLabel: string;
  readonly name?: string;
  /** Gets it without blanks around it, never empty. */
  onSave(name: string): Promise<void>;
  onClose(): void;
}

/** A dialog with one field for a name. */
export function NameForm({ title, label, help, saveLabel, name = "", onSave, onClose }: NameFormProps) {
  const [typed, setTyped] = useState(name);
  const [isSaving, setSaving] = useState(false);
  const isUsable = typed.trim() !== "" && !isSaving;
  async function save(): Promise<void> {
    if (!isUsable) return;
    setSaving(true);
    await onSave(typed.trim()).finally(() => setSaving(false));
  }
  return (
    <ModalDialog
      title={title}
      onClose={onClose}
      foot={
        <ConfirmButtons onCancel={onClose} isDisabled={!isUsable} onPress={() => void save()}>
          {saveLabel}
        </ConfirmButtons>
      }
    >
      <TextField
        autoFocus
        label={label}
        value={typed}
        onChange={setTyped}
        maxLength={200}
        onEnter={() => void save()}
        help={help}
      />
    </ModalDialog>
  );
}

/** Of who annotates. */
export function NameDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const savedName = useStore(workspace.state, ({ settings }) => settings.annotatorName);
  return (
    <NameForm
      title={say("dialogs.your-name")}
      label={say("dialogs.name")}
      help={say("dialogs.name-about")}
      saveLabel={say(savedName === null ? "ui.go-on" : "ui.save")}
      name={savedName ?? ""}
      onSave={async (name) => {
        if (name !== savedName) await workspace.setAnnotatorName(name);
        onClose();
      }}
      onClose={onClose}
    />
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

/** Of the open project. */
export function RenameProjectDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const currentName = useStore(workspace.state, ({ project }) => project?.project.name ?? "");
  return (
    <NameForm
      title={say("dialogs.rename-project")}
      label={say("dialogs.project-name")}
      help={say("dialogs.rename-project-about")}
      saveLabel={say("ui.save")}
      name={currentName}
      onSave={async (name) => {
        onClose();
        if (name !== currentName) await workspace.renameProject(name);
      }}
      onClose={onClose}
    />
  );
}
