// How far bringing in many articles is. Closing leaves it going on.
import { ProgressBar } from "react-aria-components";
import type { BringingInState } from "../../state/articles/bringing-in.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly progress: NonNullable<BringingInState["progress"]>;
  /** Files and folders that were chosen since it began. */
  readonly waiting: number;
  onStop(): void;
  onClose(): void;
}

export function BringInProgress({ progress, waiting, onStop, onClose }: Props) {
  const { say } = useWords();
  return (
    <ModalDialog
      title={say("importing.many")}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onPress={onStop}>{say("importing.stop")}</Button>
          <Button look="primary" onPress={onClose}>
            {say("importing.meanwhile")}
          </Button>
        </>
      }
    >
      <ProgressBar
        className="bring-in-progress"
        aria-label={say("importing.progress")}
        value={progress.done}
        maxValue={Math.max(1, progress.of)}
      >
        <progress value={progress.done} max={Math.max(1, progress.of)} aria-hidden />
        <p className="quiet" role="status">
          <OutsideText>
            {say(progress.file === "" ? "importing.at" : "importing.at-file", progress)}
          </OutsideText>
        </p>
      </ProgressBar>
      <p className="quiet">{say("importing.meanwhile-about")}</p>
      {waiting > 0 && <p>{say("importing.next", { count: waiting })}</p>}
    </ModalDialog>
  );
}
