// Takes something out of the tagset, and asks first what becomes of the annotations that use it.
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  /** What the button says: that the thing goes. */
  readonly label: string;
  /** The question: what becomes of what it was used for. */
  readonly question: string;
  /** What can take its place. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
  /** What happens where nothing takes its place; absent where something must. */
  readonly nothing?: string;
  /** Why it cannot go; `null` when it can. */
  readonly hindrance?: string | null;
  onRemove(to: string | null): void;
}

const nowhere = "\u0000";

export function RemovePart({ label, question, others, nothing, hindrance = null, onRemove }: Props) {
  const { say } = useWords();
  const [asking, setAsking] = useState(false);
  const options = [...others, ...(nothing === undefined ? [] : [{ id: nowhere, name: nothing }])];
  const [to, setTo] = useState<string | null>(null);
  // Where there is a choice, it is made by a person: the wrong one changes many annotations.
  const target = options.length === 1 ? options[0] : options.find(({ id }) => id === to);
  if (!asking)
    return (
      <div className="remove-part">
        <Button isDisabled={hindrance !== null} onPress={() => setAsking(true)}>
          <Trash2 size={14} aria-hidden />
          {label}
        </Button>
        {hindrance !== null && <span className="quiet">{hindrance}</span>}
      </div>
    );
  return (
    <div className="remove-part note caution">
      <ChoiceField
        label={question}
        placeholder={say("tagset.decide-choose")}
        options={options}
        value={target?.id ?? null}
        onChange={setTo}
      />
      <div className="remove-part-buttons">
        <Button onPress={() => setAsking(false)}>{say("tagset.keep-it")}</Button>
        <Button
          look="danger"
          isDisabled={!target}
          onPress={() => target && onRemove(target.id === nowhere ? null : target.id)}
        >
          {label}
        </Button>
      </div>
    </div>
  );
}
