// A field that is on or off: a box to tick, with its label.

interface Props {
  readonly label: string;
  /** What it is about, as a tooltip. */
  readonly title?: string;
  /** A key that leads to it, shown beside the label. */
  readonly pickKey?: string | null;
  readonly value: boolean;
  readonly isDisabled?: boolean;
  onChange(value: boolean): void;
}

export function SwitchField({ label, title, pickKey = null, value, isDisabled = false, onChange }: Props) {
  return (
    <label className="switch" title={title}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={value}
        className="visually-hidden"
        checked={value}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="switch-track" />
      {pickKey !== null && <kbd aria-hidden>{pickKey.toUpperCase()}</kbd>}
      {label}
    </label>
  );
}
