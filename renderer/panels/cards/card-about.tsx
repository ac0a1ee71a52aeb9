// A line of the card that says whom its claim is about: who they are, what takes them out, and what opens the choice.
import { X } from "lucide-react";
import { removeAbout } from "../../../shared/commands/index.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import { aboutOf, goneFrom } from "../../../shared/model/card-about.ts";
import type { Id } from "../../../shared/model/id.ts";
import { goToEntity } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { Button, IconButton, Press } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly session: Session;
  readonly card: Attribution;
}

export function CardAbout({ session, card }: Props) {
  const { ui } = usePanels();
  const { say } = useWords();
  const entities = useStore(session.shown, ({ annotations }) => annotations.entities);
  const about = aboutOf(card, entities);
  const gone = goneFrom(card, entities);
  if (session.readOnly && about.length + gone.length === 0) return null;
  const takeOut = (id: Id, name: string) =>
    !session.readOnly && (
      <IconButton
        label={say("cards.take-out-of-about", { name })}
        tiny
        onPress={() => session.run(removeAbout, { card: card.id, entity: id })}
      >
        <X size={14} aria-hidden />
      </IconButton>
    );
  return (
    <dl className="slots">
      <div className="slot">
        <dt className="slot-name">{say("cards.about")}</dt>
        <dd className="slot-spans">
          {about.map(({ id, name }) => (
            <div key={id} className="slot-span">
              <Press className="slot-words" onPress={() => goToEntity(ui, id)}>
                <OutsideText>{name}</OutsideText>
              </Press>
              {takeOut(id, plainText(name))}
            </div>
          ))}
          {gone.map((id) => (
            <div key={id} className="slot-span">
              <span className="slot-empty">{say("cards.about-gone")}</span>
              {takeOut(id, say("cards.about-gone"))}
            </div>
          ))}
          {!session.readOnly && (
            <Button look="quiet-button" onPress={() => ui.patch({ dialog: "choose-about" })}>
              {say("cards.choose-about")} <ActionKeys action="choose-about" />
            </Button>
          )}
        </dd>
      </div>
    </dl>
  );
}
