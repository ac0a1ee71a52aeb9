// What is in focus, with all that can be said of it: the span, and the card. All parts stay mounted and only change their
// values, since the focus moves with every key.

import { History, Trash2, Undo2 } from "lucide-react";
import { memo } from "react";
import { deleteAttribution, includeRange } from "../../../shared/commands/index.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import { get, records } from "../../../shared/model/table.ts";
import { useStore } from "../../lib/store.ts";
import type { Session, SessionState } from "../../state/session/session.ts";
import { IconButton, Press } from "../../ui/button.tsx";
import { Kept } from "../../ui/kept.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";
import { CardForm } from "../cards/card-form.tsx";
import { NoCards } from "../cards/no-cards.tsx";
import { SpanPanel } from "../span/span-panel.tsx";
import { FocusThreads } from "../talk/focus-threads.tsx";
import { useKept } from "../use-kept.ts";
import "../../styles/inspector.css";

export function Inspector({ session }: { readonly session: Session }) {
  return (
    <div className="inspector" data-pane="cards" tabIndex={-1}>
      <div className="inspector-body">
        <SpanPanel session={session} />
        <CardPanel session={session} />
        <FocusThreads session={session} />
        <NothingInFocus session={session} />
      </div>
      <ExclusionList session={session} />
    </div>
  );
}

interface Props {
  readonly session: Session;
  readonly readOnly: boolean;
}

/** What the inspector says while nothing is in focus: how to get something there, or how to make the first card. */
function NothingInFocus({ session }: Pick<Props, "session">) {
  const empty = useStore(session.shown, ({ focus }) => focus.span === null && focus.card === null);
  return (
    <Kept shown={empty}>
      <HowToBegin session={session} readOnly={session.readOnly} />
    </Kept>
  );
}

const HowToBegin = memo(function HowToBegin({ session, readOnly }: Props) {
  const { say, parts } = useWords();
  const none = useStore(session.shown, ({ cardOrder }) => cardOrder.length === 0);
  return (
    <section className="nothing-in-focus" aria-label={say("cards.nothing-in-focus")}>
      {none ? (
        <NoCards tagset={session.tagset} readOnly={readOnly} />
      ) : (
        <>
          <p className="no-cards-title">{say("cards.nothing-in-focus")}</p>
          <p className="quiet">
            {parts("cards.nothing-in-focus-about", {
              span: <ActionKeys key="span" action="next-span" />,
              next: <ActionKeys key="next" action="next-card" />,
              previous: <ActionKeys key="previous" action="previous-card" />,
            })}
          </p>
        </>
      )}
    </section>
  );
});

/** The card in focus. Stays mounted, hidden, while none is. */
function CardPanel({ session }: { readonly session: Session }) {
  const { ui } = usePanels();
  const { say } = useWords();
  const { card, at, count } = useStore(session.shown, ({ annotations, focus, cardOrder }) => {
    const focusedCard = focus.card === null ? undefined : get(annotations.set.attributions, focus.card);
    return focusedCard
      ? { card: focusedCard, at: cardOrder.indexOf(focusedCard.id) + 1, count: cardOrder.length }
      : { card: null, at: 0, count: 0 };
  });
  const shownCard = useKept(session, card, firstCard);
  return (
    shownCard && (
      <Kept shown={card !== null}>
        <section className="card-panel" aria-labelledby="card-heading">
          <header className="pane-head">
            <h2 id="card-heading" className="pane-title">
              {say("cards.at-of", { at, count })}
            </h2>
            <IconButton
              label={say("history.record-card")}
              tiny
              onPress={() => ui.patch({ dialog: "history-of-card" })}
            >
              <History size={14} aria-hidden />
            </IconButton>
            {!session.readOnly && (
              <IconButton
                label={say("cards.delete")}
                tiny
                onPress={() => session.run(deleteAttribution, { card: shownCard.id })}
              >
                <Trash2 size={14} aria-hidden />
              </IconButton>
            )}
          </header>
          <CardForm session={session} card={shownCard} />
        </section>
      </Kept>
    )
  );
}

const firstCard = ({ annotations, cardOrder }: SessionState): Attribution | null =>
  get(annotations.set.attributions, cardOrder[0] ?? "") ?? null;

// What is left out of the analysis, with the way to take it back in.

function ExclusionList({ session }: { readonly session: Session }) {
  const table = useStore(session.shown, ({ annotations }) => annotations.set.exclusions);
  const { say } = useWords();
  if (table.size === 0) return null;
  const exclusions = [...records(table)].sort((a, b) => a.segment.start - b.segment.start);
  return (
    <details className="exclusions">
      <summary>{say("cards.left-out", { count: exclusions.length })}</summary>
      <ul aria-label={say("cards.exclusions")}>
        {exclusions.map(({ id, segment, reason }) => (
          <li key={id} className="segment">
            <Press
              className="segment-words"
              onPress={() => session.reveal({ start: segment.start, end: segment.end }, "center")}
            >
              <OutsideText cut>{reason === "" ? segment.quote.slice(0, 120) : reason}</OutsideText>
            </Press>
            {!session.readOnly && (
              <IconButton
                label={say("cards.include")}
                tiny
                onPress={() => session.run(includeRange, { exclusion: id })}
              >
                <Undo2 size={14} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
