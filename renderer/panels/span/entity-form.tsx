// What the registry knows of an entity, to be changed: for all its mentions in all articles of the project.
import { X } from "lucide-react";
import { removeAlias, updateEntity } from "../../../shared/commands/index.ts";
import type { Entity, EntityType, Naming } from "../../../shared/model/entity.ts";
import type { Session } from "../../state/session/session.ts";
import { IconButton } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SettledField } from "../../ui/settled-field.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly session: Session;
  readonly entity: Entity;
}

const types = [
  "person",
  "organization",
  "group",
  "document",
  "outlet",
  "platform",
] as const satisfies readonly EntityType[];
const namings = ["named", "described", "anonymous"] as const satisfies readonly Naming[];

export function EntityForm({ session, entity }: Props) {
  const { say } = useWords();
  const update = (values: Omit<Parameters<typeof updateEntity.run>[1], "entity">): void => {
    session.run(updateEntity, { entity: entity.id, ...values });
  };
  return (
    <div className="entity-form">
      <SettledField label={say("entities.name")} value={entity.name} onSettle={(name) => update({ name })} />
      <div className="pair">
        <ChoiceField
          label={say("entities.type")}
          options={types.map((id) => ({ id, name: say(`entities.type-${id}`) }))}
          value={entity.type}
          onChange={(id) => {
            const type = types.find((one) => one === id);
            if (type) update({ type });
          }}
        />
        <ChoiceField
          label={say("entities.naming")}
          options={namings.map((id) => ({
            id,
            name: say(`entities.naming-${id}`),
            description: say(`entities.naming-${id}-about`),
          }))}
          value={entity.naming}
          onChange={(id) => {
            const naming = namings.find((one) => one === id);
            if (naming) update({ naming });
          }}
        />
      </div>
      <div className="pair">
        <SettledField
          label={say("entities.role")}
          value={entity.role ?? ""}
          onSettle={(role) => update({ role: role || null })}
        />
        <SettledField
          label={say("entities.affiliation")}
          value={entity.affiliation ?? ""}
          onSettle={(affiliation) => update({ affiliation: affiliation || null })}
        />
      </div>
      {entity.aliases.length > 0 && (
        <div>
          <p className="field-label">{say("entities.also-called")}</p>
          <ul className="aliases" aria-label={say("entities.aliases")}>
            {entity.aliases.map((alias) => (
              <li key={alias} className="alias">
                <OutsideText cut>{alias}</OutsideText>
                <IconButton
                  label={say("entities.remove-alias", { name: plainText(alias) })}
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
