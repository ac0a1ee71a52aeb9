// Going through what is left to do in the article: findings, suggestions, what is possibly missed, and lost marks, in the order of the text.
import { message } from "../../shared/words/message.ts";
import { type TodoItem, todoListOf } from "../state/articles/todo-list.ts";
import { isViewShown, showView } from "../state/window/ui-state.ts";
import { type Action, inSession, type SessionContext } from "./action.ts";
import { goToFinding } from "./checks.ts";
import { neighbourOf } from "./neighbour.ts";
import { chooseOrphan } from "./orphans.ts";
import { chooseSuggestion } from "./suggest.ts";

/** Looks at one thing to do; its place comes into view, and what it is about into focus. */
export function goToTodo(context: SessionContext, item: TodoItem): void {
  const { session, workspace } = context;
  if (item.kind !== "suggestion") chooseSuggestion(context, null);
  if (item.kind === "finding") goToFinding(session, item.finding);
  else if (item.kind === "suggestion") chooseSuggestion(context, item.offered);
  else if (item.kind === "orphan") chooseOrphan(session, item.orphan);
  else {
    session.view.current?.select(item.missed.range);
    session.view.current?.reveal(item.missed.range, "center");
  }
  todoListOf(workspace, session).chosen.set({ key: item.key, place: item.place, caret: caretIn(context) });
}

const caretIn = ({ session }: SessionContext): number => session.view.current?.caret() ?? 0;

/** The thing to do after or before the one that is looked at; where that is done, from its place on; else from the caret. */
function neighbouringTodo(context: SessionContext, direction: 1 | -1): TodoItem | null {
  const todo = todoListOf(context.workspace, context.session);
  const items = todo.items();
  const caret = caretIn(context);
  const lastChosen = todo.chosen.get();
  const isThere = lastChosen?.caret === caret;
  const at = isThere ? items.findIndex(({ key }) => key === lastChosen.key) : -1;
  return neighbourOf(items, ({ place }) => place, {
    at,
    from: isThere ? lastChosen.place : caret,
    direction,
  });
}

const toTodo = (direction: 1 | -1, key: string): Action => {
  const id = direction === 1 ? "next-todo" : "previous-todo";
  return inSession({
    id,
    title: message(`actions.${id}`),
    group: "move",
    keys: [key],
    run(context) {
      const item = neighbouringTodo(context, direction);
      if (!item) return context.session.say({ kind: "came-of-it", says: message("todo.none") });
      if (!isViewShown(context.ui.get(), "todo")) showView(context.ui, "todo");
      goToTodo(context, item);
    },
  });
};

export const todoActions: readonly Action[] = [toTodo(1, "F7"), toTodo(-1, "Shift+F7")];
