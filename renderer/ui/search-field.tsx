// A field that narrows the list below it. Escape empties it, the arrow down goes into the list.
import { Search } from "lucide-react";
import { useRef } from "react";
import { SearchField as AriaSearchField, Input, Label } from "react-aria-components";

interface Props {
  /** The accessible name, and what stands in the empty field. */
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
}

export function SearchField({ label, value, onChange }: Props) {
  const field = useRef<HTMLDivElement>(null);
  return (
    <AriaSearchField
      ref={field}
      className="search-field"
      value={value}
      onChange={onChange}
      onKeyDown={(event) => {
        if (event.key !== "ArrowDown") return event.continuePropagation();
        const pane = field.current?.closest("[data-pane]");
        pane?.querySelector<HTMLElement>("[data-pane-start]")?.focus();
      }}
    >
      <Label className="visually-hidden">{label}</Label>
      <Search size={14} aria-hidden />
      <Input className="input" placeholder={label} spellCheck={false} />
    </AriaSearchField>
  );
}
