// Own changes that could not be kept, because another window had changed the same things: shown, never lost in silence.
import type { Change } from "../../../shared/model/change.ts";
import { recordKinds } from "../../../shared/model/change.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import type { Session } from "../../state/sets/session.ts";
import { useStore } from "../../state/store.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { useWords } from "../../ui/words.tsx";

export function DroppedChangesDialog({ session }: { readonly session: Session }) {
  const notice = useStore(session.state, (state) => state.notice);
  const words = useWords();
  const { say } = words;
  if (notice?.kind !== "dropped") return null;
  const close = (): void => session.dismissNotice();
  const details = JSON.stringify(notice.changes, null, 2);
  return (
    <ModalDialog
      title={say("dialogs.not-kept", { count: notice.changes.length })}
      wide
      onClose={close}
      foot={
        <>
          <CopyButton label={say("ui.copy-details")} text={details} />
          <Button look="primary" onPress={close}>
            {say("dialogs.understood")}
          </Button>
        </>
      }
    >
      <p>{say("dialogs.not-kept-why")}</p>
      <ul className="note">
        {notice.changes.map((change) => (
          <li key={JSON.stringify(change)}>{changeWords(change, words)}</li>
        ))}
      </ul>
      <pre className="details">{details}</pre>
    </ModalDialog>
  );
}

function changeWords(change: Change, { say, list }: Words): string {
  const parts = recordKinds.flatMap((kind) => {
    const records = change[kind];
    if (!records) return [];
    return (["added", "updated", "removed"] as const).flatMap((way) => {
      const count = records[way].length;
      if (count === 0) return [];
      return [say(`dialogs.change-${way}`, { what: message(`dialogs.${kind}-counted`, { count }) })];
    });
  });
  return list(parts);
}
