// The trash of the project: what was moved to the trash, the way back for each, and what is deleted for good when somebody asks for it.
import "../../styles/trash.css";
import { Trash2, Undo2 } from "lucide-react";
import { useEffect, useState } from "react";
import type { InTrash } from "../../../shared/api/trash.ts";
import type { Words } from "../../../shared/words/say.ts";
import { sizeMessage } from "../../../shared/words/size.ts";
import { useStore } from "../../lib/store.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { DeleteButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function TrashDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const words = useWords();
  const { say } = words;
  const isReadOnly = useStore(workspace.state, ({ project }) => project?.readOnly !== null);
  const [items, setItems] = useState<readonly InTrash[] | null>(null);
  const [doomed, setDoomed] = useState<readonly InTrash[]>([]);
  useEffect(() => {
    let isOpen = true;
    void workspace.trash.list().then((found) => {
      if (!isOpen) return;
      if (found === null) onClose();
      else setItems(found);
    });
    return () => {
      isOpen = false;
    };
  }, [workspace, onClose]);
  const takeBack = (item: InTrash): void => {
    onClose();
    void workspace.trash.takeBack(item);
  };
  async function deleteDoomed(): Promise<void> {
    setDoomed([]);
    const remainingItems = await workspace.trash.empty(doomed);
    if (remainingItems) setItems(remainingItems);
  }
  return (
    <ModalDialog
      title={say("trash.title")}
      wide
      onClose={onClose}
      foot={
        <>
          {!isReadOnly && items && items.length > 0 && (
            <Button onPress={() => setDoomed(items)}>{say("trash.empty-now")}</Button>
          )}
          <Button onPress={onClose}>{say("ui.close")}</Button>
        </>
      }
    >
      {items?.length === 0 ? (
        <p className="trash-empty">{say("trash.empty")}</p>
      ) : (
        <ul className="trash-list">
          {items?.map((item) => (
            <TrashRow
              key={`${item.kind} ${item.id}`}
              name={item.name}
              facts={factsOf(item, words)}
              note={item.isSecond ? words.say("trash.is-second", { count: item.holds }) : null}
              isReadOnly={isReadOnly}
              onTakeBack={() => takeBack(item)}
              onDelete={() => setDoomed([item])}
            />
          ))}
        </ul>
      )}
      <p className="quiet">{say("trash.about")}</p>
      {doomed.length > 0 && (
        <DeleteDialog items={doomed} onDelete={() => void deleteDoomed()} onClose={() => setDoomed([])} />
      )}
    </ModalDialog>
  );
}

const factsOf = (
  { kind, by, putAwayAt, holds, bytes }: InTrash,
  { say, tell, when }: Words,
): readonly string[] => [
  say("trash.kind", { kind }),
  ...(putAwayAt === "" ? [] : [say("trash.by", { by, at: when(new Date(putAwayAt), new Date()) })]),
  say("trash.holds", { kind, count: holds }),
  tell(sizeMessage(bytes)),
];

interface RowProps {
  readonly name: string;
  /** What is known of it, on one line. */
  readonly facts: readonly string[];
  readonly note?: string | null;
  readonly isReadOnly?: boolean;
  onTakeBack(): void;
  onDelete(): void;
}

/** Something in a trash, with the way back and the way out. */
export function TrashRow({ name, facts, note = null, isReadOnly = false, onTakeBack, onDelete }: RowProps) {
  const { say } = useWords();
  return (
    <li className="trash-row">
      <div className="trash-words">
        <p className="note-title">
          <OutsideText cut>{name}</OutsideText>
        </p>
        <p className="quiet small">
          <OutsideText>{facts.join(" · ")}</OutsideText>
        </p>
        {note !== null && <p className="quiet small">{note}</p>}
      </div>
      {!isReadOnly && (
        <>
          <Button aria-label={say("trash.take-back-of", { title: plainText(name) })} onPress={onTakeBack}>
            <Undo2 size={14} aria-hidden />
            {say("trash.take-back")}
          </Button>
          <IconButton tiny label={say("trash.delete-of", { title: plainText(name) })} onPress={onDelete}>
            <Trash2 size={14} aria-hidden />
          </IconButton>
        </>
      )}
    </li>
  );
}

interface DeleteProps {
  readonly items: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
  onDelete(): void;
  onClose(): void;
}

/** Asks before something is deleted for good: what it is, and how large. */
export function DeleteDialog({ items, onDelete, onClose }: DeleteProps) {
  const { say, tell } = useWords();
  const size = tell(sizeMessage(items.reduce((sum, { bytes }) => sum + bytes, 0)));
  return (
    <ModalDialog
      title={say("trash.delete-title")}
      onClose={onClose}
      foot={
        <DeleteButtons keep={say("ui.cancel")} onKeep={onClose} onDelete={onDelete}>
          {say("trash.delete-now")}
        </DeleteButtons>
      }
    >
      <p>{say("trash.delete-about", { count: items.length, size })}</p>
      <ul className="trash-doomed">
        {items.map(({ id, name, bytes }) => (
          <li key={id}>
            <OutsideText cut>{name}</OutsideText>
            <span className="quiet small">{tell(sizeMessage(bytes))}</span>
          </li>
        ))}
      </ul>
    </ModalDialog>
  );
}
