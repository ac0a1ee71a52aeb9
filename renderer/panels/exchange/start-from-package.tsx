// A project that starts from a colleague's package: the file is chosen and read, then the project is made with its tagset, and what the
// file holds is shown to be imported.
import { useEffect, useState } from "react";
import type { PackageHead } from "../../../shared/api/take-in.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { useStore } from "../../lib/store.ts";
import type { TakeInFrom, TakeInLook } from "../../state/project/exchange.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseNatively } from "../opening.ts";
import { FolderPicker } from "../projects/folder-browser.tsx";
import { NewProjectDialog } from "../projects/new-project-dialog.tsx";
import { sourceName, TakeInRefusal } from "./take-in-refusal.tsx";
import "../../styles/exchange.css";

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
