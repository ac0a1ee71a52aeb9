// Bringing articles in: files and folders, or what was copied, with its form if there is one, and a name if it has one.
import { Files, FileText, FolderInput } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { isSeveral } from "../../../shared/files/endings.ts";
import { useStore } from "../../lib/store.ts";
import {
  confirmedAbout,
  emptyDraft,
  isPasteable,
  whenClosed,
  withDraft,
} from "../../state/articles/paste-drafts.ts";
import { bringInMany } from "../../state/window/ui-state.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseSeveralNatively } from "../opening.ts";
import { ArticlePicker } from "./article-picker.tsx";
import { askForPassword } from "./ask-for-password.ts";
import { FileChooser } from "./file-chooser.tsx";
import { PasteFields } from "./paste-fields.tsx";

export function BringInDialog({ onClose }: { onClose(): void }) {
  const panels = usePanels();
  const { workspace, ui, drafts } = panels;
  const { say } = useWords();
  const [picking, setPicking] = useState(false);
  const { draft, close, submit } = usePasteDraft(onClose);
  const [camePasted] = useState(!draft.isKept && isPasteable(draft));
  useSubmitKey(picking ? null : submit);

  async function importPaths(paths: readonly string[], isMany: boolean): Promise<void> {
    const [path] = paths;
    if (path === undefined) return;
    if (paths.length > 1 || isMany || isSeveral(path)) bringInMany(ui, { paths });
    else if (await workspace.importFile(path)) close();
    else askForPassword(panels, { files: [], paths });
  }
  async function choosePaths(purpose: Purpose): Promise<void> {
    const paths = await chooseSeveralNatively(panels, purpose);
    if (paths === "no-dialog") setPicking(true);
    else await importPaths(paths, purpose === "open-folders");
  }
  if (picking)
    return (
      <ModalDialog title={say("articles.choose-file")} wide onClose={close}>
        <ArticlePicker
          onTake={(paths, isList) => void importPaths(paths, isList)}
          onCancel={() => setPicking(false)}
        />
      </ModalDialog>
    );
  return (
    <ModalDialog
      title={say("articles.bring-in-one")}
      onClose={close}
      foot={
        <>
          <Button onPress={close}>{say("ui.cancel")}</Button>
          <Button
            look="primary"
            autoFocus={camePasted}
            isDisabled={!isPasteable(draft)}
            onPress={() => void submit()}
          >
            {say("articles.bring-in-text")}
          </Button>
        </>
      }
    >
      <p className="quiet">{say("articles.kept-exactly")}</p>
      <FileWays autoFocus={!camePasted} choosePaths={(purpose) => void choosePaths(purpose)} />
      <PasteFields
        draft={draft}
        change={(part) => drafts.set(withDraft(drafts.get(), { ...draft, ...part }))}
        discard={() => drafts.set(drafts.get().slice(0, -1))}
      />
    </ModalDialog>
  );
}

/** What was copied, which is imported, and the ways out, which forget what was not kept. */
function usePasteDraft(onClose: () => void) {
  const { workspace, drafts } = usePanels();
  const draft = useStore(drafts, (all) => all.at(-1) ?? emptyDraft);
  const close = (): void => {
    drafts.set(whenClosed(drafts.get()));
    onClose();
  };
  const submit = async (): Promise<void> => {
    if (!isPasteable(draft)) return;
    drafts.set(whenClosed(drafts.get()));
    const keptDraft = drafts.get().at(-1) ?? draft;
    onClose();
    const options = {
      confirmed: confirmedAbout(draft),
      onIn: () => drafts.set(whenClosed(drafts.get(), keptDraft)),
    };
    if (draft.keepsForm && draft.form !== null) await workspace.importPasted(draft.form, null, options);
    else await workspace.importText(draft.text, null, options);
  };
  return { draft, close, submit };
}

type Purpose = "open-articles" | "open-folders";

interface FileWaysProps {
  readonly autoFocus: boolean;
  choosePaths(purpose: Purpose): void;
}

/** Files and folders, which a browser has to read itself. */
function FileWays({ autoFocus, choosePaths }: FileWaysProps) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const native = workspace.state.get().host.nativeDialogs;
  return (
    <div className="bring-in-ways">
      <Button autoFocus={autoFocus} onPress={() => choosePaths("open-articles")}>
        <FileText size={14} aria-hidden /> {say("articles.choose-file-button")}
      </Button>
      {native ? (
        <Button onPress={() => choosePaths("open-folders")}>
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
  );
}

/** Ctrl/Cmd+Enter submits, wherever in the dialog the focus is. */
function useSubmitKey(submit: (() => Promise<void>) | null): void {
  const latest = useRef(submit);
  latest.current = submit;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !latest.current) return;
      event.preventDefault();
      event.stopPropagation();
      // A key that is held imports once.
      if (!event.repeat) void latest.current();
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, []);
}
