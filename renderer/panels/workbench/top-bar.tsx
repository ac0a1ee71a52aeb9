// The bar at the top: the project, the article, and the few things that are always at hand.
import {
  ArrowLeft,
  ArrowRight,
  ChevronDown,
  ChevronRight,
  Columns2,
  Command,
  PanelLeft,
  PanelRight,
  Redo2,
  Undo2,
} from "lucide-react";
import { memo, useEffect, useId, useRef, useState } from "react";
import {
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
} from "react-aria-components";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { aboutProblem } from "../../../shared/model/article-about.ts";
import type { Id } from "../../../shared/model/id.ts";
import { runAction } from "../../actions/keyboard.ts";
import { enterPaneOnceShown } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import { renameArticle } from "../../state/articles/describing.ts";
import type { Workspace } from "../../state/project/workspace.ts";
import { isPaneShown, setPaneShown } from "../../state/window/ui-state.ts";
import { visitsOf } from "../../state/window/visits.ts";
import { IconButton } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionItems } from "../action-menu.tsx";
import { useArticleTitle, usePanels, useSession } from "../app-context.tsx";
import { ArticleStateMenu } from "../articles/article-commands.tsx";
import { openProject } from "../opening.ts";
import { useKeyboard } from "../use-keyboard.ts";
import { BusyLine } from "./busy-line.tsx";
import { ThemeMenu } from "./theme-menu.tsx";

export function TopBar({ project }: { readonly project: OpenProject }) {
  const { ui } = usePanels();
  const { say } = useWords();
  const session = useSession();
  const { keysOf } = useKeyboard();
  const sidebar = useStore(ui, (state) => isPaneShown(state, "sidebar"));
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
        {session ? (
          <>
            <ArticleTitle key={session.article.id} article={session.article.id} />
            <ArticleStateMenu session={session} />
          </>
        ) : (
          <h1 className="top-title">{say("workbench.no-article")}</h1>
        )}
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
        <PaneButtons />
      </div>
    </header>
  );
}

/** The panes at the right: what is read beside the article, and the cards. */
function PaneButtons() {
  const panels = usePanels();
  const { say } = useWords();
  const { keysOf } = useKeyboard();
  const cards = useStore(panels.ui, (state) => isPaneShown(state, "cards"));
  return (
    <>
      <IconButton
        label={say("beside.toggle")}
        keys={keysOf("toggle-beside")}
        onPress={() => runAction(panels, "toggle-beside")}
      >
        <Columns2 size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={say(cards ? "workbench.hide-cards" : "workbench.show-cards")}
        keys={keysOf("toggle-cards")}
        onPress={() => setPaneShown(panels.ui, "cards", !cards)}
      >
        <PanelRight size={16} aria-hidden />
      </IconButton>
    </>
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
  useStore(ui, ({ page }) => page);
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
  const panels = usePanels();
  const { history } = panels.workspace;
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
        onPress={() => runAction(panels, "undo")}
      >
        <Undo2 size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={say("workbench.redo")}
        keys={keysOf("redo")}
        isDisabled={!canRedo}
        onPress={() => runAction(panels, "redo")}
      >
        <Redo2 size={16} aria-hidden />
      </IconButton>
    </>
  );
});

/** The title of the article on the screen; a double click edits it in its place, as its action does. */
function ArticleTitle({ article }: { readonly article: Id }) {
  const panels = usePanels();
  const { say } = useWords();
  const { keysOf } = useKeyboard();
  const title = useArticleTitle() ?? "";
  const readOnly = useStore(panels.workspace.state, ({ project }) => project?.readOnly !== null);
  const isRenaming = useStore(panels.ui, (state) => state.isRenaming);
  useEffect(() => () => panels.ui.patch({ isRenaming: false }), [panels.ui]);
  if (isRenaming)
    return (
      <TitleField article={article} title={title} onClose={() => panels.ui.patch({ isRenaming: false })} />
    );
  const canRename = !readOnly && title !== "";
  return (
    <h1
      className={canRename ? "top-title can-edit" : "top-title"}
      data-hint={canRename ? say("articles.title-hint", { title: plainText(title) }) : plainText(title)}
      data-hint-keys={canRename ? keysOf("rename-article")[0] : undefined}
      onDoubleClick={() => runAction(panels, "rename-article")}
    >
      <OutsideText>{title}</OutsideText>
    </h1>
  );
}

interface TitleFieldProps {
  readonly article: Id;
  readonly title: string;
  onClose(): void;
}

/** Enter saves, and so does leaving the field; Escape leaves the title as it was. */
function TitleField({ article, title, onClose }: TitleFieldProps) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const isLeaving = useRef(false);
  const [typed, setTyped] = useState(title);
  const [failure, setFailure] = useState<ApiErrorData | null>(null);
  const problemId = useId();
  useEffect(() => field.current?.select(), []);
  const value = typed.replace(/\s+/gu, " ").trim();
  const why = aboutProblem("title", value);
  const problem =
    why === null ? failure : { problem: "about-invalid" as const, detail: { field: "title", value, why } };

  const leave = (): void => {
    isLeaving.current = true;
    // The field is gone with the next frame.
    if (field.current === document.activeElement) enterPaneOnceShown("article");
    onClose();
  };
  async function save(): Promise<void> {
    if (why !== null || isLeaving.current) return;
    isLeaving.current = true;
    const failed = value === title ? null : await renameArticle(workspace, article, value);
    isLeaving.current = false;
    setFailure(failed);
    if (failed === null) leave();
  }
  return (
    <h1 className="top-title being-edited">
      <input
        ref={field}
        className="input"
        aria-label={say("articles.title-field")}
        aria-invalid={problem !== null}
        aria-describedby={problem ? problemId : undefined}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setFailure(null);
        }}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape") leave();
          else if (event.key === "Enter") void save();
        }}
      />
      {problem && (
        <span id={problemId} role="alert" className="title-problem">
          <OutsideText>{`${tell(explain(problem).what)} ${tell(explain(problem).advice)}`}</OutsideText>
        </span>
      )}
    </h1>
  );
}

/** Ids of actions, in four groups: which project; what comes in and goes out; earlier states; the project itself. */
const groups = {
  open: ["new-project", "open-project", "open-shared"],
  exchange: ["bring-in", "export", "print", "team", "hand-over", "take-in"],
  safety: ["versions", "trash", "save-copy"],
  project: ["examine", "rename-project", "close-project"],
} as const;

/** The project's name, and behind it the actions that concern the project as a whole. */
const ProjectMenu = memo(function ProjectMenu({ project }: { readonly project: OpenProject }) {
  const panels = usePanels();
  const { say } = useWords();
  const { action } = useKeyboard();
  const [unresolved, setUnresolved] = useState<readonly string[]>([]);
  const items = (ids: readonly string[]) => (
    <ActionItems actions={ids.flatMap((id) => action(id) ?? [])} isDisabled={(one) => !one.enabled(panels)} />
  );
  return (
    <MenuTrigger
      onOpenChange={(isOpen) => {
        if (isOpen) void unresolvedIn(panels.workspace).then(setUnresolved);
      }}
    >
      <Button className="button quiet-button project-button">
        <span className="visually-hidden">{say("workbench.project")} </span>
        <OutsideText cut>{project.project.name}</OutsideText>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Menu
          className="choices"
          aria-label={say("workbench.project")}
          onAction={(id) => runAction(panels, String(id))}
        >
          {items(groups.open)}
          <RecentProjects path={project.path} />
          <Separator className="choice-separator" />
          {items(groups.exchange)}
          <Separator className="choice-separator" />
          {items(groups.safety)}
          <Separator className="choice-separator" />
          {items(groups.project)}
          {/* At the end: what comes a moment later moves nothing that is pointed at. */}
          {unresolved.length > 0 && <Separator className="choice-separator" />}
          {items(unresolved)}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
});

/** The actions about what there seldom is in a project: copies of files and conflicts that somebody has to see to. */
async function unresolvedIn({ state, client, call }: Workspace): Promise<readonly string[]> {
  if (state.get().project?.readOnly !== null) return [];
  try {
    const { copies } = await call((project) => client.call("copies.list", { project }));
    const { conflicts } = await call((project) => client.call("conflicts.list", { project }));
    return [...(copies.length > 0 ? ["copies"] : []), ...(conflicts.length > 0 ? ["conflicts"] : [])];
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return [];
  }
}

/** More than these are on the first page. */
const mostRecent = 8;

/** The projects opened before this one. */
function RecentProjects({ path: current }: { readonly path: string }) {
  const panels = usePanels();
  const { say } = useWords();
  const recent = useStore(panels.workspace.state, ({ settings }) => settings.recentProjects);
  const others = recent.filter(({ path }) => path !== current).slice(0, mostRecent);
  if (others.length === 0) return null;
  return (
    <SubmenuTrigger>
      <MenuItem className="choice" textValue={say("welcome.recent")}>
        <span className="choice-text">{say("welcome.recent")}</span>
        <ChevronRight size={14} aria-hidden />
      </MenuItem>
      <Popover className="popover" offset={-2} crossOffset={-4}>
        <Menu
          className="choices"
          aria-label={say("welcome.recent")}
          onAction={(path) => openProject(panels, String(path))}
        >
          {others.map(({ path, name }) => (
            <MenuItem key={path} id={path} className="choice" textValue={plainText(name)}>
              <span className="choice-text">
                <OutsideText cut>{name}</OutsideText>
                <span className="choice-help cut">
                  <OutsideText>{path}</OutsideText>
                </span>
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </SubmenuTrigger>
  );
}
