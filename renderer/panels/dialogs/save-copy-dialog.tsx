// Saves a copy of the whole project elsewhere, with what is not saved: the way out when the project cannot be written.
import { useStore } from "../../state/store.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useFileTarget } from "../projects/file-target.tsx";
import { safeFileName } from "../projects/paths.ts";

export function SaveCopyDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const project = useStore(workspace.state, (state) => state.project?.project.name ?? "");
  const suggested = `${safeFileName(say("saving.copy-name", { project })) || "Sayso"}.json`;
  const target = useFileTarget(suggested, workspace.saveCopy, onClose);
  return (
    <ModalDialog
      title={say("saving.copy-title")}
      wide={target.own}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say("ui.cancel")}</Button>
          <Button look="primary" isDisabled={!target.isReady} onPress={() => void target.go()}>
            {say(
              target.own
                ? target.replaces
                  ? "dialogs.replace-file"
                  : "saving.copy-save"
                : "projects.choose-where",
            )}
          </Button>
        </>
      }
    >
      <p className="quiet">{say("saving.copy-about")}</p>
      {target.fields}
    </ModalDialog>
  );
}
