// Writes the project's tagset to a file, for other projects to bring in.
import { useState } from "react";
import { message } from "../../../shared/words/message.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useFileTarget } from "../projects/file-target.tsx";
import { FileTargetDialog } from "../projects/file-target-dialog.tsx";
import { safeFileName } from "../projects/paths.ts";

interface Props {
  readonly name: string;
  /** What is written is what is in use, so nothing may be changed that is not. */
  readonly isDisabled: boolean;
}

export function ExportTagset({ name, isDisabled }: Props) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        isDisabled={isDisabled}
        data-hint={isDisabled ? say("tagset.export-later") : undefined}
        onPress={() => setOpen(true)}
      >
        {say("tagset.export")}
      </Button>
      {isOpen && <ExportDialog name={name} onClose={() => setOpen(false)} />}
    </>
  );
}

function ExportDialog({ name, onClose }: { readonly name: string; onClose(): void }) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const base = safeFileName(name) || say("tagset.file-name");
  const target = useFileTarget(
    `${base}.tagset`,
    async (path, overwrite) => {
      const noFilter = { articles: null, annotators: null };
      return (await workspace.exportTo({ path, format: "tagset", ...noFilter, overwrite })) === "written";
    },
    onClose,
  );
  return (
    <FileTargetDialog
      title={say("tagset.export-title")}
      target={target}
      writeLabel={say("dialogs.export")}
      onClose={onClose}
    >
      <p className="quiet">{tell(message("formats.tagset-about"))}</p>
    </FileTargetDialog>
  );
}
