// Filters of the list of statements, and how it is shown: words, values of facets, days, filters kept by a name, columns, and a
// concordance in the place of the table.
import { Columns3, ListFilter, X } from "lucide-react";
import { useEffect, useState } from "react";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { concordanceNodes } from "../../../shared/statements/concordance.ts";
import type { FacetCount, StatementFilter } from "../../../shared/statements/list-statements.ts";
import type { StatementFacet } from "../../../shared/statements/statement-facets.ts";
import { message } from "../../../shared/words/message.ts";
import { useStore } from "../../lib/store.ts";
import { insightOf } from "../../state/insight/insight.ts";
import { everyStatement, statementsOf } from "../../state/insight/statements.ts";
import { Button, Press } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { ChoicesMenu } from "../../ui/choices-menu.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { PopoverButton } from "../../ui/popover-button.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { DayField } from "../articles/article-filters.tsx";
import { FilterNameDialog, FilterRow, SavedFiltersButton } from "../articles/saved-filters.tsx";
import { allColumns, columnsShown } from "./statement-table.tsx";

interface Props {
  readonly facets: readonly StatementFacet[];
}

export function StatementFilters({ facets }: Props) {
  const statements = statementsOf(usePanels().workspace);
  const { say } = useWords();
  const filter = useStore(statements.state, (state) => state.filter);
  return (
    <>
      <div className="insight-line">
        <div className="statement-search">
          <SearchField
            label={say("statements.find")}
            value={filter.typed}
            onChange={(typed) => statements.ask({ typed })}
          />
        </div>
        <FilterButton facets={facets} filter={filter} />
        <SavedButton filter={filter} />
        <ChoiceField
          label={say("statements.layout")}
          labelHidden
          value={filter.node ?? "table"}
          options={[
            { id: "table" as const, name: say("statements.table") },
            ...concordanceNodes.map((id) => ({ id, name: say(`statements.around-${id}`) })),
          ]}
          onChange={(id) =>
            statements.ask(
              id === "table"
                ? { node: null, sort: everyStatement.sort }
                : { node: id, sort: { by: "before", isDescending: false } },
            )
          }
        />
        {filter.node === null && <ColumnsMenu facets={facets} />}
      </div>
      <Chips facets={facets} filter={filter} />
    </>
  );
}

interface FilterProps extends Props {
  readonly filter: StatementFilter;
}

/** Whether it narrows the list beside the words. */
const isNarrowed = ({ where, from, to }: StatementFilter): boolean =>
  Object.values(where).some((values) => values.length > 0) || from !== null || to !== null;

function FilterButton({ facets, filter }: FilterProps) {
  const { say } = useWords();
  const label = say("filters.filter");
  return (
    <PopoverButton label={label} word={label} icon={ListFilter} isActive={isNarrowed(filter)}>
      {() => <FilterFields facets={facets} filter={filter} />}
    </PopoverButton>
  );
}

function FilterFields({ facets, filter }: FilterProps) {
  const statements = statementsOf(usePanels().workspace);
  const { say } = useWords();
  const counts = useStore(statements.state, (state) => state.counts);
  useEffect(() => {
    statements.count(true);
    return () => statements.count(false);
  }, [statements]);
  return (
    <>
      {facets.map((facet) => (
        <FacetMenu
          key={facet.id}
          facet={facet}
          filter={filter}
          counts={counts.find((one) => one.facet === facet.id)}
        />
      ))}
      <div className="filter-days">
        <DayField
          title={say("filters.from")}
          value={filter.from}
          onSet={(from) => statements.ask({ from })}
        />
        <DayField title={say("filters.to")} value={filter.to} onSet={(to) => statements.ask({ to })} />
      </div>
      <Button
        isDisabled={!isNarrowed(filter)}
        onPress={() => statements.ask({ where: {}, from: null, to: null })}
      >
        {say("filters.clear")}
      </Button>
    </>
  );
}

interface FacetProps {
  readonly facet: StatementFacet;
  readonly filter: StatementFilter;
  /** `undefined` until they were counted. */
  readonly counts: FacetCount | undefined;
}

function FacetMenu({ facet, filter, counts }: FacetProps) {
  const statements = statementsOf(usePanels().workspace);
  const { say, tell, compare } = useWords();
  const chosen = filter.where[facet.id] ?? [];
  const named = (value: string): string => plainText(tell(facet.nameOf(value)));
  const counted = new Map(counts?.values);
  const values = [...new Set([...counted.keys(), ...chosen])].filter(
    (value) => chosen.includes(value) || (counted.get(value) ?? 0) > 0,
  );
  if (!facet.values) values.sort((a, b) => compare(named(a), named(b)));
  return (
    <ChoicesMenu
      label={useAskedWords(facet, chosen)}
      title={tell(facet.name)}
      hint={counts && counts.more > 0 ? say("statements.more-values", { count: counts.more }) : undefined}
      options={values.map((value) => ({
        id: value,
        name: say("cards.value-count", { value: named(value), count: counted.get(value) ?? 0 }),
      }))}
      chosen={chosen}
      onChoose={(ids) => statements.ask({ where: { ...filter.where, [facet.id]: ids } })}
    />
  );
}

/** What is asked of a facet, in words. */
function useAskedWords(facet: StatementFacet, chosen: readonly string[]): string {
  const { say, tell, list } = useWords();
  const values = chosen.map((value) => plainText(tell(facet.nameOf(value))));
  return say("filters.condition", {
    title: plainText(tell(facet.name)),
    values: chosen.length > 0 ? list(values) : say("filters.any"),
  });
}

/** What is asked for now, each with a way out of it: the cards behind a figure, values of facets, and days. */
function Chips({ facets, filter }: FilterProps) {
  const { workspace } = usePanels();
  const statements = statementsOf(workspace);
  const { say, tell } = useWords();
  const chosenCards = useStore(insightOf(workspace).state, (state) => state.chosenCards);
  const { where, from, to } = filter;
  const asked = Object.entries(where).filter(([, values]) => values.length > 0);
  if (asked.length === 0 && from === null && to === null && !chosenCards) return null;
  return (
    <ul className="filter-chips" aria-label={say("filters.asked")}>
      {chosenCards && (
        <Chip
          words={say("statements.only-these", { title: plainText(tell(chosenCards.title)) })}
          onRemove={() => insightOf(workspace).closeDetails()}
        />
      )}
      {asked.map(([id, values]) => (
        <FacetChip
          key={id}
          facet={facets.find((one) => one.id === id) ?? goneFacet(id)}
          values={values}
          onRemove={() => statements.ask({ where: { ...where, [id]: [] } })}
        />
      ))}
      {from !== null && (
        <Chip
          words={say("filters.condition", { title: say("filters.from"), values: from })}
          onRemove={() => statements.ask({ from: null })}
        />
      )}
      {to !== null && (
        <Chip
          words={say("filters.condition", { title: say("filters.to"), values: to })}
          onRemove={() => statements.ask({ to: null })}
        />
      )}
    </ul>
  );
}

/** One that a filter kept by a name asks for and the project has no more, so that no card fits it. */
const goneFacet = (id: string): StatementFacet => ({
  id,
  name: message("statements.gone-facet"),
  values: null,
  nameOf: (value) => value,
  of: () => [],
});

interface FacetChipProps {
  readonly facet: StatementFacet;
  readonly values: readonly string[];
  onRemove(): void;
}

const FacetChip = ({ facet, values, onRemove }: FacetChipProps) => (
  <Chip words={useAskedWords(facet, values)} onRemove={onRemove} />
);

function Chip({ words, onRemove }: { readonly words: string; onRemove(): void }) {
  const { say } = useWords();
  return (
    <li>
      <Press
        className="filter-chip"
        aria-label={say("filters.remove", { condition: words })}
        onPress={onRemove}
      >
        <OutsideText>{words}</OutsideText> <X size={12} aria-hidden />
      </Press>
    </li>
  );
}

function ColumnsMenu({ facets }: Props) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const listing = useStore(workspace.state, ({ settings }) => settings.statementListing);
  const columns = allColumns(facets);
  const label = say("statements.columns");
  return (
    <ChoicesMenu
      label={label}
      icon={<Columns3 size={16} aria-hidden />}
      title={label}
      options={columns.map(({ id, name }) => ({ id, name: plainText(tell(name)) }))}
      chosen={columnsShown(columns, listing).map(({ id }) => id)}
      onChoose={(ids) => void workspace.setPreferences({ statementListing: { columns: [...ids] } })}
    />
  );
}

/** The filters kept by a name: one is set by choosing it; the one that is set can be kept, and one that is kept deleted. */
function SavedButton({ filter }: Pick<FilterProps, "filter">) {
  const statements = statementsOf(usePanels().workspace);
  const { say } = useWords();
  const saved = useStore(statements.saved, (value) => value);
  return (
    <SavedFiltersButton
      canSave
      list={(onChoose, onProblem) => (
        <>
          {saved.length === 0 && <p className="quiet">{say("filters.none-saved")}</p>}
          <ul className="saved-filters" aria-label={say("filters.saved")}>
            {saved.map((one) => (
              <FilterRow
                key={one.name}
                name={one.name}
                isChosen={JSON.stringify(one.filter) === JSON.stringify(filter)}
                deleteLabel={say("filters.delete", { name: plainText(one.name) })}
                onChoose={() => {
                  statements.ask(one.filter);
                  onChoose();
                }}
                onDelete={() => statements.remove(one.name)}
                onProblem={onProblem}
                onNoneLeft={onChoose}
              />
            ))}
          </ul>
        </>
      )}
      dialog={(onClose) => <SaveDialog onClose={onClose} />}
    />
  );
}

function SaveDialog({ onClose }: { onClose(): void }) {
  const statements = statementsOf(usePanels().workspace);
  const { say } = useWords();
  const saved = useStore(statements.saved, (value) => value);
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  const isTaken = saved.some((one) => one.name === name.trim());
  async function save(): Promise<void> {
    if (name.trim() === "") return;
    const failed = await statements.save(name.trim());
    if (failed) setProblem(failed);
    else onClose();
  }
  return (
    <FilterNameDialog
      name={name}
      help={say(isTaken ? "filters.replaces" : "filters.save-about")}
      isUsable={name.trim() !== ""}
      problem={problem}
      onName={setName}
      onSave={save}
      onClose={onClose}
    />
  );
}
