// What the inspector says while nothing is in focus: how to get something there, or how to make the first card.
import { memo } from "react";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { Kept } from "../../ui/kept.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { NoCards } from "../cards/no-cards.tsx";

interface Props {
  readonly session: Session;
  readonly readOnly: boolean;
}

export function NothingInFocus({ session }: Pick<Props, "session">) {
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
