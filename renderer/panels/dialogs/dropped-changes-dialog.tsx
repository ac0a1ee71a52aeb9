// Own changes that could not be kept, because another window had changed the same things: shown, never lost in silence.
import type { Change } from "../../../shared/model/change.ts";
import { recordKinds } from "../../../shared/model/change.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { counted } from "../../ui/format-words.ts";
import { ModalDialog } from "../../ui/modal-dialog.tsx";

export function DroppedChangesDialog({ session }: { readonly session: Session }) {
  const notice = useStore(session.state, (state) => state.notice);
  if (notice?.kind !== "dropped") return null;
  const close = (): void => session.dismissNotice();
  const details = JSON.stringify(notice.changes, null, 2);
  return (
    <ModalDialog
      title={`${counted(notice.changes.length, "change")} could not be kept`}
      wide
      onClose={close}
      foot={
        <>
          <CopyButton label="Copy the details" text={details} />
          <Button look="primary" onPress={close}>
            Understood
          </Button>
        </>
      }
    >
      <p>
        What stands on the disk was changed by another window or program, and these changes of yours no longer
        fit to it. Everything else was kept. Make them again where they are still wanted.
      </p>
      <ul className="note">
        {notice.changes.map((change) => (
          <li key={JSON.stringify(change)}>{changeWords(change)}</li>
        ))}
      </ul>
      <pre className="details">{details}</pre>
    </ModalDialog>
  );
}

const kindNames = {
  spans: ["span", "spans"],
  attributions: ["card", "cards"],
  exclusions: ["exclusion", "exclusions"],
  waivers: ["waiver", "waivers"],
  progress: ["article state", "article states"],
  entities: ["entity", "entities"],
} as const;

function changeWords(change: Change): string {
  const parts = recordKinds.flatMap((kind) => {
    const records = change[kind];
    if (!records) return [];
    const [name, many] = kindNames[kind];
    return [
      [records.added.length, "added"] as const,
      [records.updated.length, "changed"] as const,
      [records.removed.length, "removed"] as const,
    ].flatMap(([count, verb]) => (count === 0 ? [] : [`${counted(count, name, many)} ${verb}`]));
  });
  return parts.join(", ");
}
