// Going through the to-do queue of the article, in the order of the text.
import { message } from "../../shared/words/message.ts";
import { currentTodo, type TodoItem, todoListOf } from "../state/articles/todo-list.ts";
import { suggestingOf } from "../state/suggestions/suggesting.ts";
import { isViewShown, showView } from "../state/window/ui-state.ts";
import { type ActionEntry, inSession, type SessionContext } from "./action.ts";
import { goToFinding, onceListed } from "./checks.ts";
import { goToGap } from "./move.ts";
import { neighbourOf } from "./neighbour.ts";
import { chooseOrphan } from "./orphans.ts";
import { chooseSuggestion, goToMissed } from "./suggest.ts";

/** Looks at one item; its place comes into view, and what it is about into focus. */
export function goToTodo(context: SessionContext, item: TodoItem): void {
  const { session, workspace } = context;
  const { chosen } = todoListOf(workspace, session);
  chooseSuggestion(context, item.kind === "suggestion" ? item.offered : null);
  if (item.kind === "suggestion") {
    chosen.set(null);
    return;
  }
  if (item.kind === "finding") goToFinding(session, item.finding);
  else if (item.kind === "gap") goToGap(session, item.gap);
  else if (item.kind === "orphan") chooseOrphan(session, item.orphan);
  else goToMissed(session, item.missed);
  chosen.set({ key: item.key, place: item.place, caret: caretIn(context) });
}

const caretIn = ({ session }: SessionContext): number => session.view.current?.caret() ?? 0;

/** The item after or before the one that is looked at; where that is done, from its place on; else from the caret. */
function neighbouringTodo(context: SessionContext, items: readonly TodoItem[], direction: 1 | -1) {
  const { workspace, session } = context;
  const lastChosen = todoListOf(workspace, session).chosen.get();
  const caret = caretIn(context);
  const chosen = lastChosen?.caret === caret ? lastChosen : null;
  const current = currentTodo(chosen, suggestingOf(workspace).chosen.get());
  const at = items.findIndex(({ key }) => key === current);
  return neighbourOf(items, ({ place }) => place, { at, from: chosen?.place ?? caret, direction });
}

const toTodo = (direction: 1 | -1, key: string): ActionEntry => {
  const id = direction === 1 ? "next-todo" : "previous-todo";
  return inSession({
    id,
    group: "move",
    keys: [key],
    run: (context) => goToNeighbour(context, direction),
  });
};

/** Goes to the item after or before; where the article is still looked at, once it has been, unless the person is elsewhere then. */
function goToNeighbour(context: SessionContext, direction: 1 | -1): void {
  const { session, workspace, ui } = context;
  const items = todoListOf(workspace, session).items();
  const item = items && neighbouringTodo(context, items, direction);
  if (items && !item) {
    session.say({ kind: "result", says: message("todo.none") });
    return;
  }
  if (!isViewShown(ui.get(), "todo")) showView(ui, "todo");
  if (item) {
    goToTodo(context, item);
    return;
  }
  const { whenListed } = todoListOf(workspace, session);
  onceListed(context, { view: "todo", wait: whenListed }, () => goToNeighbour(context, direction));
}

export const todoActions: readonly ActionEntry[] = [toTodo(1, "F7"), toTodo(-1, "Shift+F7")];
