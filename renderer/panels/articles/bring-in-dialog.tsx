// Bringing an article in: a file, or pasted text with a name if it has one.
import { Files, FileText, FolderInput } from "lucide-react";
import { useState } from "react";
import { limits } from "../../../shared/schema/limits.ts";
import type { ChosenFile } from "../../state/ui-state.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseNatively } from "../opening.ts";
import { FolderPicker } from "../projects/folder-picker.tsx";
import { FileChooser } from "./file-chooser.tsx";

export function BringInDialog({ onClose }: { onClose(): void }) {
  const panels = usePanels();
  const { say } = useWords();
  const [picking, setPicking] = useState(false);
  const [text, setText] = useState("");
  const [name, setName] = useState("");
  const tooLong = text.length > limits.articleLength;

  async function importFile(path: string): Promise<void> {
    if (await panels.workspace.importFile(path)) onClose();
  }
  function bringInMany(toBringIn: readonly ChosenFile[]): void {
    panels.ui.patch({ dialog: "bring-in-many", toBringIn });
  }
  async function chooseFile(): Promise<void> {
    const chosen = await chooseNatively(panels, "open-article");
    if (chosen === "no-dialog") setPicking(true);
    else if (chosen !== null) await importFile(chosen.path);
  }
  if (picking)
    return (
      <ModalDialog title={say("articles.choose-file")} wide onClose={onClose}>
        <FolderPicker
          purpose="file"
          takeLabel={say("articles.bring-in")}
          onTake={(path) => void importFile(path)}
          onCancel={() => setPicking(false)}
        />
      </ModalDialog>
    );
  return (
    <ModalDialog
      title={say("articles.bring-in-one")}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say("ui.cancel")}</Button>
          <Button
            look="primary"
            isDisabled={text.trim() === "" || tooLong}
            onPress={() => {
              onClose();
              void panels.workspace.importText(text, name.trim() === "" ? null : name.trim());
            }}
          >
            {say("articles.bring-in-text")}
          </Button>
        </>
      }
    >
      <p className="quiet">{say("articles.kept-exactly")}</p>
      <div className="bring-in-ways">
        <Button onPress={() => void chooseFile()}>
          <FileText size={14} aria-hidden /> {say("articles.choose-file-button")}
        </Button>
        <FileChooser label={say("articles.choose-files")} picture={Files} onChoose={bringInMany} />
        <FileChooser
          label={say("articles.choose-folder")}
          picture={FolderInput}
          folder
          onChoose={bringInMany}
        />
      </div>
      <TextField
        label={say("articles.paste")}
        rows={9}
        value={text}
        onChange={setText}
        error={tooLong ? say("articles.too-long", { length: text.length, most: limits.articleLength }) : null}
      />
      <TextField label={say("articles.name")} value={name} onChange={setName} maxLength={200} />
    </ModalDialog>
  );
}
