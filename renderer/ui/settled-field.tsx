// A field whose words count once the person has settled on them: on Enter, on leaving it, after a pause, or when it goes.
import { useEffect, useRef, useState } from "react";
import { TextField } from "./text-field.tsx";

/** Milliseconds without a key after which what stands there counts. */
const pause = 1_000;

interface Props {
  readonly label: string;
  readonly value: string;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly isReadOnly?: boolean;
  onSettle(value: string): void;
}

export function SettledField({ label, value, rows, onSettle, ...props }: Props) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    // Another hand (undo, another window) changed it: what it is now wins over what stood in the field.
    setKnown(value);
    setTyped(value);
  }
  const latest = useRef({ typed, value, onSettle });
  useEffect(() => {
    latest.current = { typed, value, onSettle };
  });
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => settle(latest.current), pause);
    return () => clearTimeout(timer);
  }, [typed, value]);
  useEffect(() => () => settle(latest.current), []);
  return (
    <TextField
      {...props}
      {...(rows === undefined ? {} : { rows })}
      label={label}
      value={typed}
      onChange={setTyped}
      onBlur={() => settle(latest.current)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && rows === undefined) settle(latest.current);
        else event.continuePropagation();
      }}
    />
  );
}

function settle({
  typed,
  value,
  onSettle,
}: {
  typed: string;
  value: string;
  onSettle(value: string): void;
}): void {
  if (typed !== value) onSettle(typed);
}
