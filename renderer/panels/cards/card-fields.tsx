// The kind and the fields of a card. The fields are the tagset's: another tagset shows others.
import { setField, setKind } from "../../../shared/commands/index.ts";
import type { Attribution, Kind } from "../../../shared/model/attribution.ts";
import { kindOf } from "../../../shared/model/kind.ts";
import { get } from "../../../shared/model/table.ts";
import type { CardField } from "../../../shared/model/tagset.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";

interface Props {
  readonly session: Session;
  readonly card: Attribution;
}

export function CardFields({ session, card }: Props) {
  const { fields } = session.tagset;
  return (
    <div className="card-fields">
      <KindField session={session} card={card} />
      {fields
        .filter(({ input }) => input === "choice")
        .map((field) => (
          <FieldInput key={field.id} session={session} card={card} field={field} />
        ))}
      {fields
        .filter(({ input }) => input === "switch")
        .map((field) => (
          <FieldInput key={field.id} session={session} card={card} field={field} />
        ))}
    </div>
  );
}

const kinds: readonly Kind[] = ["direct", "indirect", "mixed"];
/** Stands for `null` in lists, which need an id for every entry. */
const unset = "(unset)";

function KindField({ session, card }: Props) {
  const computed = useStore(session.shown, ({ annotations }) => {
    const claim = card.claim === null ? undefined : get(annotations.set.spans, card.claim);
    return claim ? kindOf(claim, card, session.text) : null;
  });
  return (
    <ChoiceField
      label="Kind"
      value={card.kind ?? unset}
      isDisabled={session.readOnly}
      options={[
        {
          id: unset,
          name: computed === null ? "needs a claim" : `${computed} (auto)`,
          description: "Read off the quotation marks.",
        },
        ...kinds.map((kind) => ({ id: kind, name: kind })),
      ]}
      onChange={(id) => {
        const kind = kinds.find((one) => one === id) ?? null;
        if (kind !== card.kind) session.run(setKind, { card: card.id, kind });
      }}
    />
  );
}

function FieldInput({ session, card, field }: Props & { readonly field: CardField }) {
  const value = card.fields[field.id] ?? null;
  const set = (to: string | boolean | null): void => {
    if (to !== value) session.run(setField, { card: card.id, field: field.id, value: to });
  };
  if (field.input === "switch")
    return (
      <SwitchField label={field.name} value={value === true} isDisabled={session.readOnly} onChange={set} />
    );
  const optional = field.default === null;
  return (
    <ChoiceField
      label={field.name}
      value={typeof value === "string" ? value : optional ? unset : null}
      isDisabled={session.readOnly}
      options={optional ? [{ id: unset, name: "not said" }, ...field.choices] : field.choices}
      onChange={(id) => set(id === unset ? null : id)}
    />
  );
}
