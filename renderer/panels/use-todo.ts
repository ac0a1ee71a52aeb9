// The to-do queue of the article on the screen, for whatever lists or counts it: all of them say the same at every moment.
import { createStore, useStore } from "../lib/store.ts";
import { type TodoItem, todoListOf } from "../state/articles/todo-list.ts";
import { usePanels, useSession } from "./app-context.tsx";

const noTodo = createStore<readonly TodoItem[] | null>(null);

/** `null` where there is no article, or not all of it has been looked at. */
export function useTodo(): readonly TodoItem[] | null {
  const { workspace } = usePanels();
  const session = useSession();
  return useStore(session ? todoListOf(workspace, session).state : noTodo, (items) => items);
}
