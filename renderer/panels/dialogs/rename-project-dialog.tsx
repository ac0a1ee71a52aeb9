// Gives the open project another name.
import { useState } from "react";
import { useStore } from "../../lib/store.ts";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function RenameProjectDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const currentName = useStore(workspace.state, ({ project }) => project?.project.name ?? "");
  const [typed, setTyped] = useState(currentName);
  const name = typed.trim();
  const save = (): void => {
    if (name === "") return;
    onClose();
    if (name !== currentName) void workspace.renameProject(name);
  };
  return (
    <ModalDialog
      title={say("dialogs.rename-project")}
      onClose={onClose}
      foot={
        <ConfirmButtons onCancel={onClose} isDisabled={name === ""} onPress={save}>
          {say("ui.save")}
        </ConfirmButtons>
      }
    >
      <TextField
        autoFocus
        label={say("dialogs.project-name")}
        value={typed}
        onChange={setTyped}
        maxLength={200}
        onEnter={save}
        help={say("dialogs.rename-project-about")}
      />
    </ModalDialog>
  );
}
