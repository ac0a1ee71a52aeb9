// A button with fields that open below it.
import type { LucideIcon } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { Button as AriaButton, Popover } from "react-aria-components";

interface PopoverButtonProps {
  readonly label: string;
  /** What stands beside the picture where there is room. */
  readonly word: string;
  readonly icon: LucideIcon;
  readonly isActive?: boolean;
  readonly children: (close: () => void) => ReactNode;
  onOpen?(): void;
}

export function PopoverButton({ label, word, icon: Icon, isActive, children, onOpen }: PopoverButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <AriaButton
        ref={button}
        className={isActive ? "button quiet-button active" : "button quiet-button"}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        data-hint={label}
        onPress={() => {
          onOpen?.();
          setOpen(true);
        }}
      >
        <Icon size={16} aria-hidden /> <span className="filter-word">{word}</span>
      </AriaButton>
      <Popover
        isOpen={isOpen}
        onOpenChange={setOpen}
        triggerRef={button}
        aria-label={label}
        className="popover filter-popover"
        placement="bottom start"
        offset={4}
      >
        <div className="filter-fields">{children(() => setOpen(false))}</div>
      </Popover>
    </>
  );
}
