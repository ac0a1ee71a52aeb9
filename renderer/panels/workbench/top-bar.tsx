// The bar at the top: the project, the article, and the few things that are always at hand.
import { CircleHelp, PanelLeft, PanelRight } from "lucide-react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { useStore } from "../../state/store.ts";
import { isPaneShown, setPaneShown } from "../../state/ui-state.ts";
import { IconButton } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { BusyLine } from "./busy-line.tsx";
import { ProjectMenu } from "./project-menu.tsx";
import { ThemeMenu } from "./theme-menu.tsx";
import { UndoButtons } from "./undo-buttons.tsx";

export function TopBar({ project }: { readonly project: OpenProject }) {
  const { ui } = usePanels();
  const { say } = useWords();
  const session = useSession();
  const { sidebar, cards } = useStore(ui, (state) => ({
    sidebar: isPaneShown(state, "sidebar"),
    cards: isPaneShown(state, "cards"),
  }));
  return (
    <header className="top-bar">
      <div className="top-left">
        <IconButton
          label={say(sidebar ? "workbench.hide-sidebar" : "workbench.show-sidebar")}
          keys={["Mod+b"]}
          onPress={() => setPaneShown(ui, "sidebar", !sidebar)}
        >
          <PanelLeft size={16} aria-hidden />
        </IconButton>
        <ProjectMenu project={project} />
        {session && <UndoButtons session={session} />}
      </div>
      <h1 className="top-title">
        {session ? (
          <OutsideText cut>{session.article.title}</OutsideText>
        ) : (
          <span>{say("workbench.no-article")}</span>
        )}
      </h1>
      <div className="top-right">
        <BusyLine />
        <ThemeMenu />
        <IconButton label={say("dialogs.keys")} keys={["?"]} onPress={() => ui.patch({ dialog: "keys" })}>
          <CircleHelp size={16} aria-hidden />
        </IconButton>
        <IconButton
          label={say(cards ? "workbench.hide-cards" : "workbench.show-cards")}
          keys={["Mod+Alt+b"]}
          onPress={() => setPaneShown(ui, "cards", !cards)}
        >
          <PanelRight size={16} aria-hidden />
        </IconButton>
      </div>
    </header>
  );
}
