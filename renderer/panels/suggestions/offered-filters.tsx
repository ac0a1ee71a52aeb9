// What the list of suggestions can be narrowed by: speaker, kind, rule and confidence.
import { reasonOf } from "../../../shared/suggestions/reasons.ts";
import type { Offered } from "../../state/suggestions/offered.ts";
import { ChoiceField, type Option } from "../../ui/choice-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { type OfferedQuery, originKey } from "./offered-query.ts";
import { speakerOf } from "./use-suggestions.ts";

interface Props {
  readonly all: readonly Offered[];
  readonly query: OfferedQuery;
  onChange(query: OfferedQuery): void;
}

const kinds = ["direct", "mixed", "indirect"] as const;
const shares = [50, 70, 80, 90] as const;

export function OfferedFilters({ all, query, onChange }: Props) {
  const { say, tell, compare, percent } = useWords();
  const speakers = [...new Set(all.map(speakerOf))].sort(compare);
  const rules = new Map(all.map((one) => [originKey(one), tell(reasonOf(one.card.rule, one.card.model))]));
  /** What is chosen stays in the list when nothing of it is left. */
  const field = (part: keyof OfferedQuery, label: string, every: string, options: readonly Option[]) => (
    <ChoiceField
      label={label}
      value={query[part]}
      options={[
        { id: "all", name: every },
        ...options,
        ...(query[part] === "all" || options.some(({ id }) => id === query[part])
          ? []
          : [{ id: query[part], name: query[part] }]),
      ]}
      onChange={(value) => onChange({ ...query, [part]: value })}
    />
  );
  return (
    <details className="suggestions-filter">
      <summary>{say("suggestions.filter")}</summary>
      <div className="suggestions-filters">
        {field(
          "speaker",
          say("suggestions.by-speaker"),
          say("suggestions.all-speakers"),
          speakers.map((name) => ({
            id: `@${name}`,
            name: name === "" ? say("suggestions.nobody") : name,
          })),
        )}
        {field(
          "kind",
          say("suggestions.by-kind"),
          say("suggestions.all-kinds"),
          kinds.map((id) => ({ id, name: say(`cards.kind-${id}`) })),
        )}
        {field(
          "rule",
          say("suggestions.by-rule"),
          say("suggestions.all-rules"),
          Array.from(rules, ([id, name]) => ({ id, name })),
        )}
        {field(
          "atLeast",
          say("suggestions.by-confidence"),
          say("suggestions.all-confidences"),
          shares.map((share) => ({
            id: String(share),
            name: say("suggestions.at-least", { share: percent(share / 100) }),
          })),
        )}
      </div>
    </details>
  );
}
