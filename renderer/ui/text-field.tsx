// A field for words: one line, or several.
import { type ReactNode, useRef } from "react";
import {
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  type TextFieldProps,
} from "react-aria-components";
import { useTakeFocus } from "./take-focus.ts";

interface Props extends Omit<TextFieldProps, "className" | "children"> {
  readonly label: string;
  /** Hides the label from the eye; it stays for screen readers. */
  readonly labelHidden?: boolean;
  readonly help?: ReactNode;
  readonly error?: ReactNode;
  readonly placeholder?: string | undefined;
  /** Several lines, that many at first. */
  readonly rows?: number;
  /** What Enter does, unless it ends what an input method composes. All other keys go on. */
  readonly onEnter?: (() => void) | undefined;
}

export function TextField({
  label,
  labelHidden = false,
  help,
  error,
  placeholder = "",
  rows,
  autoFocus = false,
  onEnter,
  onKeyDown,
  ...props
}: Props) {
  const line = useRef<HTMLInputElement>(null);
  const lines = useRef<HTMLTextAreaElement>(null);
  useTakeFocus(rows === undefined ? line : lines, autoFocus);
  const enters: TextFieldProps["onKeyDown"] = (event) => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) onEnter?.();
    else event.continuePropagation();
  };
  const keys = onEnter ? enters : onKeyDown;
  return (
    <AriaTextField {...props} {...(keys && { onKeyDown: keys })} className="field" isInvalid={Boolean(error)}>
      <Label className={labelHidden ? "visually-hidden" : "field-label"}>{label}</Label>
      {rows === undefined ? (
        <Input ref={line} className="input" placeholder={placeholder} spellCheck={false} autoComplete="off" />
      ) : (
        <TextArea ref={lines} className="input" placeholder={placeholder} rows={rows} spellCheck={false} />
      )}
      {help && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      {error && <FieldError className="field-error">{error}</FieldError>}
    </AriaTextField>
  );
}
