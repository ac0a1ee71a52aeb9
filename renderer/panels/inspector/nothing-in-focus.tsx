// What the inspector says while nothing is in focus: how to get something there, or how to make the first card.
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { NoCards } from "../cards/no-cards.tsx";

interface Props {
  readonly session: Session;
  readonly hidden: boolean;
}

export function NothingInFocus({ session, hidden }: Props) {
  const { say, parts } = useWords();
  const none = useStore(session.shown, ({ cardOrder }) => cardOrder.length === 0);
  return (
    <section className="nothing-in-focus" hidden={hidden} aria-label={say("cards.nothing-in-focus")}>
      {none ? (
        <NoCards tagset={session.tagset} readOnly={session.readOnly} />
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
}
