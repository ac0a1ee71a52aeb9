// Menus of actions: what can be done, each with its key; behind a button, or at a place of the page.
import { type ReactNode, useRef } from "react";
import { Menu, MenuItem, Popover } from "react-aria-components";
import type { Action } from "../actions/action.ts";
import { useWords } from "../ui/words.tsx";
import { ActionKeys } from "./action-keys.tsx";

interface ItemsProps {
  readonly actions: readonly Action[];
  /** Whether there are choices with ticks in the same menu, beside which these have to stand. */
  readonly hasTicks?: boolean;
  /** Absent: all of them can be done. */
  isDisabled?(action: Action): boolean;
}

/** The entries of a menu; its `onAction` has the id of the one that is chosen. */
export function ActionItems({ actions, hasTicks = false, isDisabled = () => false }: ItemsProps) {
  const { tell } = useWords();
  return actions.map((action) => (
    <MenuItem
      key={action.id}
      id={action.id}
      className="choice"
      textValue={tell(action.title)}
      isDisabled={isDisabled(action)}
    >
      {hasTicks && <span className="choice-tick" />}
      <span className="choice-text">{tell(action.title)}</span>
      <ActionKeys action={action.id} />
    </MenuItem>
  ));
}

/** Pixels of the viewport. */
export interface MenuPlace {
  readonly left: number;
  readonly top: number;
}

interface MenuAtProps {
  readonly label: string;
  readonly place: MenuPlace;
  readonly children: ReactNode;
  onClose(): void;
  onAction(id: string): void;
}

/** A menu that opens where the pointer or the keyboard is. */
export function MenuAt({ label, place, children, onClose, onAction }: MenuAtProps) {
  const anchor = useRef<HTMLDivElement>(null);
  return (
    <>
      <div ref={anchor} className="menu-anchor" style={{ left: place.left, top: place.top }} aria-hidden />
      <Popover
        isOpen
        aria-label={label}
        triggerRef={anchor}
        className="popover"
        placement="bottom start"
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <Menu
          className="choices"
          aria-label={label}
          autoFocus="first"
          onClose={onClose}
          onAction={(key) => onAction(String(key))}
        >
          {children}
        </Menu>
      </Popover>
    </>
  );
}
