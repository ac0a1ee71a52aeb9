// The fields of an entity in the registry, to be changed: its name, what it is and how it is named, who it is, and what else it is called.
import { X } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { UpdateEntity } from "../../../shared/commands/entities.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { type Entity, entityTypes, namings } from "../../../shared/model/entity.ts";
import type { EntityAnswer } from "../../../shared/model/entity-field.ts";
import type { EntityGroup } from "../../../shared/model/entity-groups.ts";
import { externalPage } from "../../../shared/model/external-id.ts";
import { IconButton } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SettledField } from "../../ui/settled-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { PageLink } from "../page-link.tsx";
import { ProblemLine } from "../problem-line.tsx";
import { OwnFields } from "./own-fields.tsx";

interface Props {
  readonly entity: Entity;
  /** With what was merged into it, where that is known. */
  readonly group?: EntityGroup | undefined;
  readonly isReadOnly?: boolean;
  /** What is wrong with the name. */
  readonly problem?: ReactNode;
  onChange(values: Omit<UpdateEntity, "entity">): void;
  onRemoveAlias(alias: string): void;
  /** Enters what is known in one of the project's own fields; `null`: nothing. */
  onEnter(field: string, answer: EntityAnswer | null): void;
}

export function EntityFields(props: Props) {
  const { entity, isReadOnly = false, problem, onChange } = props;
  const { say } = useWords();
  return (
    <>
      <SettledField
        label={say("entities.name")}
        value={entity.name}
        isReadOnly={isReadOnly}
        onSettle={(name) => onChange({ name })}
      />
      {problem}
      <KindFields {...props} />
      <div className="pair">
        <SettledField
          label={say("entities.role")}
          value={entity.role ?? ""}
          isReadOnly={isReadOnly}
          onSettle={(role) => onChange({ role })}
        />
        <SettledField
          label={say("entities.affiliation")}
          value={entity.affiliation ?? ""}
          isReadOnly={isReadOnly}
          onSettle={(affiliation) => onChange({ affiliation })}
        />
      </div>
      <ExternalIdField key={entity.id} entity={entity} isReadOnly={isReadOnly} onChange={onChange} />
      <OwnFields
        group={props.group ?? { entity, merged: [] }}
        isReadOnly={isReadOnly}
        onEnter={props.onEnter}
      />
      <Aliases {...props} />
    </>
  );
}

function KindFields({ entity, isReadOnly = false, onChange }: Props) {
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

/** What the entity is called elsewhere, and the way to the page that this leads to. */
function ExternalIdField({
  entity,
  isReadOnly = false,
  onChange,
}: Pick<Props, "entity" | "isReadOnly" | "onChange">) {
  const { say } = useWords();
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  const { externalId = "" } = entity;
  const page = externalPage(externalId);
  return (
    <div>
      <SettledField
        label={say("entities.external-id")}
        placeholder={say("entities.external-id-example")}
        value={externalId}
        isReadOnly={isReadOnly}
        onSettle={(written) => onChange({ externalId: written })}
      />
      {page !== null && (
        <>
          <p className="quiet small">
            <OutsideText>{page}</OutsideText>
          </p>
          <PageLink address={page} label={say("entities.open-page")} onProblem={setProblem} />
        </>
      )}
      {page === null && externalId !== "" && (
        <p className="field-help">{say("entities.external-id-no-page")}</p>
      )}
      <ProblemLine problem={problem} />
    </div>
  );
}

function Aliases({ entity, isReadOnly = false, onRemoveAlias }: Props) {
  const { say } = useWords();
  if (entity.aliases.length === 0) return null;
  return (
    <div>
      <p className="field-label">{say("entities.also-called")}</p>
      <ul className="aliases" aria-label={say("entities.aliases")}>
        {entity.aliases.map((alias) => (
          <li key={alias} className="alias">
            <OutsideText cut>{alias}</OutsideText>
            {!isReadOnly && (
              <IconButton
                label={say("entities.remove-alias", { name: plainText(alias) })}
                tiny
                onPress={() => onRemoveAlias(alias)}
              >
                <X size={12} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
