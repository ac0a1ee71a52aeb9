// One of a few values, all in view: the browser's own radio buttons, drawn as one bar.
import { memo, type ReactNode, useId } from "react";

interface Props<Id extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly options: readonly {
    readonly id: Id;
    readonly name: string;
    readonly title?: string;
    readonly picture?: ReactNode;
  }[];
  readonly value: string;
  readonly isDisabled?: boolean;
  onChange(id: NoInfer<Id>): void;
}

/** Renders again only with other options: React touches every radio button whenever it does. */
export const SegmentedField = memo(Segments) as typeof Segments;

function Segments<Id extends string>({
  label,
  labelHidden = false,
  options,
  value,
  isDisabled = false,
  onChange,
}: Props<Id>) {
  const name = useId();
  return (
    <div className="segmented" role="radiogroup" aria-labelledby={`${name}-label`}>
      <span id={`${name}-label`} className={labelHidden ? "visually-hidden" : "field-label"}>
        {label}
      </span>
      <div className="segmented-options">
        {options.map((option) => (
          <label key={option.id} className="segmented-option" title={option.title}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              value={option.id}
              checked={option.id === value}
              disabled={isDisabled}
              onChange={() => onChange(option.id)}
            />
            {option.picture}
            {option.name}
          </label>
        ))}
      </div>
    </div>
  );
}
