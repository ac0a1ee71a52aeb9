// Opens a project: by the desktop's own dialog where there is one, else by our picker.
import { useEffect, useState } from "react";
import { useStore } from "../../lib/store.ts";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseNatively, openProject } from "../opening.ts";
import { FolderPicker } from "./folder-browser.tsx";

export function OpenProjectDialog({ onClose }: { onClose(): void }) {
  const panels = usePanels();
  const { say } = useWords();
  const native = useStore(panels.workspace.state, ({ host }) => host.nativeDialogs);
  const [own, setOwn] = useState(!native);
  const { ui } = panels;

  useEffect(() => {
    if (!native) return;
    void chooseNatively(panels, "open-project").then((chosen) => {
      if (chosen === "no-dialog") return setOwn(true);
      ui.patch({ dialog: null });
      if (chosen !== null) openProject(panels, chosen.path);
    });
  }, [native, panels, ui]);

  if (!own) return null;
  return (
    <ModalDialog title={say("projects.open-one")} wide onClose={onClose}>
      <FolderPicker
        purpose="project"
        takeLabel={say("projects.open")}
        onTake={(path) => {
          onClose();
          openProject(panels, path);
        }}
        onCancel={onClose}
      />
    </ModalDialog>
  );
}
