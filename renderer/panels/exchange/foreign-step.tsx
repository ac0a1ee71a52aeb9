// The step that maps the names in another tool's files to ours: each meaning is guessed, as it was told the last time, or as it is told
// now.
import { useState } from "react";
import type { ForeignOffer } from "../../../shared/api/take-in.ts";
import {
  type FoundLabel,
  type MappingTarget,
  mappingParts,
  mappingTargets,
} from "../../../shared/interchange/found-labels.ts";
import {
  type Guess,
  guesses,
  isByValue,
  type Mapping,
  type Meaning,
} from "../../../shared/interchange/mapping.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { FindingList } from "./take-in-view.tsx";

export interface Foreign {
  readonly format: string;
  readonly mapping: Mapping | null;
  readonly as: string | null;
}

interface Props {
  readonly file: string;
  readonly offer: ForeignOffer;
  readonly tagset: Tagset;
  /** What was said before somebody came back. */
  readonly before: Foreign | null;
  /** Read as another format, or, with a mapping, to the end. */
  onRead(foreign: Foreign): void;
}

/** Whether nothing that has such a name would be imported. */
const isNothing = (meaning: Meaning): boolean =>
  isByValue(meaning) ? Object.values(meaning.values).every((target) => target === null) : meaning === null;

export function ForeignStep({ file, offer, tagset, before, onRead }: Props) {
  const { say, tell, parts, list } = useWords();
  const previousForeign = before?.format === offer.format ? before : null;
  const [mapping, setMapping] = useState<Mapping>(previousForeign?.mapping ?? offer.mapping);
  const [as, setAs] = useState(previousForeign?.as ?? "");
  const isEmpty = Object.values(mapping.spans).every(isNothing);
  const people = offer.annotators.map(plainText);
  return (
    <>
      <p>{parts("foreign.about", { file: <OutsideText key="file">{file}</OutsideText> })}</p>
      <div className="foreign-head">
        <ChoiceField
          label={say("foreign.format")}
          value={offer.format}
          options={offer.formats.map(({ id, name }) => ({ id, name: tell(name) }))}
          onChange={(format) => onRead({ format, mapping: null, as: as.trim() || null })}
        />
        <TextField label={say("foreign.whose")} value={as} onChange={setAs} maxLength={200} />
      </div>
      <p className="quiet">{say("foreign.whose-about")}</p>
      <p role="status">
        {offer.taken === 0
          ? say("foreign.nothing-read")
          : say("foreign.sum", {
              taken: offer.taken,
              articles: offer.articles,
              people: people.length > 0 ? list(people) : say("foreign.nobody"),
            })}
      </p>
      <LabelMeanings {...{ offer, tagset, mapping }} onChange={setMapping} />
      {offer.told.length > 0 && (
        <FindingList summary={say("foreign.to-know", { count: offer.toldInAll })} findings={offer.told} />
      )}
      {offer.rejectedInAll > 0 && (
        <FindingList
          summary={say("foreign.rejected", { count: offer.rejectedInAll })}
          findings={offer.rejected}
        />
      )}
      <div className="exchange-sources">
        <Button
          look="primary"
          isDisabled={isEmpty}
          onPress={() => onRead({ format: offer.format, mapping, as: as.trim() || null })}
        >
          {say("foreign.look")}
        </Button>
        {isEmpty && offer.taken > 0 && <p className="quiet">{say("foreign.nothing-mapped")}</p>}
      </div>
    </>
  );
}

interface LabelMeaningsProps extends Pick<Props, "offer" | "tagset"> {
  readonly mapping: Mapping;
  onChange(mapping: Mapping): void;
}

/** Each name of the other tool, and what it means here. */
function LabelMeanings({ offer, tagset, mapping, onChange }: LabelMeaningsProps) {
  const { say } = useWords();
  const targets = mappingTargets(tagset);
  const guess = guesses(tagset);
  return (
    <ScrollRegion className="exchange-articles" label={say("foreign.means-list")}>
      {mappingParts
        .filter((part) => offer.found[part].length > 0)
        .map((part) => (
          <section key={part} className="exchange-article">
            <h3>{say(`foreign.${part}`)}</h3>
            <ul className="foreign-labels">
              {offer.found[part].map((found) => (
                <ForeignLabel
                  key={found.label}
                  found={found}
                  meaning={mapping[part][found.label] ?? null}
                  targets={targets[part]}
                  guess={guess[part]}
                  onChange={(meaning) =>
                    onChange({ ...mapping, [part]: { ...mapping[part], [found.label]: meaning } })
                  }
                />
              ))}
            </ul>
          </section>
        ))}
    </ScrollRegion>
  );
}

interface ForeignLabelProps {
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

/** One name of another tool and what it means here: one thing, or what the value of one of its features says. */
function ForeignLabel({ found, meaning, targets, guess, onChange }: ForeignLabelProps) {
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
