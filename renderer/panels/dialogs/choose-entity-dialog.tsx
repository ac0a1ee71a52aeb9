// Chooses, by keyboard alone, who or what the mention in focus refers to: an entity there is, or a new one.
import { useMemo, useState } from "react";
import { isPronoun } from "../../../shared/commands/entity-names.ts";
import { addAbout, createEntity, linkEntity, removeAbout } from "../../../shared/commands/index.ts";
import { aboutOf } from "../../../shared/model/card-about.ts";
import { claimWords } from "../../../shared/model/card-words.ts";
import { type Entity, sourceClass } from "../../../shared/model/entity.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { spanText } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import { classKey } from "../../../shared/words/field-words.ts";
import type { Words } from "../../../shared/words/say.ts";
import { useStore } from "../../lib/store.ts";
import { findEntities, newEntityOf } from "../../state/session/find-entities.ts";
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

/** So much of a mention stands in the title. */
const longest = 60;

export function ChooseEntityDialog({ session, onClose }: Props) {
  const { span, entities } = useStore(session.state, ({ annotations, focus }) => ({
    span: focus.span === null ? undefined : get(annotations.set.spans, focus.span),
    entities: annotations.entities,
  }));
  const [typed, setTyped] = useState("");
  const words = useWords();
  const { say } = words;
  const { text } = session;
  const named = useMemo(() => span && newEntityOf(text, span), [text, span]);
  if (!span) return null;
  const mention = spanText(span);
  const proposed = typed.trim() === "" && named ? named : null;
  const name = proposed?.name ?? (typed.trim() === "" ? mention : typed.trim());
  const { sure, likely, fitting, others } = findEntities(entities, typed, mention);
  // With nothing typed Enter must not link somebody to whom only a word of the mention fits.
  const bestEntities = typed.trim() === "" ? [...sure, ...likely] : fitting;
  const behind =
    typed.trim() === "" ? [...fitting.filter((one) => !likely.includes(one)), ...others] : others;
  const items = [
    ...bestEntities.map((entity) => itemOf(entity, words)),
    {
      id: newEntityId,
      text: say("dialogs.new-entity", { name: plainText(name) }),
      content: <TwoLines main={say("dialogs.new-entity", { name })} help={say("dialogs.enter-it")} />,
    },
    ...behind.map((entity) => itemOf(entity, words)),
  ];
  return (
    <ModalDialog
      title={say("dialogs.who-is-meant", { mention: plainText(shortened(mention, longest)) })}
      onClose={onClose}
    >
      <Finder
        label={say("dialogs.entities")}
        placeholder={say("dialogs.find-or-enter", { mention: plainText(shortened(mention, longest)) })}
        typed={typed}
        items={items}
        empty={say("entities.none-fits")}
        // A pronoun may mean anybody: whoever comes first by name is no better guess than the others.
        marksFirst={!isPronoun(mention)}
        onType={setTyped}
        onTake={(id) => {
          onClose();
          if (id === newEntityId)
            session.run(createEntity, {
              span: span.id,
              ...(proposed ?? (typed.trim() === "" ? {} : { name })),
            });
          else session.run(linkEntity, { span: span.id, entity: id });
        }}
      />
    </ModalDialog>
  );
}

const itemOf = (entity: Entity, { say }: Words): FinderItem => ({
  id: entity.id,
  text: plainText(entity.name),
  content: (
    <TwoLines
      main={entity.name}
      help={[say(classKey(sourceClass(entity))), ...entity.aliases.slice(0, 4)].join(" · ")}
    />
  ),
});

// Chooses, by keyboard alone, whom the claim of the card in focus is about: entities that there are, or a new one.

interface ChooseAboutDialogProps {
  readonly session: Session;
  onClose(): void;
}

/** So much of the claim stands above the list. */
const longestClaim = 200;

export function ChooseAboutDialog({ session, onClose }: ChooseAboutDialogProps) {
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
        <OutsideText>{shortened(claim, longestClaim)}</OutsideText>
      </p>
      <Finder
        label={say("dialogs.entities")}
        placeholder={say("dialogs.find-or-name")}
        typed={typed}
        items={items}
        empty={say("entities.none-fits")}
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
