// The cards of the article as a list that can be searched, sorted and narrowed by everything that they say. Nested cards stand
// under their enclosing card while all are shown in reading order.
import { useMemo, useRef, useState } from "react";
import type { Id } from "../../../shared/model/id.ts";
import { focusCard } from "../../actions/focus.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { sessionKey } from "../../state/session/session-key.ts";
import { isNarrowed } from "../../state/window/card-query.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { useRowWindow } from "../../ui/use-row-window.ts";
import { walkRows } from "../../ui/walk-rows.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { NoCards } from "../cards/no-cards.tsx";
import { usePreview } from "../cards/use-preview.ts";
import { CardFilters } from "./card-filters.tsx";
import { CardListItem } from "./card-list-item.tsx";
import { useCardListing } from "./use-card-listing.ts";
import "../../styles/card-list.css";

export function CardListView() {
  const session = useSession();
  const { say } = useWords();
  if (!session) return <p className="pane-empty quiet">{say("workbench.no-article")}</p>;
  return <CardList key={sessionKey(session)} session={session} />;
}

/** Pixels of a row; `card-list.css` gives it the same. */
const rowHeights = { comfortable: 56, compact: 46 } as const;

function CardList({ session }: { readonly session: Session }) {
  const { ui, workspace } = usePanels();
  const { say, number } = useWords();
  const query = useStore(ui, ({ cardQuery }) => cardQuery);
  const density = useStore(workspace.state, ({ settings }) => settings.looks.density);
  const { focused, total } = useStore(session.shown, ({ focus, cardOrder }) => ({
    focused: focus.card,
    total: cardOrder.length,
  }));
  const [counting, setCounting] = useState(false);
  const { rows, counts, facets } = useCardListing(session, query, counting);
  const open = useMemo(() => rows.findIndex(({ id }) => id === focused), [rows, focused]);
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = rowHeights[density];
  const { first, last, height, topOf } = useRowWindow({ scroller, count: rows.length, rowHeight, open });
  const preview = usePreview(session);
  const go = useMemo(() => (id: Id) => focusCard(session, id), [session]);

  if (total === 0) return <NoCards tagset={session.tagset} readOnly={session.readOnly} />;
  const entry = open >= first && open < last ? open : first;
  return (
    <div className="card-list-view">
      <div className="pane-search">
        <SearchField
          label={say("cards.find")}
          value={query.typed}
          onChange={(typed) => ui.patch({ cardQuery: { ...query, typed } })}
        />
      </div>
      <CardFilters query={query} facets={facets} counts={counts} onOpen={setCounting} />
      {isNarrowed(query) && (
        <p className="card-list-count quiet small" role="status">
          {say("cards.shown-of", { shown: rows.length, count: total })}
        </p>
      )}
      <div className="card-scroller" ref={scroller}>
        <ol
          className="card-list"
          aria-label={say("cards.cards")}
          aria-description={number(rows.length)}
          style={{ height }}
          onKeyDown={walkRows(rows, ({ id }) => go(id))}
        >
          {rows.slice(first, last).map((row, offset) => {
            const at = first + offset;
            return (
              <CardListItem
                key={row.id}
                session={session}
                row={row}
                at={at}
                count={rows.length}
                top={topOf(at)}
                height={rowHeight}
                inFocus={row.id === focused}
                isEntry={at === entry}
                onGo={go}
                onPreview={preview}
              />
            );
          })}
        </ol>
      </div>
    </div>
  );
}
