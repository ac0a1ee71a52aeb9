// Any number of several values, ticked in a menu behind a button.
import { Check, ChevronDown } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover, type PopoverProps } from "react-aria-components";

interface Props {
  /** The words on the button. */
  readonly label: string;
  readonly hint?: string | undefined;
  readonly placement?: NonNullable<PopoverProps["placement"]>;
  /** What is chosen among. */
  readonly title: string;
  readonly options: readonly { readonly id: string; readonly name: string; readonly about?: string }[];
  readonly chosen: readonly string[];
  onChoose(ids: readonly string[]): void;
}

export function ChoicesMenu(props: Props) {
  const { label, hint, placement, title, options, chosen, onChoose } = props;
  return (
    <MenuTrigger>
      <Button className="button quiet-button" data-hint={hint}>
        {label} <ChevronDown size={12} aria-hidden className="quiet" />
      </Button>
      <Popover className="popover" placement={placement ?? "bottom start"} offset={4}>
        <Menu
          className="choices policy-choices"
          aria-label={title}
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) =>
            onChoose(options.flatMap(({ id }) => (keys === "all" || keys.has(id) ? [id] : [])))
          }
        >
          {options.map(({ id, name, about }) => (
            <MenuItem key={id} id={id} className="choice" textValue={name}>
              <span className="choice-tick">{chosen.includes(id) && <Check size={14} aria-hidden />}</span>
              <span className="choice-text">
                {name}
                {about !== undefined && <span className="choice-about">{about}</span>}
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
