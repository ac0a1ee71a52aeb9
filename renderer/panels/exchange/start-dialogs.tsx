// The dialogs by which a project starts from what somebody else has. From a colleague's package: the file is chosen and read, then the
// project is made with its tagset, and what the file holds is shown to be imported. From a project that somebody shares: it is taken into a
// new folder, and opened.
import { useEffect, useState } from "react";
import type { PackageHead } from "../../../shared/api/take-in.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { useStore } from "../../lib/store.ts";
import type { TakeInFrom, TakeInLook } from "../../state/project/exchange.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseNatively, openProject } from "../opening.ts";
import { FolderPicker } from "../projects/folder-browser.tsx";
import { NewProjectDialog } from "../projects/project-dialogs.tsx";
import { sourceName, TakeInRefusal } from "./take-in-refusal.tsx";
import "../../styles/exchange.css";
import { TextField } from "../../ui/text-field.tsx";
import { ProblemLine } from "../problem-line.tsx";
import { NewFolderFields, useNewFolder } from "../projects/new-folder.tsx";
import { safeFileName } from "../projects/paths.ts";

type Allowed = { readonly unverified: boolean; readonly mend: boolean };
type Refused = Extract<TakeInLook, { readonly ok: false }>;

/** The first file that waits to be imported, or one that is chosen here. */
export function StartFromPackage({ onClose }: { onClose(): void }) {
  const { ui } = usePanels();
  const from = useStore(ui, ({ takeInQueue }) => takeInQueue[0]);
  const close = (): void => {
    ui.patch({ takeInQueue: [] });
    onClose();
  };
  return from ? (
    <PackageRead key={sourceName(from)} from={from} onClose={close} />
  ) : (
    <ChoosePackage onChosen={(path) => ui.patch({ takeInQueue: [{ path }] })} onClose={close} />
  );
}

function ChoosePackage({ onChosen, onClose }: { onChosen(path: string): void; onClose(): void }) {
  const panels = usePanels();
  const { say } = useWords();
  const native = useStore(panels.workspace.state, ({ host }) => host.nativeDialogs);
  const [own, setOwn] = useState(!native);
  useEffect(() => {
    if (!native) return;
    void chooseNatively(panels, "open-review").then((chosen) => {
      if (chosen === "no-dialog") setOwn(true);
      else if (chosen === null) panels.ui.patch({ dialog: null });
      else panels.ui.patch({ takeInQueue: [{ path: chosen.path }] });
    });
  }, [native, panels]);
  if (!own) return null;
  return (
    <ModalDialog title={say("handover.choose-file")} wide onClose={onClose}>
      <FolderPicker purpose="file" takeLabel={say("handover.look")} onTake={onChosen} onCancel={onClose} />
    </ModalDialog>
  );
}

function PackageRead({ from, onClose }: { readonly from: TakeInFrom; onClose(): void }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const [allowed, setAllowed] = useState<Allowed>({ unverified: false, mend: false });
  const [read, setRead] = useState<{ readonly head: PackageHead } | { readonly refused: Refused } | null>(
    null,
  );
  useEffect(() => {
    let isWanted = true;
    void workspace.client
      .call("review.packageHead", { from, ...allowed })
      .then(
        (answer) => (answer.ok ? { head: answer } : { refused: answer }),
        (error: unknown) => {
          if (!(error instanceof ApiError)) throw error;
          return { refused: { ok: false as const, error: error.toData() } };
        },
      )
      .then((answer) => {
        if (isWanted) setRead(answer);
      });
    return () => {
      isWanted = false;
    };
  }, [workspace, from, allowed]);
  if (read && "head" in read)
    return <NewProjectDialog start={{ from, head: read.head, ...allowed }} onClose={onClose} />;
  return (
    <ModalDialog
      title={say("projects.from-package")}
      onClose={onClose}
      foot={<Button onPress={onClose}>{say("ui.cancel")}</Button>}
    >
      {read === null ? (
        <p role="status">{say("handover.reading", { file: sourceName(from) })}</p>
      ) : (
        <TakeInRefusal
          refused={read.refused}
          onAllTheSame={(how) => {
            setRead(null);
            setAllowed({ ...allowed, [how]: true });
          }}
        />
      )}
    </ModalDialog>
  );
}

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
      const settledPath = await place.settle();
      if (settledPath !== null) await take(settledPath);
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
