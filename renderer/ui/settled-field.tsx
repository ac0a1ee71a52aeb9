// A field whose words count once the person has settled on them: on Enter, on leaving it, after a pause, or when it goes.
import { useEffect, useRef, useState } from "react";
import { TextField } from "./text-field.tsx";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly isReadOnly?: boolean;
  onSettle(value: string): void;
}

export function SettledField({ label, value, onSettle, ...props }: Props) {
  const { typed, type, settle } = useSettled(value, onSettle);
  return (
    <TextField {...props} label={label} value={typed} onChange={type} onBlur={settle} onEnter={settle} />
  );
}

// Words that count once the person has settled on them: on leaving the field, after a pause, or when the field goes.

/** Milliseconds without a key after which what stands there counts. */
const pause = 1_000;

interface Settled {
  /** What stands in the field. */
  readonly typed: string;
  type(text: string): void;
  /** What stands there counts now. */
  settle(): void;
}

/** `onSettle` is called with what was typed when it differs from `value`. */
export function useSettled(value: string, onSettle: (value: string) => void): Settled {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const [settled, setSettled] = useState<string | null>(null);
  if (known !== value) {
    setKnown(value);
    // Another hand (undo, another window) changed it: what it is now wins over what stood in the field. What was settled
    // here and took a moment to be saved does not.
    if (value !== settled) setTyped(value);
    setSettled(null);
  }
  const settle = (): void => {
    if (typed === value || typed === settled) return;
    setSettled(typed);
    onSettle(typed);
  };
  const latest = useRef(settle);
  useEffect(() => {
    latest.current = settle;
  });
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => latest.current(), pause);
    return () => clearTimeout(timer);
  }, [typed, value]);
  useEffect(() => () => latest.current(), []);
  return { typed, type: setTyped, settle };
}
