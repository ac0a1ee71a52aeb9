// The bar at the top: the project, the article, whether everything is saved, and the few things that are always at hand.
import { CircleHelp, PanelLeft, PanelRight } from "lucide-react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { useStore } from "../../state/store.ts";
import { IconButton } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { BusyLine } from "./busy-line.tsx";
import { ProjectMenu } from "./project-menu.tsx";
import { SaveStatusLine } from "./save-status-line.tsx";
import { ThemeMenu } from "./theme-menu.tsx";
import { UndoButtons } from "./undo-buttons.tsx";

export function TopBar({ project }: { readonly project: OpenProject }) {
  const { ui } = usePanels();
  const session = useSession();
  const { sidebarShown, cardsShown } = useStore(ui, (state) => state);
  return (
    <header className="top-bar">
      <div className="top-left">
        <IconButton
          label={sidebarShown ? "Hide the sidebar" : "Show the sidebar"}
          onPress={() => ui.patch({ sidebarShown: !sidebarShown })}
        >
          <PanelLeft size={16} aria-hidden />
        </IconButton>
        <ProjectMenu project={project} />
        {session && <UndoButtons session={session} />}
      </div>
      <h1 className="top-title">
        {session ? <OutsideText cut>{session.article.title}</OutsideText> : <span>No article</span>}
      </h1>
      <div className="top-right">
        <BusyLine />
        {session && <SaveStatusLine session={session} />}
        <ThemeMenu />
        <IconButton label="Keys" keys={["?"]} onPress={() => ui.patch({ dialog: "keys" })}>
          <CircleHelp size={16} aria-hidden />
        </IconButton>
        <IconButton
          label={cardsShown ? "Hide the annotations" : "Show the annotations"}
          onPress={() => ui.patch({ cardsShown: !cardsShown })}
        >
          <PanelRight size={16} aria-hidden />
        </IconButton>
      </div>
    </header>
  );
}
