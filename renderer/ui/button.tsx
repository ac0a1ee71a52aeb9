// Buttons: with words, or with a picture alone, which then has its words in a tooltip and for screen readers.
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components";
import { Hint } from "./hint.tsx";

export type ButtonLook = "plain" | "primary" | "quiet-button" | "danger";

interface Props extends Omit<ButtonProps, "className" | "children"> {
  readonly look?: ButtonLook;
  readonly children: ReactNode;
}

export function Button({ look = "plain", ...props }: Props) {
  return <AriaButton {...props} className={`button ${look}`} />;
}

interface IconButtonProps extends Omit<ButtonProps, "className" | "children" | "aria-label"> {
  /** What the button does: its accessible name and its tooltip. */
  readonly label: string;
  readonly keys?: readonly string[];
  readonly tiny?: boolean;
  readonly children: ReactNode;
}

/** A button with a picture. */
export function IconButton({ label, keys = [], tiny = false, ...props }: IconButtonProps) {
  return (
    <Hint text={label} keys={keys}>
      <AriaButton
        {...props}
        aria-label={label}
        className={`button quiet-button icon${tiny ? " tiny" : ""}`}
      />
    </Hint>
  );
}
