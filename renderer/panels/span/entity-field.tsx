// Who or what a mention refers to: found by typing, or entered anew from the mention's words; and what the registry knows
// of it.
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { createEntity, linkEntity, unlinkEntity } from "../../../shared/commands/index.ts";
import { type Entity, sourceClass } from "../../../shared/model/entity.ts";
import type { Span } from "../../../shared/model/span.ts";
import { spanText } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { EntityForm } from "./entity-form.tsx";
import { findEntities } from "./find-entities.ts";

interface Props {
  readonly session: Session;
  readonly span: Span;
}

const anew = "new entity";

export function EntityField({ session, span }: Props) {
  const entities = useStore(session.shown, ({ annotations }) => annotations.entities);
  const entity = span.entity === undefined ? undefined : get(entities, span.entity);
  const [editing, setEditing] = useState(false);
  if (!entity)
    return session.readOnly ? (
      <p className="quiet">Refers to nobody yet.</p>
    ) : (
      <EntityChoice session={session} span={span} />
    );
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

function EntityChoice({ session, span }: Props) {
  const entities = useStore(session.shown, ({ annotations }) => annotations.entities);
  const [typed, setTyped] = useState("");
  const mention = spanText(span);
  const name = typed.trim() === "" ? mention : typed.trim();
  const { fitting, others } = findEntities(entities, typed, mention);
  const itemOf = (entity: Entity) => ({
    id: entity.id,
    name: entity.name,
    help: [sourceClass(entity), ...entity.aliases.slice(0, 3)].join(" · "),
  });
  const items = [...fitting.map(itemOf), { id: anew, name: `New: ${name}`, help: "" }, ...others.map(itemOf)];
  return (
    <ComboBox
      className="field"
      items={items}
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      menuTrigger="focus"
      defaultFilter={() => true}
      onChange={(key) => {
        if (key === null) return;
        setTyped("");
        if (key === anew)
          session.run(createEntity, { span: span.id, ...(typed.trim() === "" ? {} : { name }) });
        else session.run(linkEntity, { span: span.id, entity: String(key) });
      }}
    >
      <Label className="field-label">Refers to</Label>
      <div className="combo">
        <Input className="input" placeholder="Find, or enter anew" spellCheck={false} />
        <IconButton label="Show the entities" tiny>
          <ChevronDown size={14} aria-hidden />
        </IconButton>
      </div>
      <Popover className="popover" offset={4}>
        <ListBox<(typeof items)[number]> className="choices">
          {(item) => (
            <ListBoxItem className="choice" textValue={plainText(item.name)}>
              <span className="choice-text">
                <OutsideText cut>{item.name}</OutsideText>
                {item.help !== "" && (
                  <span className="choice-help">
                    <OutsideText cut>{item.help}</OutsideText>
                  </span>
                )}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
