// What is offered, in the order of the text, filtered. The one that is looked at is open. Shows only the rows in view.
import { type KeyboardEvent, useMemo, useState } from "react";
import { chooseSuggestion, takeSuggestion } from "../../actions/suggest.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { suggestingOf } from "../../state/suggestions/suggesting.ts";
import { Button } from "../../ui/button.tsx";
import { OpeningList } from "../../ui/opening-list.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { OfferedFilters } from "./offered-filters.tsx";
import { allOffered, listedOffered, type OfferedQuery } from "./offered-query.ts";
import { SuggestionDetail } from "./suggestion-detail.tsx";
import { SuggestionRow } from "./suggestion-row.tsx";
import { useSuggestions } from "./use-suggestions.ts";

/** Pixels of a closed row. */
const rowHeight = 56;

export function OfferedList({ session }: { readonly session: Session }) {
  const panels = usePanels();
  const { say } = useWords();
  const { offered: all } = useSuggestions();
  const chosen = useStore(suggestingOf(panels.workspace).chosen, (key) => key);
  const [query, setQuery] = useState<OfferedQuery>(allOffered);
  const offered = useMemo(() => listedOffered(all, query), [all, query]);
  const open = chosen === null ? -1 : offered.findIndex(({ key }) => key === chosen);

  /** Here as in the article, Enter accepts what is looked at; the space bar opens and closes. */
  function accept(event: KeyboardEvent): void {
    if (event.key !== "Enter" || session.readOnly) return;
    event.preventDefault();
    void takeSuggestion({ ...panels, session }, event.shiftKey ? "open" : "next");
  }

  if (all.length === 0)
    return (
      <div className="pane-empty">
        <p className="suggestions-none">{say("suggestions.none-title")}</p>
        <p className="quiet">{say("suggestions.none")}</p>
      </div>
    );
  return (
    <>
      <OfferedFilters all={all} query={query} onChange={setQuery} />
      <div className="suggestions-all">
        <span role="status">{say("suggestions.counted", { count: offered.length })}</span>
        <Button onPress={() => panels.ui.patch({ dialog: "accept-suggestions" })}>
          {say("suggestions.accept-several")}
        </Button>
      </div>
      {offered.length === 0 && <p className="pane-empty quiet">{say("suggestions.none-of-these")}</p>}
      <OpeningList
        label={say("suggestions.list-label")}
        items={offered}
        rowHeight={rowHeight}
        open={open}
        keyOf={({ key }) => key}
        goTo={(one) => chooseSuggestion(panels, one)}
        close={() => suggestingOf(panels.workspace).chosen.set(null)}
        row={(one) => <SuggestionRow session={session} one={one} />}
        detail={(one) => <SuggestionDetail session={session} one={one} />}
        onOpenRowKey={(_one, event) => accept(event)}
      />
    </>
  );
}
