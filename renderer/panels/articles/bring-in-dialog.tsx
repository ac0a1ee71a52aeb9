// Bringing an article in: a file, or pasted text with a name if it has one.
import { FileText } from "lucide-react";
import { useState } from "react";
import { limits } from "../../../shared/schema/limits.ts";
import { Button } from "../../ui/button.tsx";
import { counted } from "../../ui/format-words.ts";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseNatively } from "../opening.ts";
import { FolderPicker } from "../projects/folder-picker.tsx";

export function BringInDialog({ onClose }: { onClose(): void }) {
  const panels = usePanels();
  const [picking, setPicking] = useState(false);
  const [text, setText] = useState("");
  const [name, setName] = useState("");
  const tooLong = text.length > limits.articleLength;

  const importFile = (path: string): void => {
    onClose();
    void panels.workspace.importFile(path);
  };
  async function chooseFile(): Promise<void> {
    const chosen = await chooseNatively(panels, "open-article");
    if (chosen === "no-dialog") setPicking(true);
    else if (chosen !== null) importFile(chosen.path);
  }
  if (picking)
    return (
      <ModalDialog title="Choose a text file" wide onClose={onClose}>
        <FolderPicker
          purpose="file"
          takeLabel="Bring in"
          onTake={importFile}
          onCancel={() => setPicking(false)}
        />
      </ModalDialog>
    );
  return (
    <ModalDialog
      title="Bring in an article"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={text.trim() === "" || tooLong}
            onPress={() => {
              onClose();
              void panels.workspace.importText(text, name.trim() === "" ? null : name.trim());
            }}
          >
            Bring in the text
          </Button>
        </>
      }
    >
      <p className="quiet">
        The text is kept exactly as it comes, every character. You can also drop files on the window.
      </p>
      <div>
        <Button onPress={() => void chooseFile()}>
          <FileText size={14} aria-hidden /> Choose a text file…
        </Button>
      </div>
      <TextField
        label="Or paste its text"
        rows={9}
        value={text}
        onChange={setText}
        error={
          tooLong
            ? `That is ${counted(text.length, "character")}; an article can have ${counted(limits.articleLength, "character")} at most.`
            : null
        }
      />
      <TextField label="Name, if the text has no title" value={name} onChange={setName} maxLength={200} />
    </ModalDialog>
  );
}
