// Who or what a mention refers to, and what the registry knows of it.
import { useState } from "react";
import { unlinkEntity } from "../../../shared/commands/index.ts";
import { sourceClass } from "../../../shared/model/entity.ts";
import type { Span } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { Button } from "../../ui/button.tsx";
import { Keys } from "../../ui/keys.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { usePanels } from "../app-context.tsx";
import { EntityForm } from "./entity-form.tsx";

interface Props {
  readonly session: Session;
  readonly span: Span;
}

export function EntityField({ session, span }: Props) {
  const entities = useStore(session.shown, ({ annotations }) => annotations.entities);
  const entity = span.entity === undefined ? undefined : get(entities, span.entity);
  const [editing, setEditing] = useState(false);
  if (!entity) return session.readOnly ? <p className="quiet">Refers to nobody yet.</p> : <EntityChoice />;
  return (
    <div className="entity">
      <div className="entity-head">
        <div className="entity-words">
          <span className="entity-name">
            <OutsideText cut>{entity.name}</OutsideText>
          </span>
          <span className="quiet small">{sourceClass(entity)}</span>
        </div>
        {!session.readOnly && (
          <div className="row">
            <Button look="quiet-button" onPress={() => session.run(unlinkEntity, { span: span.id })}>
              Unlink
            </Button>
            <Button look="quiet-button" aria-expanded={editing} onPress={() => setEditing(!editing)}>
              Edit
            </Button>
          </div>
        )}
      </div>
      {editing && <EntityForm key={entity.id} session={session} entity={entity} />}
    </div>
  );
}

/** The way to the registry, where an entity is found by typing or entered anew. */
function EntityChoice() {
  const { ui } = usePanels();
  return (
    <Button onPress={() => ui.patch({ dialog: "choose-entity" })}>
      Who or what is meant? <Keys combination="e" />
    </Button>
  );
}
