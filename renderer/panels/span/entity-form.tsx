// What the registry knows of an entity, to be changed: for all its mentions in all articles of the project.
import { X } from "lucide-react";
import { removeAlias, updateEntity } from "../../../shared/commands/index.ts";
import type { Entity, EntityType, Naming } from "../../../shared/model/entity.ts";
import type { Session } from "../../state/session.ts";
import { IconButton } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SettledField } from "../../ui/settled-field.tsx";

interface Props {
  readonly session: Session;
  readonly entity: Entity;
}

const types: readonly { readonly id: EntityType; readonly name: string }[] = [
  { id: "person", name: "person" },
  { id: "organization", name: "organization" },
  { id: "group", name: "group" },
  { id: "document", name: "document" },
  { id: "outlet", name: "outlet" },
  { id: "platform", name: "platform" },
];

const namings: readonly { readonly id: Naming; readonly name: string; readonly description: string }[] = [
  { id: "named", name: "named", description: "A proper name, or an office only one can hold." },
  { id: "described", name: "described", description: "Unnamed but described: “top officials”." },
  { id: "anonymous", name: "anonymous", description: "Neither: “a source”." },
];

export function EntityForm({ session, entity }: Props) {
  const update = (values: Omit<Parameters<typeof updateEntity.run>[1], "entity">): void => {
    session.run(updateEntity, { entity: entity.id, ...values });
  };
  return (
    <div className="entity-form">
      <SettledField label="Name" value={entity.name} onSettle={(name) => update({ name })} />
      <div className="pair">
        <ChoiceField
          label="Type"
          options={types}
          value={entity.type}
          onChange={(id) => {
            const type = types.find((one) => one.id === id);
            if (type) update({ type: type.id });
          }}
        />
        <ChoiceField
          label="Naming"
          options={namings}
          value={entity.naming}
          onChange={(id) => {
            const naming = namings.find((one) => one.id === id);
            if (naming) update({ naming: naming.id });
          }}
        />
      </div>
      <div className="pair">
        <SettledField
          label="Role"
          value={entity.role ?? ""}
          onSettle={(role) => update({ role: role || null })}
        />
        <SettledField
          label="Affiliation"
          value={entity.affiliation ?? ""}
          onSettle={(affiliation) => update({ affiliation: affiliation || null })}
        />
      </div>
      {entity.aliases.length > 0 && (
        <div>
          <p className="field-label">Also called</p>
          <ul className="aliases" aria-label="Aliases">
            {entity.aliases.map((alias) => (
              <li key={alias} className="alias">
                <OutsideText cut>{alias}</OutsideText>
                <IconButton
                  label={`Remove the alias ${plainText(alias)}`}
                  tiny
                  onPress={() => session.run(removeAlias, { entity: entity.id, alias })}
                >
                  <X size={12} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
