// The way to bring another article in, beside the title of the list.
import { Plus } from "lucide-react";
import { IconButton } from "../../ui/button.tsx";
import { usePanels } from "../app-context.tsx";
import type { ViewProps } from "../sidebar/view.ts";

export function ArticleTools({ project }: ViewProps) {
  const { ui } = usePanels();
  if (project.readOnly) return null;
  return (
    <IconButton
      label="Bring in an article"
      keys={["Mod+i"]}
      tiny
      onPress={() => ui.patch({ dialog: "bring-in" })}
    >
      <Plus size={16} aria-hidden />
    </IconButton>
  );
}
