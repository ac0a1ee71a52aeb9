// Chooses, by keyboard alone, who or what the mention in focus refers to: an entity there is, or a new one.
import { useState } from "react";
import { createEntity, linkEntity } from "../../../shared/commands/index.ts";
import { type Entity, sourceClass } from "../../../shared/model/entity.ts";
import { spanText } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { Finder, type FinderItem } from "../../ui/finder.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { findEntities } from "../span/find-entities.ts";
import { TwoLines } from "./two-lines.tsx";

interface Props {
  readonly session: Session;
  onClose(): void;
}

const anew = "new entity";

export function ChooseEntityDialog({ session, onClose }: Props) {
  const { span, entities } = useStore(session.state, ({ annotations, focus }) => ({
    span: focus.span === null ? undefined : get(annotations.set.spans, focus.span),
    entities: annotations.entities,
  }));
  const [typed, setTyped] = useState("");
  if (!span) return null;
  const mention = spanText(span);
  const name = typed.trim() === "" ? mention : typed.trim();
  const { fitting, others } = findEntities(entities, typed, mention);
  const items = [
    ...fitting.map(itemOf),
    {
      id: anew,
      text: `New: ${plainText(name)}`,
      content: <TwoLines main={`New: ${name}`} help="Enter it into the registry" />,
    },
    ...others.map(itemOf),
  ];
  return (
    <ModalDialog title="Who or what is meant?" onClose={onClose}>
      <Finder
        label="Entities"
        placeholder={`Find, or enter “${plainText(mention).slice(0, 60)}” anew`}
        typed={typed}
        items={items}
        empty="No entity is called that."
        onType={setTyped}
        onTake={(id) => {
          onClose();
          if (id === anew)
            session.run(createEntity, { span: span.id, ...(typed.trim() === "" ? {} : { name }) });
          else session.run(linkEntity, { span: span.id, entity: id });
        }}
      />
    </ModalDialog>
  );
}

const itemOf = (entity: Entity): FinderItem => ({
  id: entity.id,
  text: plainText(entity.name),
  content: (
    <TwoLines main={entity.name} help={[sourceClass(entity), ...entity.aliases.slice(0, 4)].join(" · ")} />
  ),
});
