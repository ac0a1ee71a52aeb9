// One of several values. The browser's own list: a card shows half a dozen of these each time the focus moves, and they
// must cost nothing until one is opened.
import { ChevronDown } from "lucide-react";
import { useId } from "react";

export interface Option {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
}

interface Props {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly options: readonly Option[];
  /** The id of the option chosen, or `null`. */
  readonly value: string | null;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  onChange(id: string): void;
}

export function ChoiceField({
  label,
  labelHidden = false,
  options,
  value,
  placeholder = "not said",
  isDisabled = false,
  onChange,
}: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={labelHidden ? "visually-hidden" : "field-label"}>
        {label}
      </label>
      <div className="choice-field">
        <select
          id={id}
          className="choice-select cut"
          value={value ?? ""}
          disabled={isDisabled}
          onChange={(event) => onChange(event.target.value)}
        >
          {value === null && (
            <option value="" disabled>
              {placeholder}
            </option>
          )}
          {options.map((option) => (
            <option key={option.id} value={option.id} title={option.description}>
              {option.name}
            </option>
          ))}
        </select>
        <ChevronDown size={14} aria-hidden />
      </div>
    </div>
  );
}
