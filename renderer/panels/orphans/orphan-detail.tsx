// All about one mark without a place: its words as they stood, the card that it served, and the places where it may belong, each in
// what is around it, of which one is shown in the text.
import { spansOf } from "../../../shared/model/attribution.ts";
import { graphemeStart } from "../../../shared/model/graphemes.ts";
import { type Orphan, stretchesOf } from "../../../shared/model/orphan.ts";
import type { Range } from "../../../shared/model/range.ts";
import { spanText } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import { spanTypeOf } from "../../../shared/model/tagset.ts";
import type { ProposedPlace } from "../../../shared/revise/propose-places.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import { putAside, putBack, showPlace } from "../../actions/orphans.ts";
import { useStore } from "../../lib/store.ts";
import { orphanTrayOf, type TrayItem } from "../../state/articles/orphan-tray.ts";
import type { Session } from "../../state/session/session.ts";
import { Button, Press } from "../../ui/button.tsx";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { useKeyboard } from "../use-keyboard.ts";

interface Props {
  readonly session: Session;
  readonly item: TrayItem;
  readonly places: readonly ProposedPlace[];
}

/** Characters that are shown around a stretch. */
const around = 40;

export function OrphanDetail({ session, item, places }: Props) {
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
        {numbered(stretchesOf(orphan)).map(({ key, item: { prefix, quote, suffix } }) => (
          <InContext key={key} before={prefix} words={quote} after={suffix} />
        ))}
      </blockquote>
      {card !== "" && (
        <p className="quiet">
          <OutsideText>{say("orphans.card", { words: card })}</OutsideText>
        </p>
      )}
      <p>{say(whyOf(why, words, places.length))}</p>
      {places.length > 0 && (
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
      )}
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
              onPress={() => putBack(session, places[shown])}
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
  const before = text.slice(graphemeStart(text, start - around), start);
  const after = text.slice(end, graphemeStart(text, end + around));
  return <InContext before={before} words={text.slice(start, end)} after={after} />;
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
