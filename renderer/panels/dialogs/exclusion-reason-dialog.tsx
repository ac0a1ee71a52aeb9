// Asks why a stretch of the article is left out of the analysis, and leaves it out.
import { useState } from "react";
import { excludeRange } from "../../../shared/commands/index.ts";
import type { Session } from "../../state/session.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";

interface Props {
  readonly session: Session;
  onClose(): void;
}

export function ExclusionReasonDialog({ session, onClose }: Props) {
  const [range] = useState(() => session.view.current?.selection() ?? null);
  const [reason, setReason] = useState("");
  const leaveOut = (): void => {
    onClose();
    session.run(excludeRange, { range: range ?? { start: 0, end: 0 }, reason: reason.trim() });
  };
  return (
    <ModalDialog
      title="Leave the selection out"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={range === null} onPress={leaveOut}>
            Leave out
          </Button>
        </>
      }
    >
      <p className="note">
        {range === null ? (
          "Select some text first."
        ) : (
          <OutsideText>{session.text.text.slice(range.start, range.end).slice(0, 240)}</OutsideText>
        )}
      </p>
      <TextField
        autoFocus
        label="Why, in a few words (optional)"
        placeholder="Photo credit, newsletter sign-up …"
        value={reason}
        onChange={setReason}
        onKeyDown={(event) => {
          if (event.key === "Enter" && range !== null) leaveOut();
          else event.continuePropagation();
        }}
      />
    </ModalDialog>
  );
}
