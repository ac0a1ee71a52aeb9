// Makes a project: its name, and the folder it stands in.
import { useState } from "react";
import type { PackageHead } from "../../../shared/api/take-in.ts";
import { useStore } from "../../lib/store.ts";
import type { TakeInFrom } from "../../state/project/exchange.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseNatively, createProject, startProject } from "../opening.ts";
import type { Entry } from "./entry-list.tsx";
import { FolderBrowser } from "./folder-browser.tsx";
import { joinPath, safeFileName } from "./paths.ts";
import { useFolder } from "./use-folder.ts";

/** A package that the project starts from. */
export interface ProjectStart {
  readonly from: TakeInFrom;
  readonly head: PackageHead;
  readonly unverified: boolean;
  readonly mend: boolean;
}

export function NewProjectDialog({
  start = null,
  onClose,
}: {
  readonly start?: ProjectStart | null;
  onClose(): void;
}) {
  const panels = usePanels();
  const { say, parts } = useWords();
  const native = useStore(panels.workspace.state, ({ host }) => host.nativeDialogs);
  const [own, setOwn] = useState(!native);
  const [name, setName] = useState(start?.head.project ?? "");
  const me = useStore(panels.workspace.state, ({ settings }) => settings.annotatorName);
  /** Whoever in the package has this person's name. */
  const namesake = start?.head.people.find((person) => person.name === me) ?? null;
  const [isMe, setIsMe] = useState(false);
  const folder = useFolder();
  const [chosen, setChosen] = useState<Entry | null>(null);
  const parent = chosen?.kind === "folder" ? chosen.path : folder.listing?.path;
  const folderName = safeFileName(name);
  // Where it would be made while a step to another folder is on its way is not what was asked for.
  const isHere = parent !== undefined && !folder.isMoving;
  const path = isHere && folderName !== "" ? joinPath(parent, folderName) : null;

  const make = (at: string): void => {
    onClose();
    if (!start) createProject(panels, at, name.trim());
    else startProject(panels, at, name.trim(), { ...start, me: isMe && namesake ? namesake.id : null });
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
      title={say(start ? "projects.from-package" : "projects.new")}
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
      {start && (
        <p>
          {say("projects.package-holds", {
            file: plainText(start.head.file),
            articles: start.head.articles,
            sets: start.head.sets,
          })}
        </p>
      )}
      {namesake && (
        <SwitchField
          label={say("projects.package-me", { name: plainText(namesake.name) })}
          value={isMe}
          onChange={setIsMe}
        />
      )}
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
