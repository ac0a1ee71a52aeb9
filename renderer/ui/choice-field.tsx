// One of several values. The browser's own list: a card shows half a dozen of these each time the focus moves, and they
// must cost nothing until one is opened.
import { ChevronDown } from "lucide-react";
import { useId } from "react";
import { useWords } from "./words.tsx";

export interface Option<Id extends string = string> {
  readonly id: Id;
  readonly name: string;
  readonly description?: string;
}

interface Props<Id extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  /** What it is about, as a tooltip of the label. */
  readonly title?: string;
  /** A key that leads to it, shown beside the label. */
  readonly pickKey?: string | null;
  /** A value is wanted and not there. */
  readonly isMissing?: boolean;
  readonly options: readonly Option<Id>[];
  /** The id of the option chosen, or `null`. */
  readonly value: string | null;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  onChange(id: NoInfer<Id>): void;
}

export function ChoiceField<Id extends string>({
  label,
  labelHidden = false,
  title,
  pickKey = null,
  isMissing = false,
  options,
  value,
  placeholder,
  isDisabled = false,
  onChange,
}: Props<Id>) {
  const id = useId();
  const { say } = useWords();
  return (
    <div className="field">
      <label htmlFor={id} className={labelHidden ? "visually-hidden" : "field-label"} title={title}>
        {pickKey !== null && <kbd aria-hidden>{pickKey.toUpperCase()}</kbd>} {label}
      </label>
      <div className="choice-field">
        <select
          id={id}
          className={isMissing ? "choice-select cut missing" : "choice-select cut"}
          aria-invalid={isMissing}
          value={value ?? ""}
          disabled={isDisabled}
          onChange={({ target }) => {
            const chosen = options.find((option) => option.id === target.value);
            if (chosen) onChange(chosen.id);
          }}
        >
          {value === null && (
            <option value="" disabled>
              {placeholder ?? say("ui.not-said")}
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
