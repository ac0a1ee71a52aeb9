// Yes or no.
import { Switch } from "react-aria-components";

interface Props {
  readonly label: string;
  readonly value: boolean;
  readonly isDisabled?: boolean;
  onChange(value: boolean): void;
}

export function SwitchField({ label, value, isDisabled = false, onChange }: Props) {
  return (
    <Switch className="switch" isSelected={value} isDisabled={isDisabled} onChange={onChange}>
      <span className="switch-track" />
      {label}
    </Switch>
  );
}
