// The trash of the project: what was moved to the trash, the way back for each, and what is deleted for good when somebody asks for it.
import "../../styles/trash.css";
import { Trash2, Undo2 } from "lucide-react";
import { useEffect, useState } from "react";
import type { InTrash } from "../../../shared/api/trash.ts";
import { sizeMessage } from "../../../shared/words/size.ts";
import { useStore } from "../../lib/store.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { DeleteDialog } from "./delete-dialog.tsx";

export function TrashDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say } = useWords();
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
              item={item}
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

interface RowProps {
  readonly item: InTrash;
  readonly isReadOnly: boolean;
  onTakeBack(): void;
  onDelete(): void;
}

function TrashRow({ item, isReadOnly, onTakeBack, onDelete }: RowProps) {
  const { say, tell, when } = useWords();
  const { kind, name, by, putAwayAt, holds, bytes, isSecond } = item;
  const facts = [
    say("trash.kind", { kind }),
    ...(putAwayAt === "" ? [] : [say("trash.by", { by, at: when(new Date(putAwayAt), new Date()) })]),
    say("trash.holds", { kind, count: holds }),
    tell(sizeMessage(bytes)),
  ];
  return (
    <li className="trash-row">
      <div className="trash-words">
        <p className="note-title">
          <OutsideText cut>{name}</OutsideText>
        </p>
        <p className="quiet small">
          <OutsideText>{facts.join(" · ")}</OutsideText>
        </p>
        {isSecond && <p className="quiet small">{say("trash.is-second", { count: holds })}</p>}
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
