// Brings a tagset in from a file into the one that is being edited.
import { useState } from "react";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseNatively } from "../opening.ts";
import { FolderPicker } from "../projects/folder-picker.tsx";

interface Props {
  onRead(tagset: Tagset): void;
}

export function BringInTagset({ onRead }: Props) {
  const panels = usePanels();
  const { say } = useWords();
  const [picking, setPicking] = useState(false);
  async function read(path: string): Promise<void> {
    setPicking(false);
    const tagset = await panels.workspace.tagsets.read(path);
    if (tagset) onRead(tagset);
  }
  async function choose(): Promise<void> {
    const chosen = await chooseNatively(panels, "open-tagset");
    if (chosen === "no-dialog") setPicking(true);
    else if (chosen !== null) await read(chosen.path);
  }
  return (
    <>
      <Button onPress={() => void choose()}>{say("tagset.bring-in")}</Button>
      {picking && (
        <ModalDialog title={say("tagset.choose-file")} wide onClose={() => setPicking(false)}>
          <FolderPicker
            purpose="file"
            takeLabel={say("tagset.bring-in")}
            onTake={(path) => void read(path)}
            onCancel={() => setPicking(false)}
          />
        </ModalDialog>
      )}
    </>
  );
}
