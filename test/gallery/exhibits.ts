// What the gallery shows: each panel in a state worth looking at.
import type { ActionContext } from "../../renderer/actions/action.ts";
import { goToFinding } from "../../renderer/actions/checks.ts";
import { focusCard, focusSpan } from "../../renderer/actions/focus.ts";
import { beginThread, goToThread, subjectInFocus } from "../../renderer/actions/talk.ts";
import { findOf } from "../../renderer/state/find.ts";
import { liveChecksOf } from "../../renderer/state/live-checks.ts";
import { sidebarViews } from "../../renderer/state/sidebar-views.ts";
import { talkOf } from "../../renderer/state/talk.ts";
import type { Dialog } from "../../renderer/state/ui-state.ts";
import { showView } from "../../renderer/state/ui-state.ts";

export interface Exhibit {
  readonly id: string;
  /** `none`: no project is open; `empty`: one without articles. */
  readonly project: "none" | "empty" | "sample";
  /** Brings the window into the state, once the project is open. */
  readonly show?: (context: ActionContext) => void;
}

const dialogs: readonly Dialog[] = [
  "name",
  "new-project",
  "open-project",
  "bring-in",
  "export",
  "examine",
  "trash",
  "palette",
  "keys",
  "settings",
  "article-note",
];

const focus =
  (kind: "span" | "card", at: number) =>
  ({ workspace }: ActionContext): void => {
    const { session } = workspace.state.get();
    if (!session) return;
    const { spanOrder, cardOrder } = session.state.get();
    if (kind === "span") focusSpan(session, spanOrder[at] ?? null);
    else focusCard(session, cardOrder[at] ?? null);
  };

/** Opens the first finding of the article that has one, when the checks have looked at everything. */
async function showFirstFinding({ workspace, ui }: ActionContext): Promise<void> {
  showView(ui, "checks");
  const article = workspace.state.get().articles.at(-1);
  if (article) await workspace.openArticle(article.id);
  const { session } = workspace.state.get();
  if (!session) return;
  const { state } = liveChecksOf(session);
  const stop = state.subscribe(show);
  function show(): void {
    const [first] = state.get().open;
    if (!session || !first) return;
    stop();
    goToFinding(session, first);
  }
  show();
}

/** Opens the thread with the latest word, once the core has told what was said. */
async function showFirstThread(context: ActionContext): Promise<void> {
  const talk = talkOf(context.workspace);
  await talk.refresh();
  const thread = talk.state.get().threads.find(({ waits }) => waits !== null);
  if (thread) await goToThread(context, thread);
}

export const exhibits: readonly Exhibit[] = [
  { id: "welcome", project: "none" },
  { id: "empty-project", project: "empty" },
  { id: "workbench", project: "sample" },
  { id: "span", project: "sample", show: focus("span", 4) },
  { id: "card", project: "sample", show: focus("card", 2) },
  { id: "reading", project: "sample", show: ({ ui }) => ui.patch({ reading: true }) },
  ...sidebarViews.map(
    ({ id }): Exhibit => ({ id: `view-${id}`, project: "sample", show: ({ ui }) => showView(ui, id) }),
  ),
  ...dialogs.map(
    (dialog): Exhibit => ({
      id: `dialog-${dialog}`,
      project: "sample",
      show: ({ ui }) => ui.patch({ dialog }),
    }),
  ),
  { id: "finding", project: "sample", show: (context) => void showFirstFinding(context) },
  { id: "thread", project: "sample", show: (context) => void showFirstThread(context) },
  {
    id: "thread-beginning",
    project: "sample",
    show: (context) => {
      focus("span", 4)(context);
      const { session } = context.workspace.state.get();
      if (session) beginThread(context, subjectInFocus(session));
    },
  },
  {
    id: "hits",
    project: "sample",
    show({ workspace, ui }) {
      showView(ui, "find");
      findOf(workspace).look({ words: "the", wholeWords: true, scope: "project" }, "now");
    },
  },
  {
    id: "refusal",
    project: "sample",
    show: ({ workspace }) => workspace.state.get().session?.say({ kind: "nothing-in-focus" }),
  },
];
