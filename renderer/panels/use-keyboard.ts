// The keys of the open project, as the person has set them.
import { type Keyboard, keyboardOf } from "../actions/keyboard.ts";
import { useStore } from "../state/store.ts";
import { usePanels } from "./app-context.tsx";

export function useKeyboard(): Keyboard {
  const { workspace } = usePanels();
  return useStore(workspace.state, () => keyboardOf({ workspace }));
}
