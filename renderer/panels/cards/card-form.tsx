// All of a card: its slots, where it lies, its kind and fields, flags, the note, and where it comes from.
import { setNote, toggleFlag } from "../../../shared/commands/index.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import { flagAbout, flagName } from "../../../shared/words/tagset-words.ts";
import type { Session } from "../../state/session/session.ts";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { CardFields } from "./card-fields.tsx";
import { CardGaps } from "./card-gaps.tsx";
import { CardSlots } from "./card-slots.tsx";
import { EnclosingCard } from "./enclosing-card.tsx";
import { NoteField } from "./note-field.tsx";
import { ProvenanceLine } from "./provenance-line.tsx";

interface Props {
  readonly session: Session;
  readonly card: Attribution;
}

export function CardForm({ session, card }: Props) {
  const { tell } = useWords();
  const { readOnly, tagset } = session;
  return (
    <div className="card-form">
      <CardGaps session={session} card={card} />
      <CardSlots session={session} card={card} />
      <EnclosingCard session={session} card={card} />
      <CardFields session={session} card={card} />
      <div className="card-flags">
        {tagset.flags.map((flag) => (
          <SwitchField
            key={flag.id}
            label={tell(flagName(flag))}
            title={tell(flagAbout(flag))}
            value={card.flags.includes(flag.id)}
            isDisabled={readOnly}
            onChange={() => session.run(toggleFlag, { card: card.id, flag: flag.id })}
          />
        ))}
      </div>
      <NoteField
        key={card.id}
        value={card.note}
        isReadOnly={readOnly}
        onSettle={(note) => session.run(setNote, { card: card.id, note })}
      />
      <ProvenanceLine provenance={card.provenance} />
    </div>
  );
}
