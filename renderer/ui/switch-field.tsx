// Yes or no.

interface Props {
  readonly label: string;
  readonly value: boolean;
  readonly isDisabled?: boolean;
  onChange(value: boolean): void;
}

export function SwitchField({ label, value, isDisabled = false, onChange }: Props) {
  return (
    <label className="switch">
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
      {label}
    </label>
  );
}
