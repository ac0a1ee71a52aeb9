// A dialog over the page: a title, what it holds, and its buttons at the foot. Escape and the cross close it.
import { X } from "lucide-react";
import { type ComponentProps, type ComponentType, createContext, type ReactNode, useContext } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button, IconButton } from "./button.tsx";
import { useWords } from "./words.tsx";

/** What must be seen whatever dialog is open, above what that holds. */
export const OverDialogs = createContext<ComponentType | null>(null);

interface Props {
  readonly title: string;
  readonly wide?: boolean;
  /** Nearly all of the window, for what is worked in for a while. */
  readonly large?: boolean;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
  onClose(): void;
}

export function ModalDialog({ title, wide = false, large = false, foot, children, onClose }: Props) {
  const { say } = useWords();
  const Notice = useContext(OverDialogs);
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`modal${wide ? " wide" : ""}${large ? " large" : ""}`}>
        <Dialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <IconButton label={say("ui.close")} onPress={onClose}>
              <X size={16} aria-hidden />
            </IconButton>
          </header>
          {Notice && <Notice />}
          <div className="dialog-body">{children}</div>
          {foot && <footer className="dialog-foot">{foot}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface DeleteButtonsProps {
  /** The words of the way out. */
  readonly keep: string;
  readonly children: ReactNode;
  onKeep(): void;
  onDelete(): void;
}

/** The foot of a dialog that asks before something is deleted for good: the way out, which has the keyboard, and the button that does it. */
export function DeleteButtons({ keep, children, onKeep, onDelete }: DeleteButtonsProps) {
  return (
    <>
      <Button autoFocus onPress={onKeep}>
        {keep}
      </Button>
      <Button look="danger" onPress={onDelete}>
        {children}
      </Button>
    </>
  );
}

interface ConfirmButtonsProps extends Omit<ComponentProps<typeof Button>, "look"> {
  onCancel(): void;
}

/** The foot of a dialog that asks for something: the way out, and the button that does it. */
export function ConfirmButtons({ onCancel, ...props }: ConfirmButtonsProps) {
  const { say } = useWords();
  return (
    <>
      <Button onPress={onCancel}>{say("ui.cancel")}</Button>
      <Button {...props} look="primary" />
    </>
  );
}
