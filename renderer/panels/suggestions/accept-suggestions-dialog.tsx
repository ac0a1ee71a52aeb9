// Accepts several suggestions at once, as one step: above a confidence, of a paragraph, of a speaker. Shows which before it does.
import { useState } from "react";
import { paragraphAt } from "../../../shared/model/article-text.ts";
import { contains } from "../../../shared/model/range.ts";
import { cardPlace } from "../../../shared/suggestions/proposed-card.ts";
import { message } from "../../../shared/words/message.ts";
import { acceptAll } from "../../actions/suggest.ts";
import type { Session } from "../../state/session/session.ts";
import { type Offered, suggestingOf } from "../../state/suggestions/suggesting.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { SliderField } from "../../ui/slider-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { partWords } from "./part-words.ts";
import { speakerOf, useSuggestions } from "./use-suggestions.ts";

interface Props {
  readonly session: Session;
  onClose(): void;
}

/** Most that are shown by name: what is more is counted. */
const most = 200;
const usual = 90;

export function AcceptSuggestionsDialog({ session, onClose }: Props) {
  const { workspace } = usePanels();
  const { say, compare, percent } = useWords();
  const { offered } = useSuggestions();
  const [scope, setScope] = useState("article");
  const [atLeast, setAtLeast] = useState(usual);
  const speakers = [...new Set(offered.map(speakerOf))].sort(compare);
  const chosenSuggestions = offered.filter(
    (one) =>
      one.card.confidence * 100 >= atLeast && isIn(session, workspaceCaret(session, workspace), scope, one),
  );
  return (
    <ModalDialog
      title={say("suggestions.accept-several")}
      wide
      onClose={onClose}
      foot={
        <ConfirmButtons
          onCancel={onClose}
          isDisabled={chosenSuggestions.length === 0}
          onPress={() => {
            onClose();
            if (acceptAll(session, chosenSuggestions) === null) return;
            session.setFocus({ span: null, card: null });
            session.say({
              kind: "came-of-it",
              says: message("suggestions.accepted", { count: chosenSuggestions.length }),
            });
          }}
        >
          {say("suggestions.accept-count", { count: chosenSuggestions.length })}
        </ConfirmButtons>
      }
    >
      <p>{say("suggestions.accept-about")}</p>
      <div className="accept-fields">
        <ChoiceField
          label={say("suggestions.accept-of")}
          value={scope}
          options={[
            { id: "article", name: say("suggestions.of-article") },
            { id: "paragraph", name: say("suggestions.of-paragraph") },
            ...speakers.map((name) => ({
              id: `@${name}`,
              name: name === "" ? say("suggestions.nobody") : name,
            })),
          ]}
          onChange={setScope}
        />
        <SliderField
          label={say("suggestions.by-confidence")}
          value={atLeast}
          least={30}
          most={99}
          said={say("suggestions.at-least", { share: percent(atLeast / 100) })}
          onChange={setAtLeast}
        />
      </div>
      <p className="accept-count" role="status">
        {say("suggestions.counted", { count: chosenSuggestions.length })}
      </p>
      <AcceptedList session={session} suggestions={chosenSuggestions} />
    </ModalDialog>
  );
}

interface AcceptedListProps {
  readonly session: Session;
  readonly suggestions: readonly Offered[];
}

function AcceptedList({ session, suggestions }: AcceptedListProps) {
  const { say, percent } = useWords();
  return (
    <ol className="accept-list" aria-label={say("suggestions.list-label")}>
      {suggestions.slice(0, most).map((one) => (
        <li key={one.key} className="accept-item">
          <span>
            <OutsideText>{speakerOf(one) === "" ? say("suggestions.nobody") : speakerOf(one)}</OutsideText>{" "}
            <em>
              <OutsideText>{partWords(session.text.text, one.card.cue)}</OutsideText>
            </em>{" "}
            <OutsideText>{partWords(session.text.text, one.card.claim)}</OutsideText>
          </span>
          <span className="suggestion-sure">{percent(one.card.confidence)}</span>
        </li>
      ))}
    </ol>
  );
}

/** Where one is: at the suggestion that is looked at, or else at the caret. */
function workspaceCaret(session: Session, workspace: Parameters<typeof suggestingOf>[0]): number {
  const current = suggestingOf(workspace).current();
  return current ? cardPlace(current.card).start : (session.view.current?.caret() ?? 0);
}

function isIn(session: Session, offset: number, scope: string, one: Offered): boolean {
  if (scope === "article") return true;
  if (scope !== "paragraph") return `@${speakerOf(one)}` === scope;
  const paragraph = session.text.paragraphs[paragraphAt(session.text, offset)];
  return paragraph !== undefined && contains(paragraph, cardPlace(one.card));
}
