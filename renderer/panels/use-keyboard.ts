// The keys of the open project, as the person has set them.
import type { Words } from "../../shared/words/say.ts";
import { type Keyboard, keyboardOf } from "../actions/keyboard.ts";
import { isMac, readableKeys } from "../lib/key-combination.ts";
import { useStore } from "../lib/store.ts";
import { usePanels } from "./app-context.tsx";

export function useKeyboard(): Keyboard {
  const { workspace } = usePanels();
  return useStore(workspace.state, () => keyboardOf({ workspace }));
}

/** An action's first key within a sentence, `Ctrl Z`; a dash for an action without one. */
export function saidKey(keyboard: Keyboard, action: string, words: Words): string {
  const [combination] = keyboard.keysOf(action);
  return combination === undefined ? "–" : readableKeys(combination, isMac(), words).join(" ");
}
