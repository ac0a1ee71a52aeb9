// One suggestion in the list: who, by which words, what, and how sure.

import type { Session } from "../../state/session/session.ts";
import type { Offered } from "../../state/suggestions/offered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { partWords } from "./part-words.ts";
import { speakerOf } from "./use-suggestions.ts";

interface Props {
  readonly session: Session;
  readonly one: Offered;
}

export function SuggestionRow({ session, one }: Props) {
  const { say, percent } = useWords();
  const { card } = one;
  const { text } = session.text;
  return (
    <>
      <span className={card.within === null ? "opening-says" : "opening-says within"}>
        <span className="cut">
          <OutsideText>{speakerOf(one) === "" ? say("suggestions.nobody") : speakerOf(one)}</OutsideText>{" "}
          <em>
            <OutsideText>{partWords(text, card.cue)}</OutsideText>
          </em>
        </span>
        <span className="opening-quote cut">
          <OutsideText>{partWords(text, card.claim)}</OutsideText>
        </span>
      </span>
      {card.model !== null && (
        <span className="suggestion-model">
          <OutsideText cut>{card.model}</OutsideText>
        </span>
      )}
      <span className="suggestion-sure">{percent(card.confidence)}</span>
    </>
  );
}
