// Links that lead to a place in the window from anywhere on this computer: copied here, and followed when the system hands one over.
import { type LinkTarget, linkTo } from "../../shared/api/opening.ts";
import type { Id } from "../../shared/model/id.ts";
import { has } from "../../shared/model/table.ts";
import { message } from "../../shared/words/message.ts";
import { writeClipboard } from "../lib/clipboard.ts";
import { openProjectId } from "../state/project/workspace-state.ts";
import type { ActionContext, ActionEntry } from "./action.ts";
import { goToArticle } from "./articles.ts";
import { placeOfFocus } from "./bookmarks.ts";

/** The article that is asked for, else the card or mark in focus in the one on the screen; `null` where no project is open. */
function targetHere({ workspace, article: asked }: ActionContext): LinkTarget | null {
  const project = openProjectId(workspace.state);
  if (project === null) return null;
  if (asked !== undefined) return { project, article: asked, mark: null };
  const { session } = workspace.state.get();
  const { card, span } = session?.focus() ?? { card: null, span: null };
  return { project, article: session?.article.id ?? null, mark: card ?? span };
}

function copyLink(context: ActionContext): void {
  const target = targetHere(context);
  if (target === null) return;
  const isCopied = writeClipboard({ "text/plain": linkTo(target) });
  const says = message(isCopied ? "ui.copied" : "ui.copy-failed");
  context.workspace.state.get().session?.say({ kind: "result", says, isRefused: !isCopied });
}

/** Goes to a place of the project that is open, with the keyboard. A mark or card that is gone is told, and the article shown. */
export async function goToLinked(
  { workspace, ui }: Pick<ActionContext, "workspace" | "ui">,
  article: Id,
  mark: Id | null,
): Promise<void> {
  await goToArticle({ workspace, ui }, article);
  const { session } = workspace.state.get();
  if (mark === null || session?.article.id !== article) return;
  const { set } = session.annotations();
  const span = has(set.spans, mark) ? mark : null;
  const card = has(set.attributions, mark) ? mark : null;
  const range = placeOfFocus(session, { span, card });
  session.setFocus({ span, card });
  if (range) session.reveal(range, "center");
  else if (card === null)
    session.say({ kind: "result", says: message("workbench.linked-gone"), isRefused: true });
}

export const linkActions: readonly ActionEntry[] = [
  {
    id: "copy-link",
    group: "project",
    keys: [],
    changesNothing: true,
    anyArticle: true,
    // Only the desktop application is asked by the system to follow one.
    enabled: (context) =>
      context.workspace.state.get().host.host === "electron" && targetHere(context) !== null,
    run: copyLink,
  },
];
