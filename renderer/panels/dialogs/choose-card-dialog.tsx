// Chooses the card that the span in focus goes into: the near ones first, or a new one.
import { useState } from "react";
import { createAttribution, linkSpan } from "../../../shared/commands/index.ts";
import { spanHull, spanText } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import { slotsFor, spanTypeOf } from "../../../shared/model/tagset.ts";
import { slotName, typeName } from "../../../shared/words/tagset-words.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { Finder } from "../../ui/finder.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { cardItem } from "./card-item-words.tsx";
import { findCards } from "./find-cards.ts";
import { TwoLines } from "./two-lines.tsx";

interface Props {
  readonly session: Session;
  onClose(): void;
}

const newCardId = "new-card";

export function ChooseCardDialog({ session, onClose }: Props) {
  const { annotations, cardOrder, focus } = useStore(session.state, (state) => state);
  const [typed, setTyped] = useState("");
  const words = useWords();
  const { say, tell } = words;
  const span = focus.span === null ? undefined : get(annotations.set.spans, focus.span);
  if (!span) return null;
  const [slot] = slotsFor(session.tagset, span.type);
  const type = spanTypeOf(session.tagset, span.type);
  const cardItems = findCards(annotations, cardOrder, { typed, near: spanHull(span) }).map((card) =>
    cardItem(card, annotations, session.text, words),
  );
  // A claim mostly begins a card; what else is marked mostly joins one that is near.
  const newCardIndex = slot?.id === "claim" ? 0 : 3;
  const fresh = {
    id: newCardId,
    text: say("dialogs.new-card"),
    content: (
      <TwoLines
        main={say("dialogs.new-card")}
        help={slot ? say("dialogs.new-card-with", { slot: slotName(slot) }) : ""}
      />
    ),
  };
  const items = [...cardItems.slice(0, newCardIndex), fresh, ...cardItems.slice(newCardIndex)];
  return (
    <ModalDialog title={say("dialogs.link-to-card")} wide onClose={onClose}>
      <p className="note">
        <span className="quiet">{type ? tell(typeName(type)) : span.type}: </span>
        <OutsideText>{spanText(span).slice(0, 200)}</OutsideText>
      </p>
      <Finder
        label={say("dialogs.cards")}
        placeholder={say("dialogs.find-a-card")}
        typed={typed}
        items={items}
        empty={say("dialogs.no-card-holds", { words: plainText(typed) })}
        onType={setTyped}
        onTake={(id) => {
          onClose();
          if (id === newCardId) session.run(createAttribution, { span: span.id });
          else session.run(linkSpan, { card: id, span: span.id });
        }}
      />
    </ModalDialog>
  );
}
