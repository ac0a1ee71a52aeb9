// How the list of differences is narrowed and sorted.
import { X } from "lucide-react";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { aspects } from "../../../shared/review/difference.ts";
import {
  type DifferenceQuery,
  differenceSorts,
  everyDifference,
  fieldsIn,
  shownGroups,
} from "../../../shared/review/list-differences.ts";
import { questionStates } from "../../../shared/review/questions.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { saidPerson } from "./person-mark.tsx";
import { aspectName } from "./said-words.ts";
import type { ShownColumn } from "./shown-columns.ts";

interface Props {
  readonly review: ComparedReview;
  readonly tagset: Tagset;
  readonly columns: readonly ShownColumn[];
  readonly query: DifferenceQuery;
  readonly count: number;
  onAsk(query: Partial<DifferenceQuery>): void;
}

/** Stands for "any" in a list of choices. */
const any = "";

export function ListFilters({ review, tagset, columns, query, count, onAsk }: Props) {
  const { say } = useWords();
  const { sort: _sort, ...narrowed } = query;
  const isNarrowed = Object.entries(narrowed).some(
    ([name, value]) => String(value) !== String(everyDifference[name as keyof DifferenceQuery]),
  );
  return (
    <div className="list-filters">
      {query.groups !== null && <p className="list-only">{say("compare.groups-only", { count })}</p>}
      <div className="list-two">
        <ChoiceField
          label={say("compare.shown")}
          value={query.shown}
          options={shownGroups.map((id) => ({ id, name: say(`compare.shown-${id}`) }))}
          onChange={(shown) => onAsk({ shown })}
        />
        <ChoiceField
          label={say("compare.sort")}
          value={query.sort}
          options={differenceSorts.map((id) => ({ id, name: say(`compare.sort-${id}`) }))}
          onChange={(sort) => onAsk({ sort })}
        />
      </div>
      <details className="filter-choices" open={isNarrowed && query.groups === null ? true : undefined}>
        <summary>{say("compare.filters")}</summary>
        <NarrowingFields {...{ review, tagset, columns, query, onAsk }} />
      </details>
      {isNarrowed && (
        <Button look="quiet-button" onPress={() => onAsk({ ...everyDifference, sort: query.sort })}>
          <X size={12} aria-hidden /> {say("compare.show-all")}
        </Button>
      )}
    </div>
  );
}

/** What the list is narrowed to: an aspect, a field, spans or cards, an annotator, a state. */
function NarrowingFields({ review, tagset, columns, query, onAsk }: Omit<Props, "count">) {
  const { say, tell } = useWords();
  const anything = { id: any, name: say("compare.any") } as const;
  return (
    <div className="list-two">
      <ChoiceField
        label={say("compare.aspect")}
        value={query.aspects[0] ?? any}
        options={[
          anything,
          ...aspects.map((aspect) => ({
            id: aspect,
            name: aspect === "field" ? say("compare.field") : tell(aspectName({ aspect }, tagset)),
          })),
        ]}
        onChange={(id) => onAsk({ aspects: aspects.filter((one) => one === id), field: null })}
      />
      <ChoiceField
        label={say("compare.field")}
        value={query.field ?? any}
        options={[
          anything,
          ...fieldsIn(review.comparison).map((field) => ({
            id: field,
            name: tell(aspectName({ aspect: "field", field }, tagset)),
          })),
        ]}
        onChange={(id) => onAsk({ field: id === any ? null : id })}
      />
      <ChoiceField
        label={say("compare.of")}
        value={query.of ?? any}
        options={[
          { id: any, name: say("compare.of-all") },
          { id: "span", name: say("compare.of-span") },
          { id: "card", name: say("compare.of-card") },
        ]}
        onChange={(id) => onAsk({ of: id === any ? null : id })}
      />
      <ChoiceField
        label={say("compare.annotator")}
        value={columns.find(({ person }) => person.id === query.annotator)?.person.letter ?? any}
        options={[
          anything,
          ...columns.map(({ person }) => ({ id: person.letter, name: saidPerson(person, say) })),
        ]}
        onChange={(letter) =>
          onAsk({
            annotator: columns.find(({ person }) => person.letter === letter)?.person.id ?? null,
          })
        }
      />
      <ChoiceField
        label={say("compare.state")}
        value={query.state ?? any}
        options={[anything, ...questionStates.map((id) => ({ id, name: say(`compare.state-${id}`) }))]}
        onChange={(id) => onAsk({ state: id === any ? null : id })}
      />
    </div>
  );
}
