// One name of another tool and what it means here: one thing, or what the value of one of its features says.
import type { FoundLabel, MappingTarget } from "../../../shared/interchange/found-labels.ts";
import { type Guess, isByValue, type Meaning } from "../../../shared/interchange/mapping.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly found: FoundLabel;
  readonly meaning: Meaning;
  readonly targets: readonly MappingTarget[];
  /** What a value most likely means. */
  readonly guess: Guess;
  onChange(meaning: Meaning): void;
}

const nothing = "";
/** No id of a target begins so. */
const byFeature = "by ";

export function ForeignLabel({ found, meaning, targets, guess, onChange }: Props) {
  const { say, tell } = useWords();
  const { label, features = [] } = found;
  const typed = isByValue(meaning) ? meaning : null;
  const feature = features.find(({ name }) => name === typed?.by);
  const values = typed?.values ?? {};
  const single = [
    { id: nothing, name: say("foreign.leave-out") },
    ...targets.map(({ id, name }) => ({ id, name: tell(name) })),
  ];
  const chooseMeaning = (id: string): void => {
    const by = features.find(({ name }) => id === byFeature + name);
    if (by)
      onChange({
        by: by.name,
        values: Object.fromEntries(by.values.map((one) => [one.label, guess(one.label)])),
      });
    else onChange(id === nothing ? null : id);
  };
  return (
    <li>
      <Row
        found={found}
        label={say("foreign.means", { label: plainText(label) })}
        value={typed ? byFeature + typed.by : ((meaning as string | null) ?? nothing)}
        options={[
          ...single,
          ...features.map(({ name }) => ({
            id: byFeature + name,
            name: say("foreign.by-value", { feature: plainText(name) }),
          })),
        ]}
        onChange={chooseMeaning}
      />
      {typed && feature && (
        <ul
          className="foreign-labels foreign-values"
          aria-label={say("foreign.values-of", { feature: plainText(typed.by), label: plainText(label) })}
        >
          {feature.values.map((one) => (
            <li key={one.label}>
              <Row
                found={one}
                label={say("foreign.value-means", {
                  label: plainText(label),
                  feature: plainText(typed.by),
                  value: plainText(one.label),
                })}
                value={(Object.hasOwn(values, one.label) ? values[one.label] : null) ?? nothing}
                options={single}
                onChange={(id) =>
                  onChange({ ...typed, values: { ...values, [one.label]: id === nothing ? null : id } })
                }
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

interface RowProps {
  readonly found: FoundLabel;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  onChange(id: string): void;
}

function Row({ found, label, value, options, onChange }: RowProps) {
  const { say } = useWords();
  return (
    <div className="foreign-label">
      <span className="foreign-name cut">
        <OutsideText>{found.label}</OutsideText>
      </span>
      <span className="quiet cut">
        {say("foreign.count", { count: found.count })}, <OutsideText>{found.example}</OutsideText>
      </span>
      <ChoiceField label={label} labelHidden value={value} options={options} onChange={onChange} />
    </div>
  );
}
