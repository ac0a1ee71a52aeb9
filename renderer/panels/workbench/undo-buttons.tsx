// Undo and redo for the mouse; the keys do the same.

import { Redo2, Undo2 } from "lucide-react";
import { memo } from "react";
import { useStore } from "../../lib/store.ts";
import { IconButton } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useKeyboard } from "../use-keyboard.ts";

export const UndoButtons = memo(function UndoButtons() {
  const { say } = useWords();
  const { keysOf } = useKeyboard();
  const { history } = usePanels().workspace;
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
        onPress={() => void history.undo()}
      >
        <Undo2 size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={say("workbench.redo")}
        keys={keysOf("redo")}
        isDisabled={!canRedo}
        onPress={() => void history.redo()}
      >
        <Redo2 size={16} aria-hidden />
      </IconButton>
    </>
  );
});
