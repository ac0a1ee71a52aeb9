// Saves a copy of the whole project elsewhere, with what is not saved: the way out when the project cannot be written.
import { useStore } from "../../lib/store.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useFileTarget } from "../projects/file-target.tsx";
import { FileTargetDialog } from "../projects/file-target-dialog.tsx";
import { safeFileName } from "../projects/paths.ts";

export function SaveCopyDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const project = useStore(workspace.state, (state) => state.project?.project.name ?? "");
  const suggested = `${safeFileName(say("saving.copy-name", { project })) || "Sayso"}.json`;
  const target = useFileTarget(suggested, workspace.saveCopy, onClose);
  return (
    <FileTargetDialog
      title={say("saving.copy-title")}
      target={target}
      writeLabel={say("saving.copy-save")}
      onClose={onClose}
    >
      <p className="quiet">{say("saving.copy-about")}</p>
    </FileTargetDialog>
  );
}
