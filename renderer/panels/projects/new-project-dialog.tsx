// Makes a project: its name, and the folder it stands in.
import { useState } from "react";
import { useStore } from "../../state/store.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseNatively, createProject } from "../opening.ts";
import type { Entry } from "./entry-list.tsx";
import { FolderBrowser } from "./folder-browser.tsx";
import { joinPath, safeFileName } from "./paths.ts";
import { useFolder } from "./use-folder.ts";

export function NewProjectDialog({ onClose }: { onClose(): void }) {
  const panels = usePanels();
  const { say, parts } = useWords();
  const native = useStore(panels.workspace.state, ({ host }) => host.nativeDialogs);
  const [own, setOwn] = useState(!native);
  const [name, setName] = useState("");
  const folder = useFolder();
  const [chosen, setChosen] = useState<Entry | null>(null);
  const parent = chosen?.kind === "folder" ? chosen.path : folder.listing?.path;
  const folderName = safeFileName(name);
  // Where it would be made while a step to another folder is on its way is not what was asked for.
  const isHere = parent !== undefined && !folder.isMoving;
  const path = isHere && folderName !== "" ? joinPath(parent, folderName) : null;

  const make = (at: string): void => {
    onClose();
    createProject(panels, at, name.trim());
  };
  async function go(): Promise<void> {
    if (folderName === "") return;
    if (own) {
      if (path !== null) make(path);
      return;
    }
    const place = await chooseNatively(panels, "new-project", folderName);
    if (place === "no-dialog") setOwn(true);
    else if (place !== null) make(place.path);
  }
  return (
    <ModalDialog
      title={say("projects.new")}
      wide={own}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say("ui.cancel")}</Button>
          <Button
            look="primary"
            isDisabled={folderName === "" || (own && path === null)}
            onPress={() => void go()}
          >
            {say(own ? "projects.create" : "projects.choose-where")}
          </Button>
        </>
      }
    >
      <TextField
        autoFocus
        label={say("projects.name")}
        placeholder={say("projects.name-example")}
        value={name}
        onChange={setName}
        maxLength={200}
        onEnter={() => void go()}
        help={own ? undefined : say("projects.name-about")}
      />
      {own && (
        <>
          <FolderBrowser
            folder={folder}
            shows={["folder", "project"]}
            chosen={chosen}
            makesFolders
            onChoose={setChosen}
            onTake={() => undefined}
          />
          <p className="quiet" role="status">
            {folderName === ""
              ? say("projects.type-a-name")
              : path !== null &&
                parts("projects.becomes", { path: <OutsideText key="path">{path}</OutsideText> })}
          </p>
        </>
      )}
    </ModalDialog>
  );
}
