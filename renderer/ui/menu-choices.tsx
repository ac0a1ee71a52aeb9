// A section of a menu in which one of several values is chosen, or any number of them.
import { Check } from "lucide-react";
import { Header, MenuItem, MenuSection } from "react-aria-components";

interface Props<Id extends string> {
  readonly title: string;
  readonly several?: boolean;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly chosen: readonly Id[];
  onChoose(ids: Id[]): void;
}

export function MenuChoices<Id extends string>({
  title,
  several = false,
  options,
  chosen,
  onChoose,
}: Props<Id>) {
  return (
    <MenuSection
      selectionMode={several ? "multiple" : "single"}
      disallowEmptySelection={!several}
      selectedKeys={chosen}
      onSelectionChange={(keys) =>
        onChoose(options.flatMap(({ id }) => (keys === "all" || keys.has(id) ? [id] : [])))
      }
    >
      <Header className="choice-header">{title}</Header>
      {options.map(({ id, name }) => (
        <MenuItem key={id} id={id} className="choice" textValue={name}>
          <span className="choice-tick">{chosen.includes(id) && <Check size={14} aria-hidden />}</span>
          <span className="choice-text">{name}</span>
        </MenuItem>
      ))}
    </MenuSection>
  );
}
