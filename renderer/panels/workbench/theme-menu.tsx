// The choice of theme.
import { Check, Contrast } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { Theme } from "../../../shared/api/contract.ts";
import { useStore } from "../../state/store.ts";
import { usePanels } from "../app-context.tsx";

const themes: readonly { readonly id: Theme; readonly name: string }[] = [
  { id: "system", name: "As the system" },
  { id: "light", name: "Light" },
  { id: "dark", name: "Dark" },
  { id: "high-contrast", name: "High contrast" },
];

export function ThemeMenu() {
  const { workspace } = usePanels();
  const theme = useStore(workspace.state, ({ settings }) => settings.theme);
  return (
    <MenuTrigger>
      <Button className="button quiet-button icon" aria-label="Theme" data-hint="Theme">
        <Contrast size={16} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu
          className="choices"
          aria-label="Theme"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onSelectionChange={(keys) => {
            const chosen = themes.find(({ id }) => keys !== "all" && keys.has(id));
            if (chosen) void workspace.setTheme(chosen.id);
          }}
        >
          {themes.map(({ id, name }) => (
            <MenuItem key={id} id={id} className="choice" textValue={name}>
              <span className="choice-tick">{id === theme && <Check size={14} aria-hidden />}</span>
              <span className="choice-text">{name}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
