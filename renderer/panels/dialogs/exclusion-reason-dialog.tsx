// Asks why a stretch of the article is left out of the analysis, and leaves it out.
import { useState } from "react";
import { excludeRange } from "../../../shared/commands/index.ts";
import type { Session } from "../../state/session/session.ts";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly session: Session;
  onClose(): void;
}

export function ExclusionReasonDialog({ session, onClose }: Props) {
  const [range] = useState(() => session.view.current?.selection() ?? null);
  const [reason, setReason] = useState("");
  const { say } = useWords();
  const leaveOut = (): void => {
    onClose();
    session.run(excludeRange, { range: range ?? { start: 0, end: 0 }, reason: reason.trim() });
  };
  return (
    <ModalDialog
      title={say("dialogs.leave-out-title")}
      onClose={onClose}
      foot={
        <ConfirmButtons onCancel={onClose} isDisabled={range === null} onPress={leaveOut}>
          {say("dialogs.leave-out")}
        </ConfirmButtons>
      }
    >
      <p className="note">
        {range === null ? (
          say("dialogs.select-first")
        ) : (
          <OutsideText>{session.text.text.slice(range.start, range.end).slice(0, 240)}</OutsideText>
        )}
      </p>
      <TextField
        autoFocus
        label={say("dialogs.why-out")}
        placeholder={say("dialogs.why-out-example")}
        value={reason}
        onChange={setReason}
        onEnter={() => {
          if (range !== null) leaveOut();
        }}
      />
    </ModalDialog>
  );
}
