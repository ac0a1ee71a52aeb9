// Why there are no suggestions, and the way to have some.

import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function SuggestingSwitch({ session }: { readonly session: Session }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const habits = useStore(workspace.state, ({ settings }) => settings.suggesting);
  if (session.readOnly) return <p className="pane-empty quiet">{say("suggestions.read-only")}</p>;
  return (
    <div className="pane-empty">
      <p className="quiet">{say("suggestions.off")}</p>
      <Button
        look="primary"
        onPress={() => void workspace.setPreferences({ suggesting: { ...habits, shown: true } })}
      >
        {say("suggestions.turn-on")}
      </Button>
    </div>
  );
}
