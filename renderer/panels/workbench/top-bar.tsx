// The bar at the top: the project, the article, and the few things that are always at hand.
import {
  ArrowLeft,
  ArrowRight,
  ChevronDown,
  Command,
  PanelLeft,
  PanelRight,
  Redo2,
  Undo2,
} from "lucide-react";
import { memo } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { useStore } from "../../lib/store.ts";
import { isPaneShown, setPaneShown } from "../../state/window/ui-state.ts";
import { visitsOf } from "../../state/window/visits.ts";
import { IconButton } from "../../ui/button.tsx";
import { Keys } from "../../ui/keys.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { useArticleTitle, usePanels, useSession } from "../app-context.tsx";
import { ArticleStateMenu } from "../articles/article-state-menu.tsx";
import { useKeyboard } from "../use-keyboard.ts";
import { BusyLine } from "./busy-line.tsx";
import { ThemeMenu } from "./theme-menu.tsx";

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
        <VisitButtons />
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

/** Back and forward for the mouse; the keys do the same. */
const VisitButtons = memo(function VisitButtons() {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const { keysOf } = useKeyboard();
  const visits = visitsOf(workspace, ui);
  // An article that is gone is stepped over.
  useStore(workspace.state, ({ articles }) => articles);
  useStore(visits.state, (state) => state);
  return (
    <>
      <IconButton
        label={say("actions.go-back")}
        keys={keysOf("go-back")}
        isDisabled={visits.next(-1) === null}
        onPress={() => void visits.go(-1)}
      >
        <ArrowLeft size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={say("actions.go-forward")}
        keys={keysOf("go-forward")}
        isDisabled={visits.next(1) === null}
        onPress={() => void visits.go(1)}
      >
        <ArrowRight size={16} aria-hidden />
      </IconButton>
    </>
  );
});

/** Undo and redo for the mouse; the keys do the same. */
const UndoButtons = memo(function UndoButtons() {
  const { say } = useWords();
  const { keysOf } = useKeyboard();
  const { history } = usePanels().workspace;
  const { canUndo, canRedo } = useStore(history.shown, ({ history: { done, undone } }) => ({
    canUndo: done.length > 0,
    canRedo: undone.length > 0,
  }));
  return (
    <>
      <IconButton
        label={say("workbench.undo")}
        keys={keysOf("undo")}
        isDisabled={!canUndo}
        onPress={() => void history.undo()}
      >
        <Undo2 size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={say("workbench.redo")}
        keys={keysOf("redo")}
        isDisabled={!canRedo}
        onPress={() => void history.redo()}
      >
        <Redo2 size={16} aria-hidden />
      </IconButton>
    </>
  );
});

/** Ids of actions. */
const groups: readonly (readonly string[])[] = [
  ["bring-in", "watch", "export", "print", "save-copy"],
  ["hand-over", "take-in", "feedback"],
  ["keep-version", "versions", "trash", "copies", "examine"],
  ["open-project", "new-project"],
  ["name", "settings", "keys"],
  ["close-project"],
];

/** The project's name, and behind it the actions that concern the project as a whole. */
const ProjectMenu = memo(function ProjectMenu({ project }: { readonly project: OpenProject }) {
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
