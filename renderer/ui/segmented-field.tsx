// One of a few values, all in view: a radio group drawn as one bar.
import type { ReactNode } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";

interface Props {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly options: readonly { readonly id: string; readonly name: string; readonly picture?: ReactNode }[];
  readonly value: string;
  readonly isDisabled?: boolean;
  onChange(id: string): void;
}

export function SegmentedField({
  label,
  labelHidden = false,
  options,
  value,
  isDisabled = false,
  onChange,
}: Props) {
  return (
    <RadioGroup
      className="segmented"
      orientation="horizontal"
      value={value}
      isDisabled={isDisabled}
      onChange={onChange}
    >
      <Label className={labelHidden ? "visually-hidden" : "field-label"}>{label}</Label>
      <div className="segmented-options">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="segmented-option">
            {option.picture}
            {option.name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
