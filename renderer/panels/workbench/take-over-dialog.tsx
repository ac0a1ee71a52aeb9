// Asks before a project is taken over from whoever writes in it: who that is, where, and how long ago they were heard of.
import type { ReadOnly } from "../../../shared/api/contract.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { heldBy } from "./held-by.ts";

interface Props {
  readonly detail: ReadOnly["detail"];
  onTake(): void;
  onClose(): void;
}

export function TakeOverDialog({ detail, onTake, onClose }: Props) {
  const words = useWords();
  const { say } = words;
  return (
    <ModalDialog
      title={say("outside.take-over-title")}
      onClose={onClose}
      foot={
        <>
          <Button look={detail.isOld === true ? "plain" : "primary"} onPress={onClose}>
            {say("ui.cancel")}
          </Button>
          <Button look={detail.isOld === true ? "primary" : "plain"} onPress={onTake}>
            {say("outside.take-over-now")}
          </Button>
        </>
      }
    >
      <p>
        <OutsideText>{say("outside.take-over-who", heldBy(detail, words))}</OutsideText>
      </p>
      <p>{say(detail.isOld === true ? "outside.take-over-old" : "outside.take-over-live")}</p>
    </ModalDialog>
  );
}
