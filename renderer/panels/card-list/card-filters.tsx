// How the list is sorted and narrowed: what is asked for now, each part with a way out of it, and, when opened, everything
// that can be asked for with the number of cards that it would show.
import { X } from "lucide-react";
import { allCards, type CardQuery, withValue } from "../../state/window/card-query.ts";
import { Button, Press } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { Facet } from "./facets.ts";
import type { FacetCounts } from "./list-cards.ts";

interface Props {
  readonly query: CardQuery;
  readonly facets: readonly Facet[];
  readonly counts: FacetCounts;
  /** Called when the choices are opened, which is when counts are wanted, and closed. */
  onOpen(open: boolean): void;
}

/** Stands for "any value" in a list of choices. */
const any = "";

export function CardFilters({ query, facets, counts, onOpen }: Props) {
  const { ui } = usePanels();
  const { say, tell } = useWords();
  const ask = (next: CardQuery): void => ui.patch({ cardQuery: next });
  const asked = facets.filter(({ id }) => query.where[id] !== undefined);
  return (
    <div className="card-filters">
      {asked.length > 0 && (
        <ul className="filter-chips" aria-label={say("cards.asked-for")}>
          {asked.map((facet) => {
            const asks = { facet: facet.name, value: facet.nameOf(query.where[facet.id] ?? any) };
            return (
              <li key={facet.id}>
                <Press
                  className="filter-chip"
                  aria-label={say("cards.ask-no-more", asks)}
                  onPress={() => ask(withValue(query, facet.id, null))}
                >
                  {say("cards.facet-value", asks)}
                  <X size={12} aria-hidden />
                </Press>
              </li>
            );
          })}
          <li>
            <Button look="quiet-button" onPress={() => ask({ ...allCards, sort: query.sort })}>
              {say("cards.show-all")}
            </Button>
          </li>
        </ul>
      )}
      <details className="filter-choices" onToggle={(event) => onOpen(event.currentTarget.open)}>
        <summary>{say("cards.sort-and-filter")}</summary>
        <div className="filter-grid">
          <ChoiceField
            label={say("cards.sort-by")}
            value={query.sort}
            options={[
              { id: "text", name: say("cards.sort-text") },
              { id: "edited", name: say("cards.sort-edited") },
              ...facets.map(({ id, name }) => ({ id, name: tell(name) })),
            ]}
            onChange={(sort) => ask({ ...query, sort })}
          />
          {facets.map((facet) => (
            <FacetField
              key={facet.id}
              facet={facet}
              counts={counts.get(facet.id)}
              value={query.where[facet.id] ?? null}
              onChange={(value) => ask(withValue(query, facet.id, value))}
            />
          ))}
        </div>
      </details>
    </div>
  );
}

interface FacetProps {
  readonly facet: Facet;
  readonly counts: ReadonlyMap<string, number> | undefined;
  readonly value: string | null;
  onChange(value: string | null): void;
}

function FacetField({ facet, counts, value, onChange }: FacetProps) {
  const { say, tell, compare } = useWords();
  const named = (id: string): string => tell(facet.nameOf(id));
  const values = facet.values ?? [...(counts?.keys() ?? [])].sort((a, b) => compare(named(a), named(b)));
  const shown = values.filter((id) => id === value || (counts?.get(id) ?? 0) > 0);
  return (
    <ChoiceField
      label={tell(facet.name)}
      value={value ?? any}
      options={[
        { id: any, name: say("cards.any") },
        ...shown.map((id) => ({
          id,
          name: say("cards.value-count", { value: facet.nameOf(id), count: counts?.get(id) ?? 0 }),
        })),
      ]}
      onChange={(id) => onChange(id === any ? null : id)}
    />
  );
}
