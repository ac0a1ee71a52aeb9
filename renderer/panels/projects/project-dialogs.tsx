// The dialogs that make a project, with its name and the folder it stands in, and open one: by the desktop's own dialog where there is one,
// else by our picker.
import { useEffect, useState } from "react";
import type { PackageHead } from "../../../shared/api/take-in.ts";
import { useStore } from "../../lib/store.ts";
import type { TakeInFrom } from "../../state/project/exchange.ts";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseNatively, createProject, openProject, startProject } from "../opening.ts";
import { FolderPicker } from "./folder-browser.tsx";
import { NewFolderFields, useNewFolder } from "./new-folder.tsx";
import { safeFileName } from "./paths.ts";

/** A package that the project starts from. */
interface ProjectStart {
  readonly from: TakeInFrom;
  readonly head: PackageHead;
  readonly unverified: boolean;
  readonly mend: boolean;
}

interface Props {
  readonly start?: ProjectStart | null;
  onClose(): void;
}

export function NewProjectDialog({ start = null, onClose }: Props) {
  const panels = usePanels();
  const { say } = useWords();
  const native = useStore(panels.workspace.state, ({ host }) => host.nativeDialogs);
  const [own, setOwn] = useState(!native);
  const [name, setName] = useState(start?.head.project ?? "");
  const me = useStore(panels.workspace.state, ({ settings }) => settings.annotatorName);
  /** Whoever in the package has this person's name. */
  const namesake = start?.head.people.find((person) => person.name === me) ?? null;
  const [isMe, setIsMe] = useState(false);
  const folderName = safeFileName(name);
  const place = useNewFolder(folderName);
  const { path } = place;

  const make = (at: string): void => {
    onClose();
    if (!start) createProject(panels, at, name.trim());
    else void startProject(panels, at, name.trim(), { ...start, me: isMe && namesake ? namesake.id : null });
  };
  async function go(): Promise<void> {
    if (folderName === "") return;
    if (own) {
      const settledPath = await place.settle();
      if (settledPath !== null) make(settledPath);
      return;
    }
    const nativePlace = await chooseNatively(panels, "new-project", folderName);
    if (nativePlace === "no-dialog") setOwn(true);
    else if (nativePlace !== null) make(nativePlace.path);
  }
  return (
    <ModalDialog
      title={say(start ? "projects.from-package" : "projects.new")}
      wide={own}
      onClose={onClose}
      foot={
        <ConfirmButtons
          onCancel={onClose}
          isDisabled={folderName === "" || (own && path === null)}
          onPress={() => void go()}
        >
          {say(own ? "projects.create" : "projects.choose-where")}
        </ConfirmButtons>
      }
    >
      {start && <StartAbout head={start.head} />}
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
      {own && <NewFolderFields folderName={folderName} unnamed={say("projects.type-a-name")} place={place} />}
    </ModalDialog>
  );
}

/** What the package holds that the project starts from. */
function StartAbout({ head: { file, articles, sets } }: Pick<ProjectStart, "head">) {
  const { say } = useWords();
  return <p>{say("projects.package-holds", { file: plainText(file), articles, sets })}</p>;
}

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
