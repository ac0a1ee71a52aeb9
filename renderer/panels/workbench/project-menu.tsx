// The project's name, and behind it what concerns the project as a whole.
import { ChevronDown } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { Keys } from "../../ui/keys.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { type Panels, usePanels } from "../app-context.tsx";
import { chooseProject } from "../opening.ts";

interface Entry {
  readonly id: string;
  readonly name: Message;
  readonly writes?: boolean;
  readonly keys?: string;
  run(panels: Panels): void;
}

const entries: readonly (readonly Entry[])[] = [
  [
    {
      id: "bring-in",
      name: message("workbench.menu-bring-in"),
      keys: "Mod+i",
      writes: true,
      run: ({ ui }) => ui.patch({ dialog: "bring-in" }),
    },
    {
      id: "export",
      name: message("workbench.menu-export"),
      keys: "Mod+e",
      run: ({ ui }) => ui.patch({ dialog: "export" }),
    },
  ],
  [
    {
      id: "open",
      name: message("workbench.menu-open"),
      keys: "Mod+o",
      run: (panels) => void chooseProject(panels),
    },
    { id: "new", name: message("workbench.menu-new"), run: ({ ui }) => ui.patch({ dialog: "new-project" }) },
  ],
  [
    { id: "name", name: message("workbench.menu-name"), run: ({ ui }) => ui.patch({ dialog: "name" }) },
    {
      id: "keys",
      name: message("workbench.menu-keys"),
      keys: "?",
      run: ({ ui }) => ui.patch({ dialog: "keys" }),
    },
  ],
  [
    {
      id: "close",
      name: message("workbench.menu-close"),
      run: ({ workspace }) => void workspace.closeProject(),
    },
  ],
];

export function ProjectMenu({ project }: { readonly project: OpenProject }) {
  const panels = usePanels();
  const { say, tell } = useWords();
  const all = entries.flat();
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
          disabledKeys={project.readOnly ? all.filter(({ writes }) => writes).map(({ id }) => id) : []}
          onAction={(key) => all.find(({ id }) => id === key)?.run(panels)}
        >
          {entries.flatMap((group, at) => [
            ...(at === 0 ? [] : [<Separator key={`before ${group[0]?.id}`} className="choice-separator" />]),
            ...group.map(({ id, name, keys }) => (
              <MenuItem key={id} id={id} className="choice" textValue={tell(name)}>
                <span className="choice-text">{tell(name)}</span>
                {keys && <Keys combination={keys} />}
              </MenuItem>
            )),
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
