// Asks for the name of somebody who is to take part and has not opened the project yet.
import { useState } from "react";
import { assigningOf } from "../../state/review/assigning.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function AddPersonDialog({ onClose }: { onClose(): void }) {
  const assigning = assigningOf(usePanels().workspace);
  const { say } = useWords();
  const [name, setName] = useState("");
  const usable = name.trim() !== "";
  const add = async (): Promise<void> => {
    if (usable && (await assigning.addPerson(name.trim()))) onClose();
  };
  return (
    <ModalDialog
      title={say("progress.add-person")}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say("ui.cancel")}</Button>
          <Button look="primary" isDisabled={!usable} onPress={() => void add()}>
            {say("progress.add")}
          </Button>
        </>
      }
    >
      <TextField
        autoFocus
        label={say("progress.name")}
        help={say("progress.add-person-about")}
        value={name}
        onChange={setName}
        maxLength={200}
        onEnter={() => void add()}
      />
    </ModalDialog>
  );
}
