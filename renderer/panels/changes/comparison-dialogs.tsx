// The dialogs of a comparison: writes it as one page to print or publish, and chooses the file with a fresh copy of the article.

import { FileText } from "lucide-react";
import { useState } from "react";
import { useStore } from "../../lib/store.ts";
import { comparingVersionsOf } from "../../state/review/comparing-versions.ts";
import { showPage } from "../../state/window/ui-state.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { chooseNatively } from "../opening.ts";
import { usePageTarget } from "../projects/file-target.tsx";
import { FileTargetDialog } from "../projects/file-target-dialog.tsx";
import { FolderPicker } from "../projects/folder-browser.tsx";
import { safeFileName } from "../projects/paths.ts";

export function SaveComparisonDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say, language } = useWords();
  const comparing = comparingVersionsOf(workspace);
  const comparison = useStore(comparing.state, (state) => state.comparison);
  const name = safeFileName(`${comparison?.after.title ?? ""} – ${say("changes.title")}`);
  const { target, formatField } = usePageTarget(
    name || "changes",
    (path, overwrite) => comparing.write({ path, overwrite, language }),
    onClose,
  );
  return (
    <FileTargetDialog
      title={say("changes.save-title")}
      target={target}
      writeLabel={say("changes.write")}
      isIncomplete={comparison === null}
      onClose={onClose}
    >
      <p className="quiet">{say("changes.save-about")}</p>
      {formatField}
    </FileTargetDialog>
  );
}

export function FreshCopyDialog({ onClose }: { onClose(): void }) {
  const panels = usePanels();
  const session = useSession();
  const { say } = useWords();
  const isNative = useStore(panels.workspace.state, ({ host }) => host.nativeDialogs);
  const [isOwn, setOwn] = useState(!isNative);
  const article = session?.article ?? null;
  const compareFile = (path: string): void => {
    onClose();
    if (article === null) return;
    showPage(panels.ui, "changes");
    void comparingVersionsOf(panels.workspace).compare(article, { kind: "present" }, { kind: "file", path });
  };
  async function chooseFile(): Promise<void> {
    const chosenFile = await chooseNatively(panels, "open-article");
    if (chosenFile === "no-dialog") setOwn(true);
    else if (chosenFile !== null) compareFile(chosenFile.path);
  }
  if (isOwn)
    return (
      <ModalDialog title={say("changes.choose")} wide onClose={onClose}>
        <FolderPicker
          purpose="file"
          takeLabel={say("changes.compare")}
          onTake={compareFile}
          onCancel={onClose}
        />
      </ModalDialog>
    );
  return (
    <ModalDialog
      title={say("changes.choose")}
      onClose={onClose}
      foot={<Button onPress={onClose}>{say("ui.cancel")}</Button>}
    >
      <p className="quiet">{say("changes.choose-about")}</p>
      <div className="exchange-sources">
        <Button look="primary" autoFocus onPress={() => void chooseFile()}>
          <FileText size={14} aria-hidden /> {say("changes.choose-file")}
        </Button>
      </div>
    </ModalDialog>
  );
}
