// The card in focus. Stays mounted, hidden, while none is.
import { History, Trash2 } from "lucide-react";
import { deleteAttribution } from "../../../shared/commands/index.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import { get } from "../../../shared/model/table.ts";
import { useStore } from "../../lib/store.ts";
import type { Session, SessionState } from "../../state/session/session.ts";
import { IconButton } from "../../ui/button.tsx";
import { Kept } from "../../ui/kept.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useKept } from "../use-kept.ts";
import { CardForm } from "./card-form.tsx";

export function CardPanel({ session }: { readonly session: Session }) {
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
