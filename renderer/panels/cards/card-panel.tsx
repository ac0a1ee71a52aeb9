// The card in focus. Stays mounted, hidden, while none is.
import { History, Trash2 } from "lucide-react";
import { deleteAttribution } from "../../../shared/commands/index.ts";
import { get } from "../../../shared/model/table.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { IconButton } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useKept } from "../inspector/use-kept.ts";
import { CardForm } from "./card-form.tsx";

export function CardPanel({ session }: { readonly session: Session }) {
  const { ui } = usePanels();
  const { say } = useWords();
  const { card, at, count } = useStore(session.shown, ({ annotations, focus, cardOrder }) => ({
    card: focus.card === null ? null : (get(annotations.set.attributions, focus.card) ?? null),
    at: focus.card === null ? 0 : cardOrder.indexOf(focus.card) + 1,
    count: cardOrder.length,
  }));
  const shown = useKept(card);
  return (
    shown && (
      <section className="card-panel" aria-labelledby="card-heading" hidden={card === null}>
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
              onPress={() => session.run(deleteAttribution, { card: shown.id })}
            >
              <Trash2 size={14} aria-hidden />
            </IconButton>
          )}
        </header>
        <CardForm session={session} card={shown} />
      </section>
    )
  );
}
