// Chooses, by keyboard alone, whom the claim of the card in focus is about: entities that there are, or a new one.
import { useState } from "react";
import { addAbout, removeAbout } from "../../../shared/commands/index.ts";
import { aboutOf } from "../../../shared/model/card-about.ts";
import { claimWords } from "../../../shared/model/card-words.ts";
import { type Entity, sourceClass } from "../../../shared/model/entity.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { get } from "../../../shared/model/table.ts";
import { classKey } from "../../../shared/words/field-words.ts";
import { useStore } from "../../lib/store.ts";
import { findEntities } from "../../state/session/find-entities.ts";
import type { Session } from "../../state/session/session.ts";
import { Finder, type FinderItem } from "../../ui/finder.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { TwoLines } from "./two-lines.tsx";

interface Props {
  readonly session: Session;
  onClose(): void;
}

const newEntityId = "new-entity";

/** So much of the claim stands above the list. */
const longest = 200;

export function ChooseAboutDialog({ session, onClose }: Props) {
  const { card, annotations } = useStore(session.state, (state) => ({
    card: get(state.annotations.set.attributions, state.focus.card ?? ""),
    annotations: state.annotations,
  }));
  const [typed, setTyped] = useState("");
  const { say } = useWords();
  if (!card) return null;
  const { entities } = annotations;
  const claim = claimWords(card, annotations);
  const chosen = aboutOf(card, entities);
  const { sure, fitting, others } = findEntities(entities, typed, claim);
  const name = typed.trim();
  const help = (entity: Entity): string =>
    [say(classKey(sourceClass(entity))), ...entity.aliases.slice(0, 4)].join(" · ");
  const itemOf = (entity: Entity): FinderItem => ({
    id: entity.id,
    text: chosen.includes(entity)
      ? say("dialogs.no-longer-about", { name: plainText(entity.name) })
      : plainText(entity.name),
    content: (
      <TwoLines
        main={chosen.includes(entity) ? say("dialogs.no-longer-about", { name: entity.name }) : entity.name}
        help={help(entity)}
      />
    ),
  });
  const newItem: FinderItem = {
    id: newEntityId,
    text: say("dialogs.new-entity", { name: plainText(name) }),
    content: <TwoLines main={say("dialogs.new-entity", { name })} help={say("dialogs.enter-it")} />,
  };
  const free = [...sure, ...fitting].filter((entity) => !chosen.includes(entity));
  const items = [
    ...free.map(itemOf),
    ...(name === "" ? [] : [newItem]),
    ...others.filter((entity) => !chosen.includes(entity)).map(itemOf),
    ...chosen.map(itemOf),
  ];
  return (
    <ModalDialog title={say("dialogs.whom-about")} onClose={onClose}>
      <p className="note">
        <OutsideText>{shortened(claim, longest)}</OutsideText>
      </p>
      <Finder
        label={say("dialogs.entities")}
        placeholder={say("dialogs.find-or-name")}
        typed={typed}
        items={items}
        empty={say("dialogs.no-such-entity")}
        // Whom a claim is about is hardly ever plain from a word that both have: Enter alone must not say so.
        marksFirst={false}
        onType={setTyped}
        onTake={(id) => {
          onClose();
          const isChosen = chosen.some((entity) => entity.id === id);
          if (isChosen) session.run(removeAbout, { card: card.id, entity: id });
          else session.run(addAbout, { card: card.id, entity: id === newEntityId ? { name } : id });
        }}
      />
    </ModalDialog>
  );
}
