// The choice of theme.

import { Check, Contrast } from "lucide-react";
import { memo } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useStore } from "../../lib/store.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { themeChoices } from "../settings/themes.ts";

export const ThemeMenu = memo(function ThemeMenu() {
  const { workspace } = usePanels();
  const { say } = useWords();
  const theme = useStore(workspace.state, ({ settings }) => settings.theme);
  return (
    <MenuTrigger>
      <Button
        className="button quiet-button icon"
        aria-label={say("settings.theme")}
        data-hint={say("settings.theme")}
      >
        <Contrast size={16} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu
          className="choices"
          aria-label={say("settings.theme")}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onSelectionChange={(keys) => {
            const chosenTheme = themeChoices.find((id) => keys !== "all" && keys.has(id));
            if (chosenTheme) void workspace.setTheme(chosenTheme);
          }}
        >
          {themeChoices.map((id) => (
            <MenuItem key={id} id={id} className="choice" textValue={say(`settings.theme-${id}`)}>
              <span className="choice-tick">{id === theme && <Check size={14} aria-hidden />}</span>
              <span className="choice-text">{say(`settings.theme-${id}`)}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
});
