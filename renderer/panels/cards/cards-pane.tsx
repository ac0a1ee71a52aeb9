// The cards of the article in reading order, nested ones under their enclosing card; the one in focus is open. Shows only
// the rows in view, so that ten thousand cost what thirty cost.
import { type KeyboardEvent, useMemo, useRef } from "react";
import type { Id } from "../../../shared/model/id.ts";
import { focusCard } from "../../actions/focus.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { CardItem } from "./card-item.tsx";
import { cardRows } from "./card-rows.ts";
import { ExclusionList } from "./exclusion-list.tsx";
import { NoCards } from "./no-cards.tsx";
import { usePreview } from "./use-preview.ts";
import { useRowWindow } from "./use-row-window.ts";

/** Pixels of a closed card in the list; `cards.css` gives it the same. */
const rowHeight = 56;

export function CardsPane({ session }: { readonly session: Session }) {
  const { attributions, order, focused } = useStore(session.shown, ({ annotations, cardOrder, focus }) => ({
    attributions: annotations.set.attributions,
    order: cardOrder,
    focused: focus.card,
  }));
  const rows = useMemo(() => cardRows(attributions, order), [attributions, order]);
  const open = focused === null ? -1 : rows.findIndex(({ id }) => id === focused);
  const scroller = useRef<HTMLDivElement>(null);
  const { first, last, height, topOf, openRef } = useRowWindow({
    scroller,
    count: rows.length,
    rowHeight,
    open,
  });
  const preview = usePreview(session);

  const toggle = (id: Id): void => {
    preview(null);
    if (id === focused) session.setFocus({ span: null, card: null });
    else focusCard(session, id);
  };
  /** The arrows walk the list as it is seen, and open what they come to. */
  function walk(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement)) return;
    const at = Number(event.target.dataset.row ?? Number.NaN);
    const next = rows[at + step];
    if (!next) return;
    event.preventDefault();
    focusCard(session, next.id);
    const list = event.currentTarget;
    requestAnimationFrame(() => list.querySelector<HTMLElement>(`[data-row="${at + step}"]`)?.focus());
  }

  const entry = open >= first && open < last ? open : first;
  return (
    <section className="cards" aria-labelledby="cards-heading" data-pane="cards">
      <header className="pane-head">
        <h2 id="cards-heading" className="pane-title">
          Cards <span className="pane-count">{rows.length.toLocaleString("en-GB")}</span>
        </h2>
      </header>
      {rows.length === 0 && <NoCards tagset={session.tagset} readOnly={session.readOnly} />}
      <div className="card-scroller" ref={scroller}>
        <ol className="card-list" aria-label="Cards" style={{ height }} onKeyDown={walk}>
          {rows.slice(first, last).map((row, offset) => {
            const at = first + offset;
            return (
              <CardItem
                key={row.id}
                session={session}
                row={row}
                at={at}
                count={rows.length}
                top={topOf(at)}
                isOpen={at === open}
                isEntry={at === entry}
                openRef={openRef}
                onToggle={toggle}
                onPreview={preview}
              />
            );
          })}
        </ol>
      </div>
      <ExclusionList session={session} />
    </section>
  );
}
