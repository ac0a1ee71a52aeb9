// The choice of theme.

import { Contrast } from "lucide-react";
import { memo } from "react";
import { useStore } from "../../lib/store.ts";
import { ChoicesMenu } from "../../ui/choices-menu.tsx";
import { themeChoices } from "../../ui/theme.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export const ThemeMenu = memo(function ThemeMenu() {
  const { workspace } = usePanels();
  const { say } = useWords();
  const theme = useStore(workspace.state, ({ settings }) => settings.theme);
  return (
    <ChoicesMenu
      label={say("settings.theme")}
      icon={<Contrast size={16} aria-hidden />}
      hint={say("settings.theme")}
      placement="bottom end"
      isSingle
      title={say("settings.theme")}
      options={themeChoices.map((id) => ({ id, name: say(`settings.theme-${id}`) }))}
      chosen={[theme]}
      onChoose={([chosenTheme]) => {
        if (chosenTheme) void workspace.setTheme(chosenTheme);
      }}
    />
  );
});
