// Chooses, by keyboard alone, who or what the mention in focus refers to: an entity there is, or a new one.
import { useMemo, useState } from "react";
import { isPronoun } from "../../../shared/commands/entity-names.ts";
import { createEntity, linkEntity } from "../../../shared/commands/index.ts";
import { type Entity, sourceClass } from "../../../shared/model/entity.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { spanText } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import { classKey } from "../../../shared/words/field-words.ts";
import type { Words } from "../../../shared/words/say.ts";
import { useStore } from "../../lib/store.ts";
import { findEntities } from "../../state/session/find-entities.ts";
import { newEntityOf } from "../../state/session/first-entity.ts";
import type { Session } from "../../state/session/session.ts";
import { Finder, type FinderItem } from "../../ui/finder.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { plainText } from "../../ui/outside-text.tsx";
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
        empty={say("dialogs.no-such-entity")}
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
