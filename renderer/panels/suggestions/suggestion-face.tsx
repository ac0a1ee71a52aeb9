// A suggestion in a list: who says what in two lines, cut at the end of the second, and how sure that is.
import type { Session } from "../../state/session/session.ts";
import type { Offered } from "../../state/suggestions/suggesting.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { partWords } from "./part-words.ts";
import { speakerWords } from "./use-suggestions.ts";

/** Pixels of a row. */
export const suggestionRowHeight = 56;

interface Props {
  readonly session: Pick<Session, "text">;
  readonly suggestion: Offered;
}

export function SuggestionFace({ session, suggestion }: Props) {
  const { say, percent } = useWords();
  const { card } = suggestion;
  const { text } = session.text;
  const speaker = speakerWords(text, suggestion);
  return (
    <>
      <span className={`suggestion-says cut-after-two${card.within === null ? "" : " within"}`}>
        <span className="suggestion-who">
          <OutsideText>{speaker === "" ? say("suggestions.nobody") : speaker}</OutsideText>
        </span>{" "}
        <span className="quiet">
          <OutsideText>{partWords(text, card.cue)}</OutsideText>
        </span>{" "}
        <span className="suggestion-claim">
          <OutsideText>{partWords(text, card.claim)}</OutsideText>
        </span>
      </span>{" "}
      <span className="suggestion-sure">{percent(card.confidence)}</span>
    </>
  );
}
