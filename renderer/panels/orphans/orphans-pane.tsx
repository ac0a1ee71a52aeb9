// The marks of the article that lost their place, beside its text: the one that is looked at is open, and the text shows the place
// where it may belong. One key puts it back there, one puts it aside, one puts it where words are selected in the text.
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from "react";
import type { ProposedPlace } from "../../../shared/revise/propose-places.ts";
import { chooseOrphan, putAside, putBack, showPlace } from "../../actions/orphans.ts";
import { useStore } from "../../lib/store.ts";
import { chosenOf, isWaiting, orphanTrayOf } from "../../state/articles/orphan-tray.ts";
import type { Session } from "../../state/session/session.ts";
import { sessionKey } from "../../state/session/session-key.ts";
import { OpeningList } from "../../ui/opening-list.tsx";
import { useWords } from "../../ui/words.tsx";
import { useSession } from "../app-context.tsx";
import { OrphanDetail } from "./orphan-detail.tsx";
import { OrphanRow } from "./orphan-row.tsx";
import { useOthers, usePlaceHighlights, useTrayItems } from "./use-orphans.ts";
import "../../styles/orphans.css";

/** Pixels of a closed row. */
const rowHeight = 52;
const nowhere: readonly ProposedPlace[] = [];

export function OrphansPane() {
  const { say } = useWords();
  const session = useSession();
  if (!session) return <p className="pane-empty quiet">{say("orphans.no-article")}</p>;
  return <Tray key={sessionKey(session)} session={session} />;
}

function Tray({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const tray = orphanTrayOf(session);
  const items = useTrayItems(session);
  const state = useStore(tray.state, (value) => value);
  const current = chosenOf(items, state);
  const places = current ? tray.places(current) : nowhere;
  useOthers(session);
  usePlaceHighlights(session, places, places[state.place]);

  const pane = useRef<HTMLElement>(null);
  /** Whether what a key did takes the row away that has the keyboard: then the next one gets it. */
  const hasActed = useRef(false);
  const known = useRef(items);
  useEffect(() => {
    // What undo brings back is what one wants to look at.
    const before = new Set(known.current.filter(isWaiting).map(({ key }) => key));
    const back = items.find((item) => isWaiting(item) && !before.has(item.key));
    known.current = items;
    if (back) tray.choose(back.key);
    if (!hasActed.current) return;
    hasActed.current = false;
    (pane.current?.querySelector<HTMLElement>("[data-pane-start]") ?? pane.current)?.focus();
  }, [items, tray]);
  const act = (what: () => boolean): void => {
    hasActed.current = what();
  };
  /** From the words that are looked for to the first place where they stand; without one the keyboard stays with them. */
  function goToFound(words: string): void {
    tray.look(words, "now");
    showPlace(session);
    if (current && tray.places(current).length > 0)
      pane.current?.querySelector<HTMLElement>("[data-pane-start]")?.focus();
  }

  const step = (by: 1 | -1): void => {
    const next = items[(current ? items.indexOf(current) : -1) + by];
    if (next) chooseOrphan(session, next);
  };
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target, currentTarget } = event;
    const { key } = event;
    if (target instanceof HTMLInputElement) {
      if (key === "Enter") goToFound(target.value);
      else if (key === "Escape" && target.value === "") session.view.current?.focus();
      else return;
    } else if (/^[1-9]$/u.test(key) && places[Number(key) - 1])
      act(() => putBack(session, places[Number(key) - 1]));
    else if (key === "a") act(() => putAside(session));
    else if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "ArrowRight") showPlace(session, state.place + 1);
    else if (key === "ArrowLeft") showPlace(session, state.place - 1);
    else if (key === "/") currentTarget.querySelector("input")?.focus();
    else if (key === "Escape") session.view.current?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  /** Who comes to the list sees where the one that is open may belong. */
  function onFocus({ currentTarget, relatedTarget }: FocusEvent): void {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) showPlace(session);
  }

  const waiting = items.filter(isWaiting).length;
  return (
    <section
      ref={pane}
      className="orphans"
      aria-label={say("orphans.title")}
      tabIndex={-1}
      onKeyDownCapture={() => {
        hasActed.current = false;
      }}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <div className={items.length === 0 ? "pane-empty" : "orphans-head"}>
        <p className={waiting === 0 ? "orphans-none" : "quiet"}>
          {waiting > 0 ? say("orphans.how") : say(items.length === 0 ? "orphans.none" : "orphans.none-waits")}
        </p>
        {waiting === 0 && <p className="quiet">{say("orphans.none-about")}</p>}
      </div>
      <OpeningList
        label={say("orphans.list-label")}
        items={items}
        rowHeight={rowHeight}
        open={current ? items.indexOf(current) : -1}
        keyOf={({ key }) => key}
        goTo={(item) => chooseOrphan(session, item)}
        close={() => chooseOrphan(session, null)}
        row={(item) => <OrphanRow session={session} item={item} />}
        detail={(item) => <OrphanDetail key={item.key} session={session} item={item} places={places} />}
        onOpenRowKey={(_item, event) => {
          if (event.key !== "Enter" || places.length === 0) return;
          event.preventDefault();
          act(() => putBack(session, places[state.place]));
        }}
      />
    </section>
  );
}
