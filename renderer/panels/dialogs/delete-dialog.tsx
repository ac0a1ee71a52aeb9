// Asks before something is deleted for good: what it is, and how large.
import { sizeMessage } from "../../../shared/words/size.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly items: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
  onDelete(): void;
  onClose(): void;
}

export function DeleteDialog({ items, onDelete, onClose }: Props) {
  const { say, tell } = useWords();
  const size = tell(sizeMessage(items.reduce((sum, { bytes }) => sum + bytes, 0)));
  return (
    <ModalDialog
      title={say("trash.delete-title")}
      onClose={onClose}
      foot={
        <>
          <Button autoFocus onPress={onClose}>
            {say("ui.cancel")}
          </Button>
          <Button look="danger" onPress={onDelete}>
            {say("trash.delete-now")}
          </Button>
        </>
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
