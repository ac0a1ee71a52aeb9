// The buttons of the suggestion that is looked at, with their keys.
import { dropSuggestion, takeSuggestion } from "../../actions/suggest.ts";
import type { Session } from "../../state/session/session.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly session: Session;
  /** -1: they are for the pointer; absent: Tab comes to each. */
  readonly tabIndex?: -1;
}

export function SuggestionButtons({ session, ...tabbing }: Props) {
  const context = { ...usePanels(), session };
  const { say } = useWords();
  return (
    <div className="suggestion-buttons">
      <Button {...tabbing} look="primary" onPress={() => void takeSuggestion(context, "next")}>
        {say("suggestions.accept")} <ActionKeys action="open-card" />
      </Button>
      <Button
        {...tabbing}
        title={say("suggestions.edit-about")}
        onPress={() => void takeSuggestion(context, "open")}
      >
        {say("suggestions.edit")} <ActionKeys action="edit-suggestion" />
      </Button>
      <Button
        {...tabbing}
        title={say("suggestions.reject-about")}
        onPress={() => void dropSuggestion(context, "here")}
      >
        {say("suggestions.reject")} <ActionKeys action="delete" />
      </Button>
      <Button
        {...tabbing}
        title={say("suggestions.reject-alike-about")}
        onPress={() => void dropSuggestion(context, "everywhere")}
      >
        {say("suggestions.reject-alike")} <ActionKeys action="reject-suggestions-alike" />
      </Button>
    </div>
  );
}
