// The window: the welcome page or the workbench, the dialogs over them, and what holds for both (theme, keys, the question
// before leaving with something unsaved).
import { useEffect, useState } from "react";
import type { SystemOpening } from "../shared/api/opening.ts";
import type { ActionContext } from "./actions/action.ts";
import { installKeys } from "./actions/keyboard.ts";
import { homeOfFocus } from "./actions/panes.ts";
import { useStore } from "./lib/store.ts";
import { PanelsContext, panelsOf, usePanels } from "./panels/app-context.tsx";
import { Dialogs } from "./panels/dialogs/dialogs.tsx";
import { GuidePane } from "./panels/guide/guide-page.tsx";
import { openProject } from "./panels/opening.ts";
import { followOpenings, obeyDesktopMenu } from "./panels/system-openings.ts";
import { WelcomePage } from "./panels/welcome/welcome-page.tsx";
import { DialogAlerts } from "./panels/workbench/alerts.tsx";
import { Workbench } from "./panels/workbench/workbench.tsx";
import { correctionDraftsOf } from "./state/articles/correction-drafts.ts";
import { titleOfArticle } from "./state/project/workspace-state.ts";
import { deskOf } from "./state/window/desk.ts";
import { keepForReload, projectBeforeReload } from "./state/window/reload-memory.ts";
import { beginAtArticles, closeWithArticle, rememberLayout } from "./state/window/ui-state.ts";
import { visitsOf } from "./state/window/visits.ts";
import { HintLayer } from "./ui/hint.tsx";
import { keepFocus } from "./ui/keep-focus.ts";
import { OverDialogs } from "./ui/modal-dialog.tsx";
import { plainText } from "./ui/outside-text.tsx";
import { useLooks, useTheme } from "./ui/theme.ts";
import { useWords } from "./ui/words.tsx";

interface Props {
  readonly context: ActionContext;
  /** What is to be opened at once: what Sayso was started with. */
  readonly openings: readonly SystemOpening[];
}

export function App({ context, openings }: Props) {
  const { locale } = useWords();
  const [panels] = useState(() => panelsOf(context));
  const { state, hasUnsaved } = context.workspace;
  const theme = useStore(state, ({ settings }) => settings.theme);
  const looks = useStore(state, ({ settings }) => settings.looks);
  const currentProject = useStore(state, (workspace) => workspace.project);
  const article = useStore(state, titleOfArticle);

  useTheme(theme);
  useLooks(looks);
  useEffect(() => {
    const projectPath = projectBeforeReload();
    if (openings.length === 0 && projectPath !== null) openProject(panels, projectPath);
    const { subscribe, get } = panels.workspace.state;
    const stops = [
      followOpenings(panels, openings),
      subscribe(() => {
        if (get().busy === null) keepForReload(get().project?.path ?? null);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [panels, openings]);
  // From now on other windows know that this one is there.
  useEffect(() => void correctionDraftsOf(panels.workspace), [panels]);
  useEffect(() => installKeys(context), [context]);
  useEffect(() => keepFocus(homeOfFocus), []);
  useEffect(() => obeyDesktopMenu(panels), [panels]);
  useEffect(() => deskOf(panels.workspace, panels.ui).follow(), [panels]);
  useEffect(() => visitsOf(panels.workspace, panels.ui).follow(), [panels]);
  useEffect(() => beginAtArticles(panels.workspace.state, panels.ui), [panels]);
  useEffect(() => closeWithArticle(panels.workspace.state, panels.ui), [panels]);
  useEffect(() => {
    const { ui, workspace } = panels;
    return rememberLayout(ui, (layout) => void workspace.setPreferences({ layout }));
  }, [panels]);
  useEffect(() => {
    const askBeforeUnload = (event: BeforeUnloadEvent): void => {
      if (hasUnsaved()) event.preventDefault();
    };
    window.addEventListener("beforeunload", askBeforeUnload);
    return () => window.removeEventListener("beforeunload", askBeforeUnload);
  }, [hasUnsaved]);
  useEffect(() => {
    const parts = [article, currentProject?.project.name, "Sayso"].filter((part) => part != null);
    document.title = parts.map((part) => plainText(part)).join(" – ");
  }, [article, currentProject]);

  return (
    <PanelsContext value={panels}>
      {currentProject ? <Workbench project={currentProject} /> : <WithoutProject />}
      <OverDialogs value={DialogAlerts}>
        <Dialogs />
      </OverDialogs>
      {/* What it shows is read when it opens, so another language begins with none. */}
      <HintLayer key={locale} />
    </PanelsContext>
  );
}

/** The first page, or the guide over it. */
function WithoutProject() {
  const { say } = useWords();
  const isGuide = useStore(usePanels().ui, ({ page }) => page === "guide");
  if (!isGuide) return <WelcomePage />;
  return (
    <div className="workbench">
      <main className="page-place" aria-label={say("sidebar.guide")}>
        <GuidePane />
      </main>
    </div>
  );
}
