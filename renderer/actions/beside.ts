// Opens, closes and chooses what is read beside the article, and swaps the two.
import type { Beside } from "../../shared/api/desk.ts";
import { entityBehind } from "../../shared/model/entity.ts";
import type { Id } from "../../shared/model/id.ts";
import { get } from "../../shared/model/table.ts";
import { message } from "../../shared/words/message.ts";
import type { Session } from "../state/session/session.ts";
import { isPaneShown, setPaneShown, showBeside } from "../state/window/ui-state.ts";
import { type ActionContext, type ActionEntry, inSession } from "./action.ts";
import { enterPaneOnceShown } from "./panes.ts";

type BesideWindow = Pick<ActionContext, "workspace" | "ui">;

/** Shows it beside the article and gives it the keyboard. */
export function openBeside({ ui }: Pick<BesideWindow, "ui">, beside: Beside): void {
  showBeside(ui, beside);
  enterPaneOnceShown("beside");
}

/** Puts it away; the article has the keyboard again. */
export function closeBeside({ ui }: Pick<BesideWindow, "ui">): void {
  setPaneShown(ui, "beside", false);
  enterPaneOnceShown("article");
}

/** The article that is read beside the one on the screen; `null` where something else is, or that is the same. */
function otherArticle({ workspace, ui }: BesideWindow): Extract<Beside, { kind: "article" }> | null {
  const { beside } = ui.get();
  const { session } = workspace.state.get();
  if (beside?.kind !== "article" || !session || beside.article === session.article.id) return null;
  return isPaneShown(ui.get(), "beside") ? beside : null;
}

/** Opens the article that is read, where it was read; the one before is read in its place from then on. */
export async function swapBeside(context: BesideWindow): Promise<void> {
  const other = otherArticle(context);
  if (!other) return;
  const { article, offset } = other;
  if (offset === 0) await context.workspace.openArticle(article);
  else await context.workspace.openArticleAt(article, { start: offset, end: offset });
  enterPaneOnceShown("article");
}

/** Whom the mark in focus means. */
function entityInFocus({ annotations, focus }: Pick<Session, "annotations" | "focus">): Id | null {
  const { set, entities } = annotations();
  const entity = get(set.spans, focus().span ?? "")?.entity;
  return (entity !== undefined && entityBehind(entities, entity)?.id) || null;
}

const inProject = ({ workspace }: ActionContext): boolean => workspace.state.get().project !== null;

export const besideActions: readonly ActionEntry[] = [
  {
    id: "open-beside",
    title: message("beside.open"),
    group: "view",
    keys: [],
    anyArticle: true,
    changesNothing: true,
    enabled: ({ workspace, article }) => article !== undefined || workspace.state.get().session !== null,
    run({ workspace, ui, article }) {
      const { session } = workspace.state.get();
      const id = article ?? session?.article.id;
      const isHere = id === session?.article.id;
      const offset = isHere ? (session?.view.current?.firstVisibleOffset() ?? 0) : 0;
      if (id !== undefined) openBeside({ ui }, { kind: "article", article: id, offset });
    },
  },
  inSession({
    id: "entity-beside",
    title: message("beside.open-entity"),
    group: "span",
    keys: [],
    changesNothing: true,
    enabled: ({ session }) => entityInFocus(session) !== null,
    run({ session, ui }) {
      const entity = entityInFocus(session);
      if (entity !== null) openBeside({ ui }, { kind: "entity", entity });
    },
  }),
  {
    id: "choose-beside",
    title: message("beside.choose"),
    group: "view",
    keys: ["Alt+Shift+b"],
    enabled: inProject,
    run: ({ ui }) => ui.patch({ dialog: "choose-beside" }),
  },
  {
    id: "toggle-beside",
    title: message("beside.toggle"),
    group: "view",
    keys: ["Alt+b"],
    enabled: inProject,
    run({ ui }) {
      const { beside } = ui.get();
      if (beside === null) ui.patch({ dialog: "choose-beside" });
      else if (isPaneShown(ui.get(), "beside")) closeBeside({ ui });
      else openBeside({ ui }, beside);
    },
  },
  {
    id: "swap-beside",
    title: message("beside.swap"),
    group: "view",
    keys: ["Alt+x"],
    enabled: (context) => otherArticle(context) !== null,
    run: (context) => void swapBeside(context),
  },
];
