// One mark without a place: its words as they stood, the card that it served, and the places where it may belong, each in what is around it.
import { spansOf } from "../../../shared/model/attribution.ts";
import { type Orphan, stretchesOf } from "../../../shared/model/orphan.ts";
import type { Range } from "../../../shared/model/range.ts";
import { spanText } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import { spanTypeOf } from "../../../shared/model/tagset.ts";
import type { PlaceReason } from "../../../shared/revise/propose-places.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import type { Session } from "../../state/session.ts";
import { Button } from "../../ui/button.tsx";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

export interface PlaceToTake {
  readonly why: PlaceReason | "selection";
  readonly segments: readonly Range[];
  /** The key that takes it. */
  readonly key: string;
  /** See `putBackOrphan`. */
  readonly snap: boolean;
}

interface Props {
  readonly session: Session;
  readonly orphan: Orphan;
  readonly places: readonly PlaceToTake[];
  readonly isDisabled: boolean;
  onTake(place: PlaceToTake): void;
}

/** Characters that are shown around a stretch. */
const around = 60;

export function OrphanPlaces({ session, orphan, places, isDisabled, onTake }: Props) {
  const { say, tell } = useWords();
  const { was, why } = orphan;
  const type = was.kind === "span" ? spanTypeOf(session.tagset, was.record.type) : undefined;
  const card = cardWords(session, orphan);
  return (
    <div className="orphan">
      <p className="quiet">
        {was.kind === "span"
          ? say("revisions.orphan-was", { type: type ? tell(typeName(type)) : was.record.type })
          : say(`revisions.orphan-was-${was.kind}`)}
      </p>
      <blockquote>
        {numbered(stretchesOf(orphan)).map(({ key, item: { prefix, quote, suffix } }) => (
          <InContext key={key} before={prefix} words={quote} after={suffix} />
        ))}
      </blockquote>
      {card !== "" && (
        <p className="quiet">
          <OutsideText>{say("revisions.orphan-card", { words: card })}</OutsideText>
        </p>
      )}
      <p>{say(places.length === 0 ? "revisions.orphan-no-place" : `revisions.orphan-${why}`)}</p>
      <ol className="orphan-places">
        {places.map((place) => (
          <li key={place.key}>
            <Button isDisabled={isDisabled} onPress={() => onTake(place)}>
              <kbd>{place.key.toUpperCase()}</kbd>
              <span className="orphan-place">
                <small className="quiet">{say(`revisions.place-${place.why}`)}</small>
                <span>
                  {place.segments.map((range) => (
                    <AtRange key={range.start} text={session.text.text} range={range} />
                  ))}
                </span>
              </span>
            </Button>
          </li>
        ))}
      </ol>
    </div>
  );
}

function AtRange({ text, range: { start, end } }: { readonly text: string; readonly range: Range }) {
  const before = text.slice(Math.max(0, start - around), start);
  return <InContext before={before} words={text.slice(start, end)} after={text.slice(end, end + around)} />;
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
