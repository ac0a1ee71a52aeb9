// Buttons: with words, or with a picture alone, which then has its words in a tooltip and for screen readers. The
// browser's own: dozens of them are made and changed whenever the focus moves.
import { type ComponentProps, type ReactNode, useRef } from "react";
import { isMac, spokenKeys } from "../lib/key-combination.ts";
import { useTakeFocus } from "./take-focus.ts";

type ButtonLook = "plain" | "primary" | "quiet-button" | "danger";

interface PressProps extends Omit<ComponentProps<"button">, "onClick" | "disabled" | "type"> {
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
  onPress?(): void;
}

/** A button of any look. With `autoFocus` it has the keyboard once it is shown. */
export function Press({ isDisabled = false, onPress, autoFocus = false, ...props }: PressProps) {
  const button = useRef<HTMLButtonElement>(null);
  useTakeFocus(button, autoFocus);
  return (
    <button
      ref={button}
      {...props}
      type="button"
      disabled={isDisabled}
      onClick={onPress && (() => onPress())}
    />
  );
}

interface Props extends Omit<PressProps, "className"> {
  readonly look?: ButtonLook;
}

export function Button({ look = "plain", ...props }: Props) {
  return <Press {...props} className={`button ${look}`} />;
}

interface IconButtonProps extends Omit<PressProps, "className" | "aria-label"> {
  /** What the button does: its accessible name and its tooltip. */
  readonly label: string;
  /** Combinations such as `Mod+z`; only the first is shown. */
  readonly keys?: readonly string[];
  readonly tiny?: boolean;
}

/** A button with a picture. */
export function IconButton({ label, keys = [], tiny = false, ...props }: IconButtonProps) {
  return (
    <Press
      {...props}
      aria-label={label}
      data-hint={label}
      data-hint-keys={keys[0]}
      aria-keyshortcuts={keys[0] && spokenKeys(keys[0], isMac())}
      className={`button quiet-button icon${tiny ? " tiny" : ""}`}
    />
  );
}
