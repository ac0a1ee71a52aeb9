// The kind and the fields of a card. The fields are the tagset's: another tagset shows others. Each value can be picked by
// two keys once picking has begun: that of the field, that of the value.
import type { Attribution } from "../../../shared/model/attribution.ts";
import { kindOf } from "../../../shared/model/kind.ts";
import { get } from "../../../shared/model/table.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { type CardInput, cardInputs } from "./card-inputs.ts";
import { PickHelp } from "./pick-help.tsx";
import { usePickKeys } from "./use-pick-keys.ts";

interface Props {
  readonly session: Session;
  readonly card: Attribution;
}

export function CardFields({ session, card }: Props) {
  const { ui } = usePanels();
  const picking = useStore(ui, (state) => state.picking);
  const computed = useStore(session.shown, ({ annotations }) => {
    const claim = card.claim === null ? undefined : get(annotations.set.spans, card.claim);
    return claim ? kindOf(claim, card, session.text) : null;
  });
  const inputs = cardInputs(session.tagset, card, computed);
  usePickKeys(session, inputs);
  return (
    <div className="card-fields-part">
      <PickHelp session={session} inputs={inputs} picking={picking} />
      <div className="card-fields">
        {inputs.map((input) => (
          <FieldInput
            key={input.id}
            session={session}
            input={input}
            pickKey={picking?.input === null ? input.key : null}
          />
        ))}
      </div>
    </div>
  );
}

interface FieldProps {
  readonly session: Session;
  readonly input: CardInput;
  /** Shown while a field is being picked. */
  readonly pickKey: string | null;
}

/** Stands for `null` in lists, which need an id for every entry. */
const unset = "(unset)";

function FieldInput({ session, input, pickKey }: FieldProps) {
  const { say, tell } = useWords();
  const { options, value } = input;
  const name = tell(input.name);
  if (options === null)
    return (
      <SwitchField
        label={name}
        title={tell(input.about)}
        pickKey={pickKey}
        value={value === true}
        isDisabled={session.readOnly}
        onChange={(to) => input.set(session, to)}
      />
    );
  const open = options.some((option) => option.value === null);
  return (
    <ChoiceField
      label={input.required ? say("cards.required-field", { name }) : name}
      title={tell(input.about)}
      pickKey={pickKey}
      isMissing={input.missing}
      value={typeof value === "string" ? value : open ? unset : null}
      isDisabled={session.readOnly}
      options={options.map((option) => ({
        id: option.value ?? unset,
        name: tell(option.name),
        description: option.about === undefined ? "" : tell(option.about),
      }))}
      onChange={(id) => input.set(session, id === unset ? null : id)}
    />
  );
}
