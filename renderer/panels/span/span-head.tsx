// The head of the span in focus: its type's name, its history, and the way to delete it. The same for all spans of a type, and
// so not drawn anew with each.
import { History, Trash2 } from "lucide-react";
import { memo } from "react";
import { deleteSpan } from "../../../shared/commands/index.ts";
import { spanTypeOf } from "../../../shared/model/tagset.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import type { Session } from "../../state/session/session.ts";
import { IconButton } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useKeyboard } from "../use-keyboard.ts";

interface Props {
  readonly session: Session;
  readonly type: string;
  readonly readOnly: boolean;
}

export const SpanHead = memo(function SpanHead({ session, type: id, readOnly }: Props) {
  const { say } = useWords();
  const { ui } = usePanels();
  const { keysOf } = useKeyboard();
  const type = spanTypeOf(session.tagset, id);
  return (
    <header className="pane-head">
      <h2 id="span-heading" className="pane-title">
        {say("span.in-focus", { type: type ? typeName(type) : id })}
      </h2>
      <IconButton
        label={say("history.record-span")}
        tiny
        onPress={() => ui.patch({ dialog: "history-of-span" })}
      >
        <History size={14} aria-hidden />
      </IconButton>
      {!readOnly && (
        <IconButton
          label={say("span.delete")}
          keys={keysOf("delete")}
          tiny
          onPress={() => {
            const { span } = session.focus();
            if (span !== null) session.run(deleteSpan, { span });
          }}
        >
          <Trash2 size={14} aria-hidden />
        </IconButton>
      )}
    </header>
  );
});
