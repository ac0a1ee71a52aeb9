// One's own note on the article as a whole.
import { useState } from "react";
import { setProgress } from "../../../shared/commands/index.ts";
import { articleNoteOf } from "../../../shared/model/article-state.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { Session } from "../../state/session/session.ts";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly session: Session;
  onClose(): void;
}

export function ArticleNoteDialog({ session, onClose }: Props) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const [note, setNote] = useState(() => articleNoteOf(session.annotations().set));
  const tooLong = note.length > limits.noteLength;
  const saveNote = (): void => {
    if (session.readOnly || note.trim() === articleNoteOf(session.annotations().set)) {
      onClose();
      return;
    }
    // Where no name is given, it is still there.
    workspace.whenNamed(() => {
      onClose();
      session.run(setProgress, { note: note.trim() });
    });
  };
  return (
    <ModalDialog
      title={say("articles.note-title")}
      // Escape leaves, it does not throw away; that is what the button is for.
      onClose={() => {
        if (!tooLong) saveNote();
      }}
      foot={
        <ConfirmButtons onCancel={onClose} isDisabled={tooLong || session.readOnly} onPress={saveNote}>
          {say("articles.keep-note")}
        </ConfirmButtons>
      }
    >
      <TextField
        autoFocus
        label={say("articles.note")}
        labelHidden
        rows={6}
        value={note}
        onChange={setNote}
        isReadOnly={session.readOnly}
        help={say("articles.note-help")}
        error={
          tooLong ? say("articles.note-too-long", { length: note.length, most: limits.noteLength }) : null
        }
      />
    </ModalDialog>
  );
}
