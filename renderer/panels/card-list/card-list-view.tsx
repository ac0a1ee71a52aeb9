// The cards of the article as a list that can be searched, sorted and narrowed by everything that they say. Nested cards stand
// under their enclosing card while all are shown in reading order.

import { X } from "lucide-react";
import { memo, useDeferredValue, useMemo, useRef, useState } from "react";
import type { Attribution } from "../../../shared/model/attribution.ts";
import { folded } from "../../../shared/model/folded-name.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { get } from "../../../shared/model/table.ts";
import { focusCard } from "../../actions/focus.ts";
import { type ReadableStore, useStore } from "../../lib/store.ts";
import type { Session, SessionState } from "../../state/session/session.ts";
import { sessionKey } from "../../state/session/session-key.ts";
import { allCards, type CardQuery, isNarrowed, isPaneShown, withValue } from "../../state/window/ui-state.ts";
import { Button, Press } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { entryRow } from "../../ui/row-window.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { useRowWindow } from "../../ui/use-row-window.ts";
import { walkRows } from "../../ui/walk-rows.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { CardFace, type CardSummary, summaryOf, usePreview } from "../cards/card-face.tsx";
import { NoCards } from "../cards/no-cards.tsx";
import type { SidebarView } from "../sidebar-view.ts";
import {
  type CardFacet,
  type CardListing,
  type CardRow,
  type FacetCounts,
  facetsOf,
  listCards,
} from "./list-cards.ts";

import "../../styles/card-list.css";

function CardListView() {
  const session = useSession();
  const { say } = useWords();
  if (!session) return <p className="pane-empty quiet">{say("workbench.no-article")}</p>;
  return <CardList key={sessionKey(session)} session={session} />;
}

/** Pixels of a row, whose words take three lines. */
const rowHeights = { comfortable: 74, compact: 68 } as const;

function CardList({ session }: { readonly session: Session }) {
  const { ui } = usePanels();
  const { say } = useWords();
  const query = useStore(ui, ({ cardQuery }) => cardQuery);
  const total = useStore(session.shown, ({ cardOrder }) => cardOrder.length);
  const hasInspector = useStore(ui, (state) => isPaneShown(state, "cards"));
  const [counting, setCounting] = useState(false);
  const { rows, counts, facets } = useCardListing(session, query, counting);

  if (total === 0)
    return <NoCards tagset={session.tagset} readOnly={session.readOnly} isBrief={hasInspector} />;
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
      <CardRows session={session} rows={rows} />
    </div>
  );
}

/** The rows in view. */
function CardRows({ session, rows }: { readonly session: Session; readonly rows: readonly CardRow[] }) {
  const { workspace } = usePanels();
  const { say, number } = useWords();
  const density = useStore(workspace.state, ({ settings }) => settings.looks.density);
  const focused = useStore(session.shown, ({ focus }) => focus.card);
  const openIndex = useMemo(() => rows.findIndex(({ id }) => id === focused), [rows, focused]);
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = rowHeights[density];
  const { first, last, height, topOf } = useRowWindow({
    scroller,
    count: rows.length,
    rowHeight,
    open: openIndex,
  });
  const preview = usePreview(session);
  const go = useMemo(() => (id: Id) => focusCard(session, id), [session]);
  const entry = entryRow({ first, last }, openIndex);
  return (
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
  );
}

/** What the list of cards shows, read off the session's state. What is typed and marked meanwhile goes before it. */
interface ShownListing extends CardListing {
  readonly facets: readonly CardFacet[];
}

function useCardListing(session: Session, query: CardQuery, counting: boolean): ShownListing {
  const { tell, compare } = useWords();
  const { text, tagset } = session;
  const latest = useStore(session.shown, ({ annotations, cardOrder }) => ({ annotations, order: cardOrder }));
  const { annotations, order } = useDeferredValue(latest);
  const deferredQuery = useDeferredValue(query);
  return useMemo(() => {
    const facets = facetsOf({ annotations, text, tagset });
    const listing = listCards({
      attributions: annotations.set.attributions,
      order,
      facets,
      query: deferredQuery,
      counting,
      holds: (card: Attribution, typed) =>
        wordsOf(summaryOf(card, annotations, { text, tagset })).includes(folded(typed)),
      tell,
      compare,
    });
    return { ...listing, facets };
  }, [annotations, order, text, tagset, deferredQuery, counting, tell, compare]);
}

const wordsOf = memoize(({ who, cue, claim, about }: CardSummary): string =>
  folded([who, cue, claim, ...about].join(" ")),
);

interface Props {
  readonly session: Session;
  readonly row: CardRow;
  readonly at: number;
  readonly count: number;
  /** Pixels. */
  readonly top: number;
  readonly height: number;
  readonly inFocus: boolean;
  /** Whether the Tab key comes to the list here. */
  readonly isEntry: boolean;
  onGo(id: Id): void;
  onPreview(id: Id | null): void;
}

/** Indents deeper than this look like this. */
const deepest = 5;

/** One card of the list. */
const CardListItem = memo(function CardListItem(props: Props) {
  const { session, row, at, count, top, height, inFocus, isEntry, onGo, onPreview } = props;
  const { say } = useWords();
  const summary = useStore(session.shown, ({ annotations }) => {
    const card = get(annotations.set.attributions, row.id);
    return card ? summaryOf(card, annotations, session) : null;
  });
  if (!summary) return null;
  return (
    <li
      className={inFocus ? "card in-focus" : "card"}
      style={{ top, height, paddingInlineStart: 12 * Math.min(row.depth, deepest) }}
      aria-setsize={count}
      aria-posinset={at + 1}
      onPointerEnter={() => onPreview(inFocus ? null : row.id)}
      onPointerLeave={() => onPreview(null)}
    >
      <button
        type="button"
        className="card-row"
        data-row={at}
        data-pane-start={isEntry ? "" : undefined}
        tabIndex={isEntry ? 0 : -1}
        aria-current={inFocus}
        onClick={() => onGo(row.id)}
      >
        <span className="card-words">
          <CardFace summary={summary} />
        </span>
        {row.depth > 0 && <span className="visually-hidden"> {say("cards.nested")}</span>}
      </button>
    </li>
  );
});

interface CardFiltersProps {
  readonly query: CardQuery;
  readonly facets: readonly CardFacet[];
  readonly counts: FacetCounts;
  /** Called when the choices are opened, which is when counts are wanted, and closed. */
  onOpen(open: boolean): void;
}

/** Stands for "any value" in a list of choices. */
const any = "";

/** How the list is sorted and narrowed: what is asked for now, each part with a way out of it, and, when opened, everything that can be asked for with the number of cards that it would show. */
function CardFilters({ query, facets, counts, onOpen }: CardFiltersProps) {
  const { ui } = usePanels();
  const { say, tell } = useWords();
  const setQuery = (next: CardQuery): void => ui.patch({ cardQuery: next });
  const activeFacets = facets.filter(({ id }) => query.where[id] !== undefined);
  return (
    <div className="card-filters">
      {activeFacets.length > 0 && (
        <ul className="filter-chips" aria-label={say("cards.asked-for")}>
          {activeFacets.map((facet) => {
            const asks = { facet: facet.name, value: facet.nameOf(query.where[facet.id] ?? any) };
            return (
              <li key={facet.id}>
                <Press
                  className="filter-chip"
                  aria-label={say("cards.ask-no-more", asks)}
                  onPress={() => setQuery(withValue(query, facet.id, null))}
                >
                  {say("cards.facet-value", asks)}
                  <X size={12} aria-hidden />
                </Press>
              </li>
            );
          })}
          <li>
            <Button look="quiet-button" onPress={() => setQuery({ ...allCards, sort: query.sort })}>
              {say("cards.show-all")}
            </Button>
          </li>
        </ul>
      )}
      <details className="filter-choices" onToggle={(event) => onOpen(event.currentTarget.open)}>
        <summary>{say("cards.sort-and-filter")}</summary>
        <div className="filter-grid">
          <ChoiceField
            label={say("cards.sort-by")}
            value={query.sort}
            options={[
              { id: "text", name: say("cards.sort-text") },
              { id: "edited", name: say("cards.sort-edited") },
              ...facets.map(({ id, name }) => ({ id, name: tell(name) })),
            ]}
            onChange={(sort) => setQuery({ ...query, sort })}
          />
          {facets.map((facet) => (
            <FacetField
              key={facet.id}
              facet={facet}
              counts={counts.get(facet.id)}
              value={query.where[facet.id] ?? null}
              onChange={(value) => setQuery(withValue(query, facet.id, value))}
            />
          ))}
        </div>
      </details>
    </div>
  );
}

interface FacetProps {
  readonly facet: CardFacet;
  readonly counts: ReadonlyMap<string, number> | undefined;
  readonly value: string | null;
  onChange(value: string | null): void;
}

function FacetField({ facet, counts, value, onChange }: FacetProps) {
  const { say, tell, compare } = useWords();
  const named = (id: string): string => tell(facet.nameOf(id));
  const values = facet.values ?? [...(counts?.keys() ?? [])].sort((a, b) => compare(named(a), named(b)));
  const shownIds = values.filter((id) => id === value || (counts?.get(id) ?? 0) > 0);
  return (
    <ChoiceField
      label={tell(facet.name)}
      value={value ?? any}
      options={[
        { id: any, name: say("cards.any") },
        ...shownIds.map((id) => ({
          id,
          name: say("cards.value-count", { value: facet.nameOf(id), count: counts?.get(id) ?? 0 }),
        })),
      ]}
      onChange={(id) => onChange(id === any ? null : id)}
    />
  );
}

const noArticle: ReadableStore<SessionState | null> = { get: () => null, subscribe: () => () => undefined };

export const cardsView: SidebarView = {
  Body: CardListView,
  useCount: () => useStore(useSession()?.shown ?? noArticle, (state) => state?.cardOrder.length ?? null),
};
