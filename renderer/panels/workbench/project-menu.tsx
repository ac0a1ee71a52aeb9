// The project's name, and behind it the actions that concern the project as a whole.

import { ChevronDown } from "lucide-react";
import { memo } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { Keys } from "../../ui/keys.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useKeyboard } from "../use-keyboard.ts";

/** Ids of actions. */
const groups: readonly (readonly string[])[] = [
  ["bring-in", "watch", "export", "save-copy"],
  ["hand-over", "take-in", "feedback"],
  ["keep-version", "versions", "trash", "copies", "examine"],
  ["open-project", "new-project"],
  ["name", "settings", "keys"],
  ["close-project"],
];

export const ProjectMenu = memo(function ProjectMenu({ project }: { readonly project: OpenProject }) {
  const panels = usePanels();
  const { say, tell } = useWords();
  const { action, keysOf } = useKeyboard();
  const disabled = groups.flat().filter((id) => !action(id)?.enabled(panels));
  return (
    <MenuTrigger>
      <Button className="button quiet-button project-button">
        <span className="visually-hidden">{say("workbench.project")} </span>
        <OutsideText cut>{project.project.name}</OutsideText>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Menu
          className="choices"
          aria-label={say("workbench.project")}
          disabledKeys={disabled}
          onAction={(id) => action(String(id))?.run(panels)}
        >
          {groups.flatMap((group, at) => [
            ...(at === 0 ? [] : [<Separator key={`before ${group[0]}`} className="choice-separator" />]),
            ...group.map((id) => (
              <ActionItem key={id} id={id} title={tell(action(id)?.title ?? id)} keys={keysOf(id)} />
            )),
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
});

interface ItemProps {
  readonly id: string;
  readonly title: string;
  readonly keys: readonly string[];
}

function ActionItem({ id, title, keys }: ItemProps) {
  return (
    <MenuItem id={id} className="choice" textValue={title}>
      <span className="choice-text">{title}</span>
      {keys[0] !== undefined && <Keys combination={keys[0]} />}
    </MenuItem>
  );
}
