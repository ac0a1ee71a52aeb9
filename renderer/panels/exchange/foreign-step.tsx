// What another tool's files hold by their own names, and what each name means here: guessed, as it was told the last time, or as it
// is told now.
import { useState } from "react";
import type { ForeignOffer } from "../../../shared/api/take-in.ts";
import { mappingParts, mappingTargets } from "../../../shared/interchange/found-labels.ts";
import { guesses, isByValue, type Mapping, type Meaning } from "../../../shared/interchange/mapping.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { FindingList } from "./finding-list.tsx";
import { ForeignLabel } from "./foreign-label.tsx";

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

/** Whether nothing that has such a name would be taken in. */
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
