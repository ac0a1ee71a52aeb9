// One of several values from a list that opens.
import { Check, ChevronDown } from "lucide-react";
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";

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
  return (
    <Select
      className="field"
      value={value}
      isDisabled={isDisabled}
      placeholder={placeholder}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
    >
      <Label className={labelHidden ? "visually-hidden" : "field-label"}>{label}</Label>
      <Button className="select-button">
        <SelectValue className="select-value cut">
          {({ selectedText }) => selectedText || placeholder}
        </SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="choices" items={options}>
          {(option) => (
            <ListBoxItem className="choice" textValue={option.name}>
              {({ isSelected }) => (
                <>
                  <span className="choice-tick">{isSelected && <Check size={14} aria-hidden />}</span>
                  <span className="choice-text">
                    <span>{option.name}</span>
                    {option.description && <span className="choice-help">{option.description}</span>}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
