// All of a card: its slots, where it lies, its kind and fields, the note, and where it comes from.
import { Trash2 } from "lucide-react";
import { deleteAttribution, setNote, toggleFlag } from "../../../shared/commands/index.ts";
import type { Id } from "../../../shared/model/id.ts";
import { get } from "../../../shared/model/table.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { Button } from "../../ui/button.tsx";
import { SettledField } from "../../ui/settled-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { CardFields } from "./card-fields.tsx";
import { CardGaps } from "./card-gaps.tsx";
import { CardSlots } from "./card-slots.tsx";
import { EnclosingCard } from "./enclosing-card.tsx";
import { ProvenanceLine } from "./provenance-line.tsx";

interface Props {
  readonly session: Session;
  readonly card: Id;
}

export function CardForm({ session, card: id }: Props) {
  const card = useStore(session.shown, ({ annotations }) => get(annotations.set.attributions, id));
  if (!card) return null;
  const { readOnly, tagset } = session;
  return (
    <section className="card-form" aria-label="Card in focus">
      <CardGaps session={session} card={card} />
      <CardSlots session={session} card={card} />
      <EnclosingCard session={session} card={card} />
      <CardFields session={session} card={card} />
      <SettledField
        label="Note"
        rows={2}
        value={card.note}
        isReadOnly={readOnly}
        onSettle={(note) => session.run(setNote, { card: id, note })}
      />
      <div className="card-foot">
        {tagset.flags.map((flag) => (
          <SwitchField
            key={flag.id}
            label={flag.name}
            value={card.flags.includes(flag.id)}
            isDisabled={readOnly}
            onChange={() => session.run(toggleFlag, { card: id, flag: flag.id })}
          />
        ))}
        {!readOnly && (
          <Button look="quiet-button" onPress={() => session.run(deleteAttribution, { card: id })}>
            <Trash2 size={14} aria-hidden /> Delete card
          </Button>
        )}
      </div>
      <ProvenanceLine provenance={card.provenance} />
    </section>
  );
}
