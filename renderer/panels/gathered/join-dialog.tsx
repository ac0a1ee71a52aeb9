// Chooses, by keyboard alone, with whom somebody is the same: an entity of the registry, or another one of the list.
import { useState } from "react";
import { get } from "../../../shared/model/table.ts";
import type { ProposedPerson } from "../../../shared/suggestions/project-people.ts";
import { joinPerson } from "../../actions/gathered.ts";
import { useStore } from "../../lib/store.ts";
import { Finder } from "../../ui/finder.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { TwoLines } from "../dialogs/two-lines.tsx";
import { findEntities } from "../span/find-entities.ts";

interface Props {
  readonly person: ProposedPerson;
  readonly all: readonly ProposedPerson[];
  onClose(): void;
}

export function JoinDialog({ person, all, onClose }: Props) {
  const panels = usePanels();
  const { say } = useWords();
  const entities = useStore(panels.workspace.state, (state) => state.entities);
  const [typed, setTyped] = useState("");
  const { sure, fitting, others } = findEntities(entities, typed, person.name);
  const like = typed.trim() === "" ? person.perhaps : [];
  const words = typed.trim().toLocaleLowerCase();
  const proposed = all.filter(
    ({ key, name, naming }) =>
      key !== person.key && naming === "named" && name.toLocaleLowerCase().includes(words),
  );
  const found = [
    ...like.map(({ entity, key, name, likeness }) => ({
      id: entity === null ? `+${key}` : entity,
      name,
      help: say(`gathered.like-${likeness}`),
    })),
    ...[...sure, ...fitting].map(({ id, name, aliases }) => ({
      id,
      name,
      help: aliases.slice(0, 4).join(" · "),
    })),
    ...proposed.map(({ key, name }) => ({ id: `+${key}`, name, help: say("gathered.not-in-registry") })),
    ...others.map(({ id, name, aliases }) => ({ id, name, help: aliases.slice(0, 4).join(" · ") })),
  ];
  // What is likest goes before what merely fits what was typed.
  const items = found.filter(({ id }, at) => found.findIndex((one) => one.id === id) === at);
  return (
    <ModalDialog title={say("gathered.join-title", { name: plainText(person.name) })} onClose={onClose}>
      <Finder
        label={say("gathered.join-find")}
        placeholder={say("gathered.join-find")}
        typed={typed}
        items={items.map(({ id, name, help }) => ({
          id,
          text: plainText(name),
          content: <TwoLines main={name} help={help} />,
        }))}
        empty={say("entities.none-fits")}
        onType={setTyped}
        onTake={(id) => {
          const into = id.startsWith("+") ? all.find(({ key }) => `+${key}` === id) : get(entities, id);
          onClose();
          if (into) joinPerson(panels, person, into);
        }}
      />
    </ModalDialog>
  );
}
