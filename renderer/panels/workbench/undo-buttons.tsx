// Undo and redo for the mouse; the keys do the same.
import { Redo2, Undo2 } from "lucide-react";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { IconButton } from "../../ui/button.tsx";

export function UndoButtons({ session }: { readonly session: Session }) {
  const { undoSteps, redoSteps } = useStore(session.shown, ({ undoSteps, redoSteps }) => ({
    undoSteps,
    redoSteps,
  }));
  return (
    <>
      <IconButton label="Undo" keys={["Mod+z"]} isDisabled={undoSteps === 0} onPress={() => session.undo()}>
        <Undo2 size={16} aria-hidden />
      </IconButton>
      <IconButton
        label="Redo"
        keys={["Mod+Shift+z"]}
        isDisabled={redoSteps === 0}
        onPress={() => session.redo()}
      >
        <Redo2 size={16} aria-hidden />
      </IconButton>
    </>
  );
}
