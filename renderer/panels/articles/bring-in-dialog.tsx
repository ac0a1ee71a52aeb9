// Bringing articles in: files and folders, or what was copied, with its form if there is one, and a name if it has one.
import { Files, FileText, FolderInput } from "lucide-react";
import { useEffect, useState } from "react";
import { isSeveral } from "../../../shared/importers/endings.ts";
import { bringInMany } from "../../state/ui-state.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseSeveralNatively } from "../opening.ts";
import { ArticlePicker } from "./article-picker.tsx";
import { askForPassword } from "./ask-for-password.ts";
import { FileChooser } from "./file-chooser.tsx";
import { isPasteable, PasteFields, usePaste } from "./paste-fields.tsx";

export function BringInDialog({ onClose }: { onClose(): void }) {
  const panels = usePanels();
  const { workspace, ui } = panels;
  const { say } = useWords();
  const [picking, setPicking] = useState(false);
  const paste = usePaste(panels.pasted.get());
  const [camePasted] = useState(isPasteable(paste.pasted));
  // It is shown once.
  useEffect(() => panels.pasted.set(null), [panels]);
  const native = workspace.state.get().host.nativeDialogs;

  async function take(paths: readonly string[], isMany: boolean): Promise<void> {
    const [path] = paths;
    if (path === undefined) return;
    if (paths.length > 1 || isMany || isSeveral(path)) bringInMany(ui, { paths });
    else if (await workspace.importFile(path)) onClose();
    else askForPassword(panels, { files: [], paths });
  }
  async function choose(purpose: "open-articles" | "open-folders"): Promise<void> {
    const chosen = await chooseSeveralNatively(panels, purpose);
    if (chosen === "no-dialog") setPicking(true);
    else await take(chosen, purpose === "open-folders");
  }
  if (picking)
    return (
      <ModalDialog title={say("articles.choose-file")} wide onClose={onClose}>
        <ArticlePicker
          onTake={(paths, isList) => void take(paths, isList)}
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
            autoFocus={camePasted}
            isDisabled={!isPasteable(paste.pasted)}
            onPress={() => {
              onClose();
              const { html, text, name } = paste.pasted;
              const named = name.trim() === "" ? null : name.trim();
              if (html !== null) void workspace.importPasted(html, named);
              else void workspace.importText(text, named);
            }}
          >
            {say("articles.bring-in-text")}
          </Button>
        </>
      }
    >
      <p className="quiet">{say("articles.kept-exactly")}</p>
      <div className="bring-in-ways">
        <Button autoFocus={!camePasted} onPress={() => void choose("open-articles")}>
          <FileText size={14} aria-hidden /> {say("articles.choose-file-button")}
        </Button>
        {native ? (
          <Button onPress={() => void choose("open-folders")}>
            <FolderInput size={14} aria-hidden /> {say("articles.choose-folder")}
          </Button>
        ) : (
          <>
            <FileChooser
              label={say("articles.choose-files")}
              picture={Files}
              onChoose={(files) => bringInMany(ui, { files })}
            />
            <FileChooser
              label={say("articles.choose-folder")}
              picture={FolderInput}
              folder
              onChoose={(files) => bringInMany(ui, { files })}
            />
          </>
        )}
      </div>
      <PasteFields {...paste} />
    </ModalDialog>
  );
}
