// Who or what a mention refers to, and what the registry knows of it.
import { UsersRound, X } from "lucide-react";
import { memo, useState } from "react";
import { removeAlias, unlinkEntity, updateEntity } from "../../../shared/commands/index.ts";
import { type Entity, entityBehind, sourceClass } from "../../../shared/model/entity.ts";
import type { Span } from "../../../shared/model/span.ts";
import { classKey } from "../../../shared/words/entity-words.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { showEntity } from "../../state/window/ui-state.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SettledField } from "../../ui/settled-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";
import { KindFields } from "./kind-fields.tsx";

interface Props {
  readonly session: Session;
  readonly span: Span;
}

export function EntityField({ session, span }: Props) {
  const { say } = useWords();
  const entity = useStore(session.shown, ({ annotations }) =>
    span.entity === undefined ? undefined : entityBehind(annotations.entities, span.entity),
  );
  if (!entity) return session.readOnly ? <p className="quiet">{say("span.nobody-yet")}</p> : <EntityChoice />;
  return <KnownEntity key={span.id} session={session} span={span} entity={entity} />;
}

function KnownEntity({ session, span, entity }: Props & { readonly entity: Entity }) {
  const { say } = useWords();
  const [editing, setEditing] = useState(false);
  const { ui } = usePanels();
  return (
    <div className="entity">
      <div className="entity-head">
        <div className="entity-words">
          <span className="entity-name">
            <OutsideText cut>{entity.name}</OutsideText>
          </span>
          <span className="quiet small">{say(classKey(sourceClass(entity)))}</span>
        </div>
        {!session.readOnly && (
          <div className="row">
            <IconButton label={say("entities.show")} onPress={() => showEntity(ui, entity.id)}>
              <UsersRound size={16} aria-hidden />
            </IconButton>
            <Button look="quiet-button" onPress={() => session.run(unlinkEntity, { span: span.id })}>
              {say("span.unlink")}
            </Button>
            <Button look="quiet-button" aria-expanded={editing} onPress={() => setEditing(!editing)}>
              {say("span.edit-entity")}
            </Button>
          </div>
        )}
      </div>
      {editing && <EntityForm key={entity.id} session={session} entity={entity} />}
    </div>
  );
}

/** The way to the registry, where an entity is found by typing or entered anew. */
const EntityChoice = memo(function EntityChoice() {
  const { ui } = usePanels();
  const { say } = useWords();
  return (
    <Button onPress={() => ui.patch({ dialog: "choose-entity" })}>
      {say("span.who")} <ActionKeys action="choose-entity" />
    </Button>
  );
});

interface EntityFormProps {
  readonly session: Session;
  readonly entity: Entity;
}

/** What the registry knows of an entity, to be changed: for all its mentions in all articles of the project. */
function EntityForm({ session, entity }: EntityFormProps) {
  const { say } = useWords();
  const update = (values: Omit<Parameters<typeof updateEntity.run>[1], "entity">): void => {
    session.run(updateEntity, { entity: entity.id, ...values });
  };
  return (
    <div className="entity-form">
      <SettledField label={say("entities.name")} value={entity.name} onSettle={(name) => update({ name })} />
      <KindFields entity={entity} onChange={update} />
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
