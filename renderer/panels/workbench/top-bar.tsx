// The bar at the top: the project, the article, and the few things that are always at hand.
import { CircleHelp, Command, PanelLeft, PanelRight } from "lucide-react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { useStore } from "../../lib/store.ts";
import { isPaneShown, setPaneShown } from "../../state/window/ui-state.ts";
import { IconButton } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { useArticleTitle, usePanels, useSession } from "../app-context.tsx";
import { ArticleStateMenu } from "../articles/article-state-menu.tsx";
import { useKeyboard } from "../use-keyboard.ts";
import { BusyLine } from "./busy-line.tsx";
import { ProjectMenu } from "./project-menu.tsx";
import { ThemeMenu } from "./theme-menu.tsx";
import { UndoButtons } from "./undo-buttons.tsx";

export function TopBar({ project }: { readonly project: OpenProject }) {
  const { ui } = usePanels();
  const { say } = useWords();
  const session = useSession();
  const { keysOf } = useKeyboard();
  const title = useArticleTitle();
  const { sidebar, cards } = useStore(ui, (state) => ({
    sidebar: isPaneShown(state, "sidebar"),
    cards: isPaneShown(state, "cards"),
  }));
  return (
    <header className="top-bar">
      <div className="top-left">
        <IconButton
          label={say(sidebar ? "workbench.hide-sidebar" : "workbench.show-sidebar")}
          keys={keysOf("toggle-sidebar")}
          onPress={() => setPaneShown(ui, "sidebar", !sidebar)}
        >
          <PanelLeft size={16} aria-hidden />
        </IconButton>
        <ProjectMenu project={project} />
        <UndoButtons />
      </div>
      <div className="top-middle">
        <h1 className="top-title">
          {session ? (
            <OutsideText cut>{title ?? ""}</OutsideText>
          ) : (
            <span>{say("workbench.no-article")}</span>
          )}
        </h1>
        {session && <ArticleStateMenu session={session} />}
      </div>
      <div className="top-right">
        <BusyLine />
        <IconButton
          label={say("actions.palette")}
          keys={keysOf("palette")}
          onPress={() => ui.patch({ dialog: "palette" })}
        >
          <Command size={16} aria-hidden />
        </IconButton>
        <ThemeMenu />
        <IconButton
          label={say("dialogs.keys")}
          keys={keysOf("keys")}
          onPress={() => ui.patch({ dialog: "keys" })}
        >
          <CircleHelp size={16} aria-hidden />
        </IconButton>
        <IconButton
          label={say(cards ? "workbench.hide-cards" : "workbench.show-cards")}
          keys={keysOf("toggle-cards")}
          onPress={() => setPaneShown(ui, "cards", !cards)}
        >
          <PanelRight size={16} aria-hidden />
        </IconButton>
      </div>
    </header>
  );
}
