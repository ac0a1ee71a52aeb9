// The filter and the order of the articles, over the list, the board and the table: words, the other conditions, filters kept by name, and
// how many articles fit.
import { ListFilter, X } from "lucide-react";
import { useMemo, useState } from "react";
import { articleSorts } from "../../../shared/api/preferences.ts";
import { isPlainDate } from "../../../shared/model/article-about.ts";
import {
  type ArticleFilter,
  activeConditions,
  everyArticle,
  filterWork,
  nobody,
  withoutCondition,
} from "../../../shared/model/article-filter.ts";
import { articleStates } from "../../../shared/model/progress.ts";
import { useStore } from "../../lib/store.ts";
import { filteringOf } from "../../state/articles/filtering.ts";
import { assigningOf } from "../../state/review/assigning.ts";
import { tagsOfArticles } from "../../state/review/listed-articles.ts";
import { Button, Press } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { ChoicesMenu } from "../../ui/choices-menu.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { PopoverButton } from "../../ui/popover-button.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ProblemLine } from "../problem-line.tsx";
import { usePeople } from "../use-annotators.ts";
import { SavedFilters } from "./saved-filters.tsx";
import type { useListedArticles } from "./use-listed-articles.ts";

interface Props {
  readonly listing: ReturnType<typeof useListedArticles>;
}

export function ArticleFilters({ listing }: Props) {
  const { workspace } = usePanels();
  const { filter } = filteringOf(workspace);
  const { say } = useWords();
  const problem = useStore(assigningOf(workspace).state, (state) => state.problem);
  const { all, shown, isKnown } = listing;
  const conditions = useConditions(listing);
  const active = activeConditions(listing.filter).flatMap((name) => (name === "words" ? [] : [name]));
  return (
    <div className="article-filters">
      <div className="article-filters-line">
        <SearchField
          label={say("articles.find")}
          value={listing.filter.words}
          onChange={(words) => filter.patch({ words })}
        />
        <FilterDialog conditions={conditions} listing={listing} isActive={active.length > 0} />
        <SavedFilters listing={listing} conditions={conditions} />
      </div>
      {active.length > 0 && (
        <ul className="filter-chips" aria-label={say("filters.asked")}>
          {active.map((name) => {
            const words = conditions[name].words;
            return (
              <li key={name}>
                <Press
                  className="filter-chip"
                  aria-label={say("filters.remove", { condition: words })}
                  onPress={() => filter.set(withoutCondition(listing.filter, name))}
                >
                  <OutsideText>{words}</OutsideText> <X size={12} aria-hidden />
                </Press>
              </li>
            );
          })}
        </ul>
      )}
      <p
        className={active.length > 0 || shown.length < all.length ? "filter-count quiet" : "visually-hidden"}
        role="status"
      >
        {isKnown ? say("filters.counted", { shown: shown.length, all: all.length }) : say("progress.reading")}
      </p>
      <ProblemLine problem={problem} />
    </div>
  );
}

type ConditionName = Exclude<keyof ArticleFilter, "words">;

/** A condition as it is told: its name and what is asked of it. */
interface Condition {
  readonly title: string;
  /** With its values. */
  readonly words: string;
  /** What can be asked; `null` for a day, which is typed. */
  readonly options: readonly { readonly id: string; readonly name: string }[] | null;
  /** Whether there is anything to choose. */
  readonly isOffered: boolean;
}

/** All conditions in the order in which they are shown. */
function useConditions({
  all,
  filter,
  publications,
}: Props["listing"]): Readonly<Record<ConditionName, Condition>> {
  const { say, list, compare } = useWords();
  const people = usePeople();
  const persons = people.map(({ id, name }) => ({ id, name: plainText(name) }));
  const publishers = useMemo(
    () => [...new Set(publications.map(({ publisher }) => publisher ?? ""))].sort(),
    [publications],
  );
  const tags = useMemo(() => tagsOfArticles(all, compare), [all, compare]);
  const several = people.length > 1;
  const active = activeConditions(filter);
  const condition = (name: ConditionName, options: Condition["options"], isOffered = true): Condition => {
    const title = say(`filters.${name}`);
    const ids = [filter[name]].flat().map(String);
    const values = ids.map((value) => options?.find(({ id }) => id === value)?.name ?? value);
    const isActive = active.includes(name);
    return {
      title,
      words: say("filters.condition", { title, values: isActive ? list(values) : say("filters.any") }),
      options,
      isOffered,
    };
  };
  const yesNo = (some: "gaps" | "note", yes: string, no: string) => [
    { id: yes, name: say(`filters.with-${some}`) },
    { id: no, name: say(`filters.without-${some}`) },
  ];
  const nobodyOption = { id: nobody, name: say("filters.nobody") };
  return {
    states: condition(
      "states",
      articleStates.map((id) => ({ id, name: say(`articles.state-${id}`) })),
    ),
    work: condition(
      "work",
      filterWork.map((id) => ({ id, name: say(id === nobody ? "progress.nobody" : `progress.state-${id}`) })),
      several,
    ),
    assigned: condition("assigned", [...persons, nobodyOption], several),
    annotated: condition("annotated", [...persons, nobodyOption], several),
    publishers: condition(
      "publishers",
      publishers.map((id) => ({ id, name: id === "" ? say("filters.no-publisher") : plainText(id) })),
      publishers.some((one) => one !== ""),
    ),
    tags: condition(
      "tags",
      [...tags, ""].map((id) => ({ id, name: id === "" ? say("filters.untagged") : plainText(id) })),
      tags.length > 0 || filter.tags.length > 0,
    ),
    from: condition("from", null),
    to: condition("to", null),
    gaps: condition("gaps", yesNo("gaps", "some", "none")),
    note: condition("note", yesNo("note", "true", "false")),
    articles: {
      ...condition("articles", []),
      words: say("filters.condition", {
        title: say("filters.articles"),
        values: String(filter.articles.length),
      }),
    },
  };
}

const choiceConditions = ["states", "work", "assigned", "annotated", "publishers", "tags"] as const;

interface DialogProps extends Props {
  readonly conditions: Readonly<Record<ConditionName, Condition>>;
  readonly isActive: boolean;
}

/** The conditions, each to be set, and the order. What is set is seen at once. */
function FilterDialog({ conditions, listing, isActive }: DialogProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const assigning = assigningOf(workspace);
  const label = say("articles.filter-and-sort");
  return (
    <PopoverButton
      label={label}
      word={say("filters.filter")}
      icon={ListFilter}
      isActive={isActive}
      // The publishers and people that there are have to be known.
      onOpen={() => void assigning.refresh()}
    >
      {(close) => <FilterFields conditions={conditions} filter={listing.filter} onTag={close} />}
    </PopoverButton>
  );
}

interface FieldsProps extends Pick<DialogProps, "conditions"> {
  readonly filter: ArticleFilter;
  /** Called when the articles that are shown are to be tagged. */
  onTag(): void;
}

function FilterFields({ conditions, filter, onTag }: FieldsProps) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const store = filteringOf(workspace).filter;
  const listing = useStore(workspace.state, ({ settings }) => settings.articleListing);
  const isReadOnly = useStore(workspace.state, ({ project }) => project?.readOnly !== null);
  const choices = (name: "gaps" | "note") => [
    { id: "any", name: say("filters.any") },
    ...(conditions[name].options ?? []),
  ];
  return (
    <>
      {choiceConditions
        .filter((name) => conditions[name].isOffered)
        .map((name) => (
          <ChoicesMenu
            key={name}
            label={conditions[name].words}
            title={conditions[name].title}
            options={conditions[name].options ?? []}
            chosen={filter[name]}
            onChoose={(ids) => store.patch({ [name]: ids } as Partial<ArticleFilter>)}
          />
        ))}
      <div className="filter-days">
        <DayField title={conditions.from.title} value={filter.from} onSet={(from) => store.patch({ from })} />
        <DayField title={conditions.to.title} value={filter.to} onSet={(to) => store.patch({ to })} />
      </div>
      <ChoiceField
        label={conditions.gaps.title}
        value={filter.gaps ?? "any"}
        options={choices("gaps")}
        onChange={(id) => store.patch({ gaps: id === "some" || id === "none" ? id : null })}
      />
      <ChoiceField
        label={conditions.note.title}
        value={filter.note === null ? "any" : String(filter.note)}
        options={choices("note")}
        onChange={(id) => store.patch({ note: id === "any" ? null : id === "true" })}
      />
      <ChoiceField
        label={say("articles.sort-by")}
        value={listing.sort}
        options={articleSorts.map((id) => ({ id, name: say(`articles.sort-${id}`) }))}
        onChange={(sort) => void workspace.setPreferences({ articleListing: { sort } })}
      />
      <Button isDisabled={activeConditions(filter).length === 0} onPress={() => store.set(everyArticle)}>
        {say("filters.clear")}
      </Button>
      {!isReadOnly && (
        <Button
          onPress={() => {
            onTag();
            ui.patch({ dialog: "tag-articles" });
          }}
        >
          {say("articles.tag-action")}
        </Button>
      )}
    </>
  );
}

interface DayProps {
  readonly title: string;
  readonly value: string | null;
  onSet(day: string | null): void;
}

/** A year, a month or a day. Anything else asks nothing, and is shown to be wrong. */
/** A day, a month or a year, typed. */
export function DayField({ title, value, onSet }: DayProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState(value ?? "");
  // The filter may have been cleared since.
  const text = dayFrom(typed) === value ? typed : (value ?? "");
  const isWrong = text.trim() !== "" && dayFrom(text) === null;
  return (
    <TextField
      label={title}
      placeholder={say("filters.day-form")}
      value={text}
      error={isWrong ? say("filters.no-day") : null}
      onChange={(next) => {
        setTyped(next);
        onSet(dayFrom(next));
      }}
    />
  );
}

function dayFrom(typed: string): string | null {
  const day = typed.trim();
  return isPlainDate(day) ? day : null;
}
