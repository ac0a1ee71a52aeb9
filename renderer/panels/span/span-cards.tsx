// The cards that use a span, or how it gets into one.
import { memo } from "react";
import { createAttribution } from "../../../shared/commands/index.ts";
import { usersOf } from "../../../shared/model/annotation-set.ts";
import type { Span } from "../../../shared/model/span.ts";
import { slotsFor } from "../../../shared/model/tagset.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";
import { cardWords } from "../card-words.ts";

interface Props {
  readonly session: Session;
  readonly span: Span;
}

export function SpanCards({ session, span }: Props) {
  const { parts, say } = useWords();
  const { annotations, focus } = useStore(session.shown, (state) => ({
    annotations: state.annotations,
    focus: state.focus,
  }));
  const users = usersOf(annotations.set, span.id);
  // The card in focus is open below already.
  const cards = users.filter(({ id }) => id !== focus.card);
  if (users.length === 0 && (session.readOnly || slotsFor(session.tagset, span.type).length === 0))
    return null;
  return (
    <div className="span-cards">
      {cards.length > 0 && (
        <ul aria-label={say("span.cards")} className="chips">
          {cards.map((card) => (
            <li key={card.id} className="chip-item">
              <Button look="quiet-button" onPress={() => session.setFocus({ span: span.id, card: card.id })}>
                {parts("span.also-in", {
                  card: (
                    <OutsideText key="card" cut>
                      {cardWords(card, annotations)}
                    </OutsideText>
                  ),
                })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!session.readOnly && <WaysIntoCards session={session} isUsed={users.length > 0} />}
    </div>
  );
}

interface WaysProps {
  readonly session: Session;
  readonly isUsed: boolean;
}

/** The same for every span that is used, or for every one that is not. */
const WaysIntoCards = memo(function WaysIntoCards({ session, isUsed }: WaysProps) {
  const { ui } = usePanels();
  const { say } = useWords();
  return (
    <div className="row">
      {!isUsed && (
        <Button
          onPress={() => {
            const { span } = session.focus();
            if (span !== null) session.run(createAttribution, { span });
          }}
        >
          {say("span.new-card")} <ActionKeys action="open-card" />
        </Button>
      )}
      <Button look={isUsed ? "quiet-button" : "plain"} onPress={() => ui.patch({ dialog: "choose-card" })}>
        {say("span.link")} <ActionKeys action="link-to-card" />
      </Button>
    </div>
  );
});
