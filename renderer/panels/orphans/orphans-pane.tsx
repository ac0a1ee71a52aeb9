// The marks of the article that lost their place, beside its text: the one that is looked at is open, and the text shows the place
// where it may belong. One key puts it back there, one puts it aside, one puts it where words are selected in the text.

import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { spansOf } from "../../../shared/model/attribution.ts";
import { graphemeStart } from "../../../shared/model/graphemes.ts";
import { type Orphan, orphanQuote, stretchesOf } from "../../../shared/model/orphan.ts";
import type { Range } from "../../../shared/model/range.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { spanText } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import { spanTypeOf } from "../../../shared/model/tagset.ts";
import type { PossiblePlace } from "../../../shared/revise/possible-places.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import { chooseOrphan, placeOrphan, putAside, showPlace } from "../../actions/orphans.ts";
import { useStore } from "../../lib/store.ts";
import { chosenOf, isWaiting, orphanTrayOf, type TrayItem } from "../../state/articles/orphan-tray.ts";
import type { Session } from "../../state/session/session.ts";
import { sessionKey } from "../../state/session/session-key.ts";
import { Button, Press } from "../../ui/button.tsx";
import { numbered } from "../../ui/numbered.ts";
import { OpeningList } from "../../ui/opening-list.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { useSession } from "../app-context.tsx";
import { PersonMark } from "../review-compare/person-mark.tsx";
import type { SidebarView } from "../sidebar-view.ts";
import { useKeyboard } from "../use-keyboard.ts";
import { useOthers, usePlaceHighlights, useTrayItems, useWaitingOrphans } from "./use-orphans.ts";

import "../../styles/orphans.css";

/** Pixels of a closed row. */
const rowHeight = 52;
const nowhere: readonly PossiblePlace[] = [];

function OrphansPane() {
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
  const { pane, act, forgetAct } = useActFocus(session, items);
  const onKeyDown = useTrayKeys({ session, items, current, places, pane, act });
  /** Who comes to the list sees where the one that is open may belong. */
  function onFocus({ currentTarget, relatedTarget }: FocusEvent): void {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) showPlace(session);
  }

  const waitingCount = items.filter(isWaiting).length;
  return (
    <section
      ref={pane}
      className="orphans"
      aria-label={say("orphans.title")}
      tabIndex={-1}
      onKeyDownCapture={forgetAct}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <div className={items.length === 0 ? "pane-empty" : "orphans-head"}>
        <p className={waitingCount === 0 ? "orphans-none" : "quiet"}>
          {waitingCount > 0
            ? say("orphans.how")
            : say(items.length === 0 ? "orphans.none" : "orphans.none-waits")}
        </p>
        {waitingCount === 0 && <p className="quiet">{say("orphans.none-about")}</p>}
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
          act(() => placeOrphan(session, places[state.place]));
        }}
      />
    </section>
  );
}

/** The keyboard after an act: where that takes away the row that has it, the next row gets it. */
function useActFocus(session: Session, items: readonly TrayItem[]) {
  const tray = orphanTrayOf(session);
  const pane = useRef<HTMLElement>(null);
  /** Whether what a key did takes the row away that has the keyboard: then the next one gets it. */
  const hasActed = useRef(false);
  const previousItems = useRef(items);
  useEffect(() => {
    // What undo brings back is what one wants to look at.
    const waitingKeys = new Set(previousItems.current.filter(isWaiting).map(({ key }) => key));
    const back = items.find((item) => isWaiting(item) && !waitingKeys.has(item.key));
    previousItems.current = items;
    if (back) tray.choose(back.key);
    if (!hasActed.current) return;
    hasActed.current = false;
    (pane.current?.querySelector<HTMLElement>("[data-pane-start]") ?? pane.current)?.focus();
  }, [items, tray]);
  const act = (what: () => boolean): void => {
    hasActed.current = what();
  };
  const forgetAct = (): void => {
    hasActed.current = false;
  };
  return { pane, act, forgetAct };
}

interface TrayKeys {
  readonly session: Session;
  readonly items: readonly TrayItem[];
  /** The one that is open. */
  readonly current: TrayItem | null;
  readonly places: readonly PossiblePlace[];
  readonly pane: RefObject<HTMLElement | null>;
  act(what: () => boolean): void;
}

function useTrayKeys({ session, items, current, places, pane, act }: TrayKeys) {
  const tray = orphanTrayOf(session);
  const { place: shown } = useStore(tray.state, (value) => value);
  /** From the words that are looked for to the first place where they stand; without one the keyboard stays with them. */
  function goToFound(words: string): void {
    tray.look(words, "now");
    showPlace(session);
    if (current && tray.places(current).length > 0)
      pane.current?.querySelector<HTMLElement>("[data-pane-start]")?.focus();
  }

  const step = (by: 1 | -1): void => {
    const nextItem = items[(current ? items.indexOf(current) : -1) + by];
    if (nextItem) chooseOrphan(session, nextItem);
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
      act(() => placeOrphan(session, places[Number(key) - 1]));
    else if (key === "a") act(() => putAside(session));
    else if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "ArrowRight") showPlace(session, shown + 1);
    else if (key === "ArrowLeft") showPlace(session, shown - 1);
    else if (key === "/") currentTarget.querySelector("input")?.focus();
    else if (key === "Escape") session.view.current?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return onKeyDown;
}

/** Characters of its words in the list. */
const longestShown = 80;

interface Props {
  readonly session: Session;
  readonly item: TrayItem;
}

/** One mark without a place in the list: its words, and what it was or whose it is. */
function OrphanRow({ session, item: { orphan, whose } }: Props) {
  const { say, tell } = useWords();
  const { was } = orphan;
  const type = was.kind === "span" ? spanTypeOf(session.tagset, was.record.type) : undefined;
  return (
    <span className="opening-says">
      <span className="orphan-row-words">
        <OutsideText>{shortened(orphanQuote(orphan), longestShown)}</OutsideText>
      </span>
      <span className="orphan-row-about cut">
        {was.kind === "span"
          ? type
            ? tell(typeName(type))
            : was.record.type
          : say(`orphans.is-${was.kind}`)}
        {orphan.aside && <> · {say("orphans.is-aside")}</>}
        {whose && <PersonMark person={whose} />}
      </span>
    </span>
  );
}

interface OrphanDetailProps {
  readonly session: Session;
  readonly item: TrayItem;
  readonly places: readonly PossiblePlace[];
}

/** Characters that are shown around a stretch. */
const around = 40;

/** All about one mark without a place: its words as they stood, the card that it served, and the places where it may belong, each in what is around it, of which one is shown in the text. */
function OrphanDetail({ session, item, places }: OrphanDetailProps) {
  const { say, tell } = useWords();
  const tray = orphanTrayOf(session);
  const { place: shown, typed, words } = useStore(tray.state, (state) => state);
  const { orphan, whose } = item;
  const { was, why } = orphan;
  const type = was.kind === "span" ? spanTypeOf(session.tagset, was.record.type) : undefined;
  const card = whose ? "" : cardWords(session, orphan);
  const canWrite = !whose && !session.readOnly;
  return (
    <>
      <p className="quiet">
        {was.kind === "span"
          ? say("orphans.was", { type: type ? tell(typeName(type)) : was.record.type })
          : say(`orphans.was-${was.kind}`)}
      </p>
      <blockquote className="orphan-quote">
        {numbered(stretchesOf(orphan.was.record)).map(({ key, item: { prefix, quote, suffix } }) => (
          <InContext key={key} before={prefix} words={quote} after={suffix} />
        ))}
      </blockquote>
      {card !== "" && (
        <p className="quiet">
          <OutsideText>{say("orphans.card", { words: card })}</OutsideText>
        </p>
      )}
      <p>{say(whyOf(why, words, places.length))}</p>
      {places.length > 0 && <PlaceList session={session} places={places} shown={shown} />}
      <SearchField
        label={say("orphans.other-words")}
        value={typed}
        onChange={(next) => tray.look(next, "soon")}
      />
      {canWrite && (
        <>
          <div className="orphan-buttons">
            <Button
              look="primary"
              isDisabled={places.length === 0}
              onPress={() => placeOrphan(session, places[shown])}
            >
              {say("orphans.put-back-there")} <kbd>↵</kbd>
            </Button>
            <Button onPress={() => putAside(session)}>
              {say(orphan.aside ? "orphans.take-up" : "orphans.set-aside")} <kbd>A</kbd>
            </Button>
          </div>
          <ByHand />
        </>
      )}
    </>
  );
}
interface PlaceListProps extends Pick<OrphanDetailProps, "session" | "places"> {
  /** The index of the one that the text shows. */
  readonly shown: number;
}

function PlaceList({ session, places, shown }: PlaceListProps) {
  const { say } = useWords();
  return (
    <ol className="orphan-places" aria-label={say("orphans.places")}>
      {places.map((place, at) => (
        <li key={place.segments[0]?.start ?? at}>
          <Press
            className="orphan-place"
            aria-current={at === shown ? "true" : undefined}
            onPress={() => showPlace(session, at)}
          >
            <kbd>{at + 1}</kbd>
            <span className="orphan-place-words">
              <small className="quiet">{say(`orphans.place-${place.why}`)}</small>
              {place.segments.map((range) => (
                <AtRange key={range.start} text={session.text.text} range={range} />
              ))}
            </span>
          </Press>
        </li>
      ))}
    </ol>
  );
}

/** How to put it where words are selected. */
function ByHand() {
  const { say } = useWords();
  const [key] = useKeyboard().keysOf("put-orphan-here");
  return key === undefined ? null : (
    <p className="quiet">
      {say("orphans.by-hand")} <ActionKeys action="put-orphan-here" />
    </p>
  );
}

function whyOf(why: Orphan["why"], words: string, count: number) {
  if (words.trim() !== "") return count === 0 ? "orphans.not-found" : "orphans.found";
  return count === 0 ? "orphans.no-place" : (`orphans.${why}` as const);
}

function AtRange({ text, range: { start, end } }: { readonly text: string; readonly range: Range }) {
  const textBefore = text.slice(graphemeStart(text, start - around), start);
  const textAfter = text.slice(end, graphemeStart(text, end + around));
  return <InContext before={textBefore} words={text.slice(start, end)} after={textAfter} />;
}

interface InContextProps {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

function InContext({ before, words, after }: InContextProps) {
  return (
    <span className="orphan-context">
      <OutsideText>{`…${oneLine(before).replace(wordCutBefore, "")}`}</OutsideText>
      <mark>
        <OutsideText>{oneLine(words)}</OutsideText>
      </mark>
      <OutsideText>{`${oneLine(after).replace(wordCutAfter, "")}…`}</OutsideText>{" "}
    </span>
  );
}

/** What is around is cut anywhere: words at its ends may be parts of words. */
const wordCutBefore = /^\S*\s+(?=\S)/u;
const wordCutAfter = /(?<=\S)\s+\S*$/u;
const oneLine = (text: string): string => text.replace(/\s+/gu, " ");

/** What still stands in the cards that it served. */
function cardWords(session: Session, { uses }: Orphan): string {
  const { set } = session.annotations();
  return uses
    .flatMap(({ card }) => get(set.attributions, card) ?? [])
    .flatMap((card) => spansOf(card))
    .flatMap((id) => get(set.spans, id) ?? [])
    .map(spanText)
    .join(" · ");
}

function useCount(): number | null {
  const count = useWaitingOrphans(useSession());
  return count === 0 ? null : count;
}

export const orphansView: SidebarView = { Body: OrphansPane, useCount };
