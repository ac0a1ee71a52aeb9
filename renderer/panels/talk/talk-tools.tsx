// The button beside the title of the view: it begins a thread on what is in focus.
import { MessageSquarePlus } from "lucide-react";
import { beginThread, subjectInFocus } from "../../actions/talk.ts";
import { IconButton } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { useKeyboard } from "../use-keyboard.ts";

export function TalkTools() {
  const panels = usePanels();
  const { say } = useWords();
  const { keysOf } = useKeyboard();
  const session = useSession();
  if (!session || session.readOnly) return null;
  return (
    <IconButton
      label={say("talk.begin")}
      keys={keysOf("start-thread")}
      onPress={() => beginThread(panels, subjectInFocus(session))}
    >
      <MessageSquarePlus size={15} aria-hidden />
    </IconButton>
  );
}
