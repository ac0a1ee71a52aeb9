// Takes a project that somebody shares into a new folder, and opens it.
import { useEffect, useState } from "react";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { useStore } from "../../lib/store.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseNatively, openProject } from "../opening.ts";
import { ProblemLine } from "../problem-line.tsx";
import { NewFolderFields, useNewFolder } from "../projects/new-folder.tsx";
import { safeFileName } from "../projects/paths.ts";

/** What is taken from where, and into which folder: in the window's own picker, or in the system's dialog. */
function useClone(onTaken: () => void) {
  const panels = usePanels();
  const { team } = panels.workspace;
  const native = useStore(panels.workspace.state, ({ host }) => host.nativeDialogs);
  const [own, setOwn] = useState(!native);
  const [from, setFrom] = useState("");
  const [failed, setFailed] = useState<ApiErrorData | null>(null);
  const [isBusy, setBusy] = useState(false);
  const folderName = safeFileName(nameIn(from));
  const place = useNewFolder(folderName);
  const isReady = from.trim() !== "" && folderName !== "" && (!own || place.path !== null) && !isBusy;
  // Nobody waits for it any more.
  useEffect(() => () => team.stopCloning(), [team]);

  async function take(to: string): Promise<void> {
    setFailed(null);
    setBusy(true);
    const taken = await team.clone(from.trim(), to);
    setBusy(false);
    if (taken === null) return;
    if ("problem" in taken) return setFailed(taken.problem);
    onTaken();
    openProject(panels, taken.path);
  }
  async function go(): Promise<void> {
    if (!isReady) return;
    if (own) {
      if (place.path !== null) await take(place.path);
      return;
    }
    const nativePlace = await chooseNatively(panels, "new-project", folderName);
    if (nativePlace === "no-dialog") setOwn(true);
    else if (nativePlace !== null) await take(nativePlace.path);
  }
  return { own, from, setFrom, failed, isBusy, isReady, folderName, place, go };
}

export function OpenSharedDialog({ onClose }: { onClose(): void }) {
  const { team } = usePanels().workspace;
  const { say } = useWords();
  const { own, from, setFrom, failed, isBusy, isReady, folderName, place, go } = useClone(onClose);
  return (
    <ModalDialog
      title={say("team.open-title")}
      wide={own}
      onClose={onClose}
      foot={
        <>
          {isBusy && <Button onPress={() => team.stopCloning()}>{say("team.stop")}</Button>}
          <Button look="primary" isDisabled={!isReady} onPress={() => void go()}>
            {say(own ? "team.open" : "projects.choose-where")}
          </Button>
        </>
      }
    >
      <p className="quiet">{say("team.open-about")}</p>
      <TextField
        autoFocus
        label={say("team.where")}
        placeholder={say("team.where-example")}
        value={from}
        onChange={setFrom}
        onEnter={() => void go()}
        help={say("team.open-where-about")}
      />
      {own && <NewFolderFields folderName={folderName} unnamed={say("team.open-unnamed")} place={place} />}
      <ProblemLine problem={failed} />
      <p role="status" className="quiet">
        {isBusy && say("team.opening")}
      </p>
    </ModalDialog>
  );
}

/** What the folder is called by itself: the last part of the address, without what git adds. */
const nameIn = (where: string): string =>
  where
    .trim()
    .replace(/[\\/]+$/u, "")
    .split(/[\\/:]/u)
    .at(-1)
    ?.replace(/\.git$/u, "") ?? "";
