// Who or what a mention refers to, and what the registry knows of it.
import { UsersRound } from "lucide-react";
import { memo, useState } from "react";
import { unlinkEntity } from "../../../shared/commands/index.ts";
import { type Entity, entityBehind, sourceClass } from "../../../shared/model/entity.ts";
import type { Span } from "../../../shared/model/span.ts";
import { classKey } from "../../../shared/words/entity-words.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { showEntity } from "../../state/window/ui-state.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";
import { EntityForm } from "./entity-form.tsx";

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
