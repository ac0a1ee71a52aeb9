// Chooses another card for the one in focus: to move the span in focus there, or to merge the two.
import { useState } from "react";
import { mergeAttributions, moveToCard } from "../../../shared/commands/index.ts";
import { placeOf } from "../../../shared/model/annotation-set.ts";
import { spanText } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { Finder } from "../../ui/finder.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { cardWords } from "../card-words.ts";
import { cardItem } from "./card-item-words.tsx";
import { findCards } from "./find-cards.ts";

interface Props {
  readonly session: Session;
  readonly purpose: "move-to-card" | "merge-cards";
  onClose(): void;
}

export function OtherCardDialog({ session, purpose, onClose }: Props) {
  const { annotations, cardOrder, focus } = useStore(session.state, (state) => state);
  const [typed, setTyped] = useState("");
  const words = useWords();
  const { say } = words;
  const card = get(annotations.set.attributions, focus.card ?? "");
  const span = get(annotations.set.spans, focus.span ?? "");
  if (!card || (purpose === "move-to-card" && !span)) return null;
  const items = findCards(annotations, cardOrder, { typed, near: placeOf(annotations.set, card) })
    .filter((found) => found.card.id !== card.id)
    .map((found) => cardItem(found, annotations, session.text, words));
  return (
    <ModalDialog title={say(`proposals.${purpose}`)} wide onClose={onClose}>
      <p className="note">
        <OutsideText>
          {(purpose === "move-to-card" && span ? spanText(span) : cardWords(card, annotations)).slice(0, 200)}
        </OutsideText>
      </p>
      <Finder
        label={say("dialogs.cards")}
        placeholder={say("dialogs.find-a-card")}
        typed={typed}
        items={items}
        empty={say("proposals.no-other-card", { words: plainText(typed) })}
        onType={setTyped}
        onTake={(id) => {
          onClose();
          if (purpose === "merge-cards") session.run(mergeAttributions, { card: card.id, other: id });
          else if (span) session.run(moveToCard, { span: span.id, from: card.id, to: id });
        }}
      />
    </ModalDialog>
  );
}
