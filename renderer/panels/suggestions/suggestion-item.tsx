// One suggestion in the list: who, by which words, what, and how sure; when it is looked at, all there is to it.
import { type KeyboardEvent, useEffect, useRef } from "react";
import { cardPlace } from "../../../shared/suggestions/proposed-card.ts";
import { chooseSuggestion, takeSuggestion } from "../../actions/suggest.ts";
import type { Offered } from "../../state/offered.ts";
import type { Session } from "../../state/session.ts";
import { suggestingOf } from "../../state/suggesting.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { partWords } from "./part-words.ts";
import { SuggestionDetail } from "./suggestion-detail.tsx";
import { speakerOf } from "./use-suggestions.ts";

interface Props {
  readonly session: Session;
  readonly one: Offered;
  readonly at: number;
  readonly count: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly isOpen: boolean;
  /** Whether the Tab key comes to the list here. */
  readonly isEntry: boolean;
  openRef(element: HTMLElement | null): (() => void) | undefined;
}

export function SuggestionItem({ session, one, at, count, top, isOpen, isEntry, openRef }: Props) {
  const panels = usePanels();
  const { say, percent } = useWords();
  const { card } = one;
  const { text } = session.text;
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Keys that go from one to the next take the place in the list along.
    if (isOpen && document.activeElement?.matches(".suggestion-row")) row.current?.focus();
  }, [isOpen]);
  /** Here as in the article, Enter accepts what is looked at; the space bar opens and closes. */
  function accept(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !isOpen || session.readOnly) return;
    event.preventDefault();
    void takeSuggestion({ ...panels, session }, event.shiftKey ? "open" : "next");
  }
  return (
    <li
      className={isOpen ? "suggestion open" : "suggestion"}
      style={{ top }}
      aria-setsize={count}
      aria-posinset={at + 1}
      ref={isOpen ? openRef : undefined}
    >
      <button
        ref={row}
        type="button"
        className="suggestion-row"
        data-row={at}
        data-pane-start={isEntry ? "" : undefined}
        tabIndex={isEntry ? 0 : -1}
        aria-expanded={isOpen}
        data-place={cardPlace(card).start}
        onKeyDown={accept}
        onClick={() => {
          if (isOpen) suggestingOf(panels.workspace).chosen.set(null);
          else chooseSuggestion(panels, one);
        }}
      >
        <span className={card.within === null ? "suggestion-says" : "suggestion-says within"}>
          <span className="cut">
            <OutsideText>{speakerOf(one) === "" ? say("suggestions.nobody") : speakerOf(one)}</OutsideText>{" "}
            <em>
              <OutsideText>{partWords(text, card.cue)}</OutsideText>
            </em>
          </span>
          <span className="suggestion-claim cut">
            <OutsideText>{partWords(text, card.claim)}</OutsideText>
          </span>
        </span>
        <span className="suggestion-sure">{percent(card.confidence)}</span>
      </button>
      {isOpen && <SuggestionDetail session={session} one={one} />}
    </li>
  );
}
