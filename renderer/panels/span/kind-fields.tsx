// What an entity is, and how it is named.
import { type Entity, entityTypes, namings } from "../../../shared/model/entity.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly entity: Entity;
  readonly isReadOnly?: boolean;
  onChange(values: Partial<Pick<Entity, "type" | "naming">>): void;
}

export function KindFields({ entity, isReadOnly = false, onChange }: Props) {
  const { say } = useWords();
  return (
    <div className="pair">
      <ChoiceField
        label={say("entities.type")}
        options={entityTypes.map((id) => ({ id, name: say(`entities.type-${id}`) }))}
        value={entity.type}
        isDisabled={isReadOnly}
        onChange={(type) => onChange({ type })}
      />
      <ChoiceField
        label={say("entities.naming")}
        options={namings.map((id) => ({
          id,
          name: say(`entities.naming-${id}`),
          description: say(`entities.naming-${id}-about`),
        }))}
        value={entity.naming}
        isDisabled={isReadOnly}
        onChange={(naming) => onChange({ naming })}
      />
    </div>
  );
}
