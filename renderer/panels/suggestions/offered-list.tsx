// What is offered, in the order of the text, filtered. The one that is looked at is open. Shows only the rows in view.
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { chooseSuggestion } from "../../actions/suggest.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { suggestingOf } from "../../state/suggesting.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useRowWindow } from "../cards/use-row-window.ts";
import { OfferedFilters } from "./offered-filters.tsx";
import { allOffered, listedOffered, type OfferedQuery } from "./offered-query.ts";
import { SuggestionItem } from "./suggestion-item.tsx";
import { useSuggestions } from "./use-suggestions.ts";

/** Pixels of a closed row; `suggestions.css` gives it the same. */
const rowHeight = 56;

export function OfferedList({ session }: { readonly session: Session }) {
  const panels = usePanels();
  const { say } = useWords();
  const { offered: all } = useSuggestions();
  const chosen = useStore(suggestingOf(panels.workspace).chosen, (key) => key);
  const [query, setQuery] = useState<OfferedQuery>(allOffered);
  const offered = useMemo(() => listedOffered(all, query), [all, query]);
  const open = chosen === null ? -1 : offered.findIndex(({ key }) => key === chosen);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRowWindow({ scroller, count: offered.length, rowHeight, open });
  const entry = open >= rows.first && open < rows.last ? open : rows.first;

  /** The arrows walk the list as it is seen, and the text follows. */
  function walk(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement)) return;
    const at = Number(event.target.dataset.row ?? Number.NaN) + step;
    const next = offered[at];
    if (!next) return;
    event.preventDefault();
    chooseSuggestion(panels, next);
    const list = event.currentTarget;
    requestAnimationFrame(() => list.querySelector<HTMLElement>(`[data-row="${at}"]`)?.focus());
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
      <div className="suggestions-scroller" ref={scroller}>
        <ol
          className="suggestions-list"
          aria-label={say("suggestions.list-label")}
          style={{ height: rows.height }}
          onKeyDown={walk}
        >
          {offered.slice(rows.first, rows.last).map((one, offset) => {
            const at = rows.first + offset;
            return (
              <SuggestionItem
                key={one.key}
                session={session}
                one={one}
                at={at}
                count={offered.length}
                top={rows.topOf(at)}
                isOpen={at === open}
                isEntry={at === entry}
                openRef={rows.openRef}
              />
            );
          })}
        </ol>
      </div>
    </>
  );
}
