// Own changes that could not be kept, because another window had changed the same things: shown, never lost in silence.
import type { Change } from "../../../shared/model/change.ts";
import { recordKinds } from "../../../shared/model/record-kinds.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { useStore } from "../../lib/store.ts";
import type { Dropped } from "../../state/project/workspace-state.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function DroppedChangesDialog() {
  const { workspace } = usePanels();
  const dropped = useStore(workspace.state, (state) => state.dropped);
  const words = useWords();
  const { say } = words;
  if (dropped.length === 0) return null;
  const close = workspace.dismissDropped;
  const details = JSON.stringify(dropped, null, 2);
  const count = dropped.reduce((sum, { changes }) => sum + changes.length, 0);
  return (
    <ModalDialog
      title={say("dialogs.not-kept", { count })}
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
      {dropped.some(({ isDeleted }) => !isDeleted) && <p>{say("dialogs.not-kept-why")}</p>}
      {[...byArticle(dropped)].map(([article, { title, changes, isDeleted }]) => (
        <section key={article}>
          <p className="note-title">
            <OutsideText>{title}</OutsideText>
          </p>
          {isDeleted && <p>{say("dialogs.not-kept-deleted")}</p>}
          <ul className="note">
            {changes.map((change) => (
              <li key={JSON.stringify(change)}>{changeWords(change, words)}</li>
            ))}
          </ul>
        </section>
      ))}
      <pre className="details">{details}</pre>
    </ModalDialog>
  );
}

type OfArticle = Pick<Dropped, "title" | "changes" | "isDeleted">;

function byArticle(dropped: readonly Dropped[]): ReadonlyMap<string, OfArticle> {
  const changesByArticle = new Map<string, OfArticle>();
  for (const { article, changes, ...one } of dropped)
    changesByArticle.set(article, {
      ...one,
      changes: [...(changesByArticle.get(article)?.changes ?? []), ...changes],
    });
  return changesByArticle;
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
