// Writes the project's tagset to a file, for other projects to bring in.
import { useState } from "react";
import { tagsetExporter } from "../../../shared/exporters/tagset.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useFileTarget } from "../projects/file-target.tsx";
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
  const { id, extension, description } = tagsetExporter;
  const base = safeFileName(name) || say("tagset.file-name");
  const target = useFileTarget(
    `${base}.${extension}`,
    (path, overwrite) => workspace.exportTo({ path, format: id, articles: null, overwrite }),
    onClose,
  );
  return (
    <ModalDialog
      title={say("tagset.export-title")}
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
                  : "dialogs.export"
                : "projects.choose-where",
            )}
          </Button>
        </>
      }
    >
      <p className="quiet">{tell(description)}</p>
      {target.fields}
    </ModalDialog>
  );
}
