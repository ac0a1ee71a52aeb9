// The card that a decision made, as it stands in the curated set, to be changed like any other card.
import type { Id } from "../../../shared/model/id.ts";
import { get } from "../../../shared/model/table.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { useWords } from "../../ui/words.tsx";
import { CardForm } from "../cards/card-form.tsx";
import "../../styles/cards.css";

export function CuratedCard({ session, card: id }: { readonly session: Session; readonly card: Id }) {
  const { say } = useWords();
  const card = useStore(session.shown, ({ annotations }) => get(annotations.set.attributions, id));
  if (!card) return null;
  return (
    <section className="decide-card" aria-label={say("decide.curated")}>
      <h2 className="conflict-aspect">{say("decide.curated")}</h2>
      <CardForm session={session} card={card} />
    </section>
  );
}
