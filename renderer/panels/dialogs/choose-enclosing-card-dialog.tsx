// Chooses the card that the one in focus lies within: the near ones first, and none that would lie within itself.
import { useState } from "react";
import { nestAttribution } from "../../../shared/commands/index.ts";
import { placeOf } from "../../../shared/model/annotation-set.ts";
import { liesWithin } from "../../../shared/model/card-laws.ts";
import { get } from "../../../shared/model/table.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { Finder } from "../../ui/finder.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { cardWords } from "../card-words.ts";
import { cardItem } from "./card-item-words.tsx";
import { findCards } from "./find-cards.ts";
import { TwoLines } from "./two-lines.tsx";

interface Props {
  readonly session: Session;
  onClose(): void;
}

const none = "no-card";

export function ChooseEnclosingCardDialog({ session, onClose }: Props) {
  const { annotations, cardOrder, focus } = useStore(session.state, (state) => state);
  const [typed, setTyped] = useState("");
  const words = useWords();
  const { say } = words;
  const card = focus.card === null ? undefined : get(annotations.set.attributions, focus.card);
  if (!card) return null;
  const items = [
    ...findCards(annotations, cardOrder, { typed, near: placeOf(annotations.set, card) })
      .filter((found) => !liesWithin(annotations.set, found.card.id, card.id))
      .map((found) => cardItem(found, annotations, session.text, words)),
    ...(card.within === null
      ? []
      : [
          {
            id: none,
            text: say("dialogs.within-no-card"),
            content: <TwoLines main={say("dialogs.within-no-card")} help={say("dialogs.take-it-out")} />,
          },
        ]),
  ];
  return (
    <ModalDialog title={say("dialogs.put-within")} wide onClose={onClose}>
      <p className="note">
        <OutsideText>{cardWords(card, annotations).slice(0, 200)}</OutsideText>
      </p>
      <Finder
        label={say("dialogs.enclosing-cards")}
        placeholder={say("dialogs.find-a-card")}
        typed={typed}
        items={items}
        empty={say("dialogs.no-enclosing-card")}
        onType={setTyped}
        onTake={(id) => {
          onClose();
          session.run(nestAttribution, { card: card.id, within: id === none ? null : id });
        }}
      />
    </ModalDialog>
  );
}
