// Menus in which one of several values is ticked, or any number of them: behind a button, or as a section of another menu.
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type PopoverProps,
  type Selection,
} from "react-aria-components";

interface Choices<Id extends string> {
  /** What is chosen among. */
  readonly title: string;
  readonly options: readonly { readonly id: Id; readonly name: string; readonly about?: string }[];
  readonly chosen: readonly Id[];
  /** One of them is always chosen, and no other one with it. */
  readonly isSingle?: boolean;
  onChoose(ids: readonly Id[]): void;
}

/** What a menu, or a section of one, gets to offer them. */
const selectionOf = <Id extends string>({ options, chosen, isSingle = false, onChoose }: Choices<Id>) => ({
  selectionMode: isSingle ? ("single" as const) : ("multiple" as const),
  disallowEmptySelection: isSingle,
  selectedKeys: chosen,
  onSelectionChange: (keys: Selection): void =>
    onChoose(options.flatMap(({ id }) => (keys === "all" || keys.has(id) ? [id] : []))),
});

const choiceItems = <Id extends string>({ options, chosen }: Choices<Id>) =>
  options.map(({ id, name, about }) => (
    <MenuItem key={id} id={id} className="choice" textValue={name}>
      <span className="choice-tick">{chosen.includes(id) && <Check size={14} aria-hidden />}</span>
      <span className="choice-text">
        {name}
        {about !== undefined && <span className="choice-about">{about}</span>}
      </span>
    </MenuItem>
  ));

/** A section of a menu. */
export function MenuChoices<Id extends string>(choices: Choices<Id>) {
  return (
    <MenuSection {...selectionOf(choices)}>
      <Header className="choice-header">{choices.title}</Header>
      {choiceItems(choices)}
    </MenuSection>
  );
}

interface MenuProps<Id extends string> extends Choices<Id> {
  /** The words on the button, or of its icon. */
  readonly label: string;
  readonly icon?: ReactNode;
  readonly hint?: string | undefined;
  readonly placement?: NonNullable<PopoverProps["placement"]>;
}

/** A menu behind a button. */
export function ChoicesMenu<Id extends string>(props: MenuProps<Id>) {
  const { label, icon, hint, placement, ...choices } = props;
  return (
    <MenuTrigger>
      <Button
        className={icon ? "button quiet-button icon" : "button quiet-button"}
        data-hint={hint}
        {...(icon ? { "aria-label": label } : {})}
      >
        {icon ?? (
          <>
            {label} <ChevronDown size={12} aria-hidden className="quiet" />
          </>
        )}
      </Button>
      <Popover className="popover" placement={placement ?? "bottom start"} offset={4}>
        <Menu
          className={choices.isSingle ? "choices" : "choices choices-multiple"}
          aria-label={choices.title}
          {...selectionOf(choices)}
        >
          {choiceItems(choices)}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
