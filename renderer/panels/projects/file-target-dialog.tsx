// A dialog that ends in writing a file: what it asks, then where to, then its two buttons.
import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { useWords } from "../../ui/words.tsx";
import type { FileTarget } from "./file-target.tsx";

interface Props {
  readonly title: string;
  readonly target: FileTarget;
  /** What the button says that writes the file, once its place is chosen. */
  readonly writeLabel: string;
  /** Whether something that the dialog asks is not answered yet. */
  readonly isIncomplete?: boolean;
  /** What stands in the place of all else while the file is being written. */
  readonly waiting?: ReactNode;
  readonly children: ReactNode;
  onClose(): void;
}

export function FileTargetDialog({
  title,
  target,
  writeLabel,
  isIncomplete = false,
  waiting,
  children,
  onClose,
}: Props) {
  const { say } = useWords();
  const isReady = target.isReady && !isIncomplete;
  const label = target.replaces ? say("dialogs.replace-file") : writeLabel;
  if (waiting)
    return (
      <ModalDialog
        title={title}
        wide={target.own}
        onClose={onClose}
        foot={<Button onPress={onClose}>{say("dialogs.stop")}</Button>}
      >
        {waiting}
      </ModalDialog>
    );
  return (
    <ModalDialog
      title={title}
      wide={target.own}
      onClose={onClose}
      foot={
        <ConfirmButtons onCancel={onClose} isDisabled={!isReady} onPress={() => void target.go()}>
          {target.own ? label : say("projects.choose-where")}
        </ConfirmButtons>
      }
    >
      {children}
      {target.fields(() => {
        if (isReady) void target.go();
      })}
    </ModalDialog>
  );
}
