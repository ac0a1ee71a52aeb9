// What is in focus, with all that can be said of it: the span, and the card. All parts stay mounted and only change their
// values, since the focus moves with every key.

import { memo } from "react";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { Kept } from "../../ui/kept.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { CardPanel } from "../cards/card-panel.tsx";
import { ExclusionList } from "../cards/exclusion-list.tsx";
import { NoCards } from "../cards/no-cards.tsx";
import { SpanPanel } from "../span/span-panel.tsx";
import { FocusThreads } from "../talk/focus-threads.tsx";
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
