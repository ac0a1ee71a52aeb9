// The folder whose files come into the project while it is open: which, how, what waits in it, and what came of it.
import { useState } from "react";
import type { WatchWay } from "../../../shared/api/watching.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { useStore } from "../../lib/store.ts";
import { watchingOf } from "../../state/articles/watching.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseSeveralNatively } from "../opening.ts";
import { ProblemLine } from "../problem-line.tsx";
import type { FolderEntry } from "../projects/entry-list.tsx";
import { FolderBrowser } from "../projects/folder-browser.tsx";
import { useFolder } from "../projects/use-folder.ts";
import { BringInResult } from "./bring-in-result.tsx";

export function WatchDialog({ onClose }: { onClose(): void }) {
  const panels = usePanels();
  const { say } = useWords();
  const watching = watchingOf(panels.workspace);
  const { path, how, waiting, broughtIn, problem } = useStore(watching.state, (state) => state);
  const [picking, setPicking] = useState(false);
  const [failed, setFailed] = useState<ApiErrorData | null>(null);
  const wrong = failed ?? problem;
  const isNothing = broughtIn.taken.length + broughtIn.skipped.length + broughtIn.refused.length === 0;

  const watch = async (next: string | null, way: WatchWay = how): Promise<void> =>
    setFailed(await watching.set(next, way));
  async function chooseFolder(): Promise<void> {
    const folders = await chooseSeveralNatively(panels, "open-folders");
    if (folders === "no-dialog") setPicking(true);
    else if (folders[0] !== undefined) await watch(folders[0]);
  }
  if (picking)
    return (
      <ModalDialog title={say("importing.watch-choose")} wide onClose={onClose}>
        <FolderChoice
          onCancel={() => setPicking(false)}
          onTake={(folder) => {
            setPicking(false);
            void watch(folder);
          }}
        />
      </ModalDialog>
    );
  return (
    <ModalDialog
      title={say("importing.watch-title")}
      wide
      onClose={onClose}
      foot={
        <>
          {path !== null && <Button onPress={() => void watch(null)}>{say("importing.watch-stop")}</Button>}
          <Button look={path === null ? "primary" : "plain"} onPress={() => void chooseFolder()}>
            {say(path === null ? "importing.watch-choose-button" : "importing.watch-other")}
          </Button>
          {waiting.length > 0 && (
            <Button look="primary" onPress={() => void watching.take().then(setFailed)}>
              {say("importing.watch-take", { count: waiting.length })}
            </Button>
          )}
        </>
      }
    >
      <p className="quiet">{say("importing.watch-about")}</p>
      <ProblemLine problem={wrong} />
      {path !== null && <WatchedFolder path={path} how={how} onHow={(way) => void watch(path, way)} />}
      {waiting.length > 0 && <WaitingFiles files={waiting} />}
      {!isNothing && <BringInResult result={broughtIn} problem={null} />}
    </ModalDialog>
  );
}

interface WatchedFolderProps {
  readonly path: string;
  readonly how: WatchWay;
  onHow(how: WatchWay): void;
}

function WatchedFolder({ path, how, onHow }: WatchedFolderProps) {
  const { say } = useWords();
  return (
    <>
      <p role="status">
        <OutsideText>{say("importing.watched", { path })}</OutsideText>
      </p>
      <ChoiceField
        label={say("importing.watch-how")}
        options={(["take", "offer"] as const).map((id) => ({
          id,
          name: say(`importing.watch-how-${id}`),
        }))}
        value={how}
        onChange={onHow}
      />
    </>
  );
}

function WaitingFiles({ files }: { readonly files: readonly string[] }) {
  const { say } = useWords();
  return (
    <>
      <p className="note-title">{say("importing.watch-waiting", { count: files.length })}</p>
      <ul className="bring-in-lines">
        {files.slice(0, 200).map((file) => (
          <li key={file}>
            <OutsideText>{file}</OutsideText>
          </li>
        ))}
      </ul>
    </>
  );
}

function FolderChoice({ onTake, onCancel }: { onTake(path: string): void; onCancel(): void }) {
  const { say } = useWords();
  const folder = useFolder("read");
  const [chosen, setChosen] = useState<FolderEntry | null>(null);
  const path = chosen?.path ?? (folder.typed?.trim() || folder.listing?.path) ?? null;
  async function take(): Promise<void> {
    const takenPath = chosen?.path ?? (await folder.settle())?.path;
    if (takenPath !== undefined) onTake(takenPath);
  }
  return (
    <>
      <FolderBrowser
        folder={folder}
        shows={["folder"]}
        chosen={chosen}
        takesFocus
        onChoose={setChosen}
        onTake={(entry) => void folder.go(entry.path)}
      />
      <div className="picker-buttons">
        <p className="quiet spring" role="status">
          <OutsideText>{path ?? ""}</OutsideText>
        </p>
        <Button onPress={onCancel}>{say("ui.cancel")}</Button>
        <Button look="primary" isDisabled={path === null || folder.isMoving} onPress={() => void take()}>
          {say("importing.watch-this")}
        </Button>
      </div>
    </>
  );
}
