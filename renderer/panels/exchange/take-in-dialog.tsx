// Takes a colleague's work in: chooses a file or a project, shows what it holds and what would happen, and does it. Several files
// that were dropped are looked at one after the other.
import "../../styles/exchange.css";
import { ArrowLeft, FileText, FolderOpen } from "lucide-react";
import { useEffect, useState } from "react";
import { useStore } from "../../lib/store.ts";
import type { TakeInFrom, TakeInInput, TakeInLook } from "../../state/project/exchange.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseNatively } from "../opening.ts";
import { FolderPicker } from "../projects/folder-browser.tsx";
import { type Foreign, ForeignStep } from "./foreign-step.tsx";
import { sourceName, TakeInRefusal, takesAnything } from "./take-in-refusal.tsx";
import { TakeInView } from "./take-in-view.tsx";

const firstChoices = {
  unverified: false,
  mend: false,
  bring: true,
  places: {},
  twins: "ask",
  own: "ask",
  decided: [],
  foreign: null,
} as const satisfies TakeInInput;

export function TakeInDialog({ onClose }: { onClose(): void }) {
  const { ui } = usePanels();
  const queue = useStore(ui, ({ takeInQueue }) => takeInQueue);
  const [first] = queue;
  const goToNextFile = (): void => {
    const remainingQueue = ui.get().takeInQueue.slice(1);
    ui.patch({ takeInQueue: remainingQueue });
    if (remainingQueue.length === 0) onClose();
  };
  const close = (): void => {
    ui.patch({ takeInQueue: [] });
    onClose();
  };
  if (!first)
    return <ChooseSource onClose={close} onChosen={(path) => ui.patch({ takeInQueue: [{ path }] })} />;
  const key = "path" in first ? first.path : `${first.name} ${first.text.length} ${queue.length}`;
  return (
    <TakeInFile key={key} from={first} waiting={queue.length - 1} onDone={goToNextFile} onClose={close} />
  );
}

interface ChooseProps {
  onChosen(path: string): void;
  onClose(): void;
}

function ChooseSource({ onChosen, onClose }: ChooseProps) {
  const panels = usePanels();
  const { say } = useWords();
  const [picking, setPicking] = useState<"file" | "project" | null>(null);
  async function pickSource(purpose: "file" | "project"): Promise<void> {
    const choice = await chooseNatively(panels, purpose === "file" ? "open-review" : "open-project");
    if (choice === "no-dialog") setPicking(purpose);
    else if (choice !== null) onChosen(choice.path);
  }
  if (picking)
    return (
      <ModalDialog title={say(`handover.choose-${picking}`)} wide onClose={onClose}>
        <FolderPicker
          purpose={picking}
          takeLabel={say("handover.look")}
          onTake={onChosen}
          onCancel={() => setPicking(null)}
        />
      </ModalDialog>
    );
  return (
    <ModalDialog
      title={say("handover.take-in-title")}
      onClose={onClose}
      foot={<Button onPress={onClose}>{say("ui.cancel")}</Button>}
    >
      <p className="quiet">{say("handover.take-in-about")}</p>
      <div className="exchange-sources">
        <Button onPress={() => void pickSource("file")}>
          <FileText size={14} aria-hidden /> {say("handover.choose-file-button")}
        </Button>
        <Button onPress={() => void pickSource("project")}>
          <FolderOpen size={14} aria-hidden /> {say("handover.choose-project-button")}
        </Button>
      </div>
      <p className="quiet">{say("handover.or-drop")}</p>
    </ModalDialog>
  );
}

interface FileProps {
  readonly from: TakeInFrom;
  /** How many files come after it. */
  readonly waiting: number;
  onDone(): void;
  onClose(): void;
}

function TakeInFile({ from, waiting, onDone, onClose }: FileProps) {
  const { say } = useWords();
  const file = useTakeIn({ from, onDone, onClose });
  const { seen, taking } = file;
  const isTaking = taking === "taking";
  const ready = seen?.ok === true && !isTaking;
  return (
    <ModalDialog
      title={say("handover.take-in-title")}
      wide
      onClose={file.leave}
      foot={
        <>
          {waiting > 0 && <p className="quiet spring">{say("handover.waiting", { count: waiting })}</p>}
          <Button onPress={isTaking || waiting === 0 ? file.leave : file.skip}>
            {say(isTaking ? "handover.stop" : waiting > 0 ? "handover.skip" : "ui.cancel")}
          </Button>
          <Button
            look="primary"
            isDisabled={!ready || !takesAnything(seen)}
            onPress={() => {
              if (seen?.ok === true) void file.takeIn(seen.sha256);
            }}
          >
            {say("handover.take-in-button")}
          </Button>
        </>
      }
    >
      {taking === "stopped" && (
        <p role="status" className="exchange-stopped">
          {say("handover.stopped")}
        </p>
      )}
      {seen?.ok === true && seen.foreign && !isTaking && (
        <div>
          <Button
            look="quiet-button"
            onPress={() => {
              file.readAnew({ foreign: file.foreign && { ...file.foreign, mapping: null } });
            }}
          >
            <ArrowLeft size={14} aria-hidden /> {say("foreign.back")}
          </Button>
        </div>
      )}
      {seen === null || isTaking ? (
        <TakeInWaiting file={sourceName(from)} isTaking={isTaking} />
      ) : (
        <TakeInStep file={file} seen={seen} />
      )}
    </ModalDialog>
  );
}

/** What was read of a file, as the choices have it, and the ways to take it in, to skip it, and to leave. */
function useTakeIn({ from, onDone, onClose }: Omit<FileProps, "waiting">) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const [choices, setChoices] = useState<TakeInInput>({
    ...firstChoices,
    unnamed: say("convert.unnamed-annotator"),
  });
  /** What another tool's names were said to mean, for whoever comes back to it. */
  const [foreign, setForeign] = useState<Foreign | null>(null);
  const [decided, setDecided] = useState<TakeInInput["decided"]>([]);
  const [seen, setSeen] = useState<TakeInLook | null>(null);
  const [taking, setTaking] = useState<"not" | "taking" | "stopped">("not");
  const isTaking = taking === "taking";
  const isWaiting = seen === null || isTaking;

  useEffect(() => {
    let isWanted = true;
    void workspace.exchange.look(from, choices).then((looked) => {
      if (isWanted) setSeen(looked);
    });
    return () => {
      isWanted = false;
    };
  }, [workspace, from, choices]);

  async function takeFileIn(sha256: string): Promise<void> {
    setTaking("taking");
    const isIn = await workspace.exchange.takeIn(from, { ...choices, decided }, sha256);
    // What went wrong is told over the window; what was stopped can be imported all the same.
    if (isIn || workspace.state.get().problem) onDone();
    else setTaking("stopped");
  }
  /** What is being read or imported is ended first. */
  function leave(): void {
    if (isWaiting) workspace.exchange.stop();
    if (!isTaking) onClose();
  }
  function skip(): void {
    if (isWaiting) workspace.exchange.stop();
    onDone();
  }
  function readAnew(changes: Partial<TakeInInput>): void {
    setSeen(null);
    setChoices({ ...choices, ...changes });
  }
  const acts = { takeIn: takeFileIn, leave, skip, readAnew, setChoices, setForeign, setDecided };
  return { choices, foreign, decided, seen, taking, ...acts };
}

/** What the file holds, what another tool's names mean, or why it cannot be imported. */
function TakeInStep({
  file,
  seen,
}: {
  readonly file: ReturnType<typeof useTakeIn>;
  readonly seen: TakeInLook;
}) {
  const { workspace } = usePanels();
  const tagset = useStore(workspace.state, ({ project }) => project?.project.tagset);
  if (seen.ok)
    return (
      <TakeInView
        seen={seen}
        choices={file.choices}
        decided={file.decided}
        onChoices={file.setChoices}
        onDecided={file.setDecided}
      />
    );
  if ("offer" in seen && seen.offer && tagset)
    return (
      <ForeignStep
        key={seen.offer.format}
        file={seen.file}
        offer={seen.offer}
        tagset={tagset}
        before={file.foreign}
        onRead={(next) => {
          file.setForeign(next);
          file.readAnew({ foreign: next });
        }}
      />
    );
  return <TakeInRefusal refused={seen} onAllTheSame={(how) => file.readAnew({ [how]: true })} />;
}

/** How far reading a colleague's file, or taking it in, is. */
function TakeInWaiting({ file, isTaking }: { readonly file: string; readonly isTaking: boolean }) {
  const { exchange } = usePanels().workspace;
  const { say } = useWords();
  const progress = useStore(exchange.progress, (value) => value);
  const stage = progress?.stage ?? "reading";
  const what =
    isTaking && stage !== "writing"
      ? say("handover.taking-in")
      : say(`handover.${stage}`, { file: plainText(file) });
  return (
    <div className="exchange-waiting">
      {progress && progress.of > 0 ? (
        <progress
          className="exchange-progress"
          max={progress.of}
          value={progress.done}
          aria-label={say("handover.progress")}
        />
      ) : (
        <span className="exchange-bar" aria-hidden />
      )}
      <p role="status">{what}</p>
      {stage === "writing" && progress && (
        <p className="quiet">{say("handover.written", { done: progress.done, of: progress.of })}</p>
      )}
    </div>
  );
}
