// A field whose words count once the person has settled on them: on Enter, on leaving it, after a pause, or when it goes.
import { TextField } from "./text-field.tsx";
import { useSettled } from "./use-settled.ts";

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
